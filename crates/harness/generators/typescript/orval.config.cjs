// A client with its types, and the schemas that zod runs: of every status, not of success alone.
const input = { target: "openapi.json", override: { transformer: "orval/transformer.cjs" } };

module.exports = {
  client: {
    input,
    output: {
      target: "orval/client/client.ts",
      schemas: "orval/client/types",
      client: "fetch",
      clean: true,
    },
  },
  zod: {
    input,
    output: {
      target: "orval/zod/zod.ts",
      client: "zod",
      clean: true,
      override: { zod: { generateEachHttpStatus: true } },
    },
  },
};
