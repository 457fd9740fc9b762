// Prints a line for every document that @apidevtools/swagger-parser refuses, and then the number of
// documents.
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
