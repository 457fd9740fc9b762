// The input as an absolute path: a relative one is taken for an address.
import { fileURLToPath } from "node:url";

export default {
  input: fileURLToPath(new URL("openapi.json", import.meta.url)),
  output: { path: "hey-api/client", clean: true, importFileExtension: ".js", tsConfigPath: null },
  plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
};
