// Says what @apidevtools/swagger-parser finds wrong with each document, a line each, and then how
// many there were.
import swagger from "@apidevtools/swagger-parser";

const files = process.argv.slice(2);
for (const file of files) {
  try {
    await swagger.validate(file);
  } catch (error) {
    console.log(`${file}: ${error.message.replace(/\s+/g, " ")}`);
  }
}
console.log(`checked ${files.length}`);
