// Removes `maxLength` and `pattern` where `enum` lists the values and makes them needless: orval writes
// code for them that does not compile, `zod.max(2).enum([...])`.
module.exports = (document) => {
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    if (schema.enum) {
      delete schema.maxLength;
      delete schema.pattern;
    }
  }
  return document;
};
