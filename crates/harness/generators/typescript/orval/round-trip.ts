// Parses every sample with the generated schemas, and writes what they return to returned.jsonl.
//
// The schemas are of bodies: a component is found within them, by the properties that refer to it.
import { readFileSync, writeFileSync } from "node:fs";
import { ZodArray, ZodDefault, ZodNullable, ZodObject, ZodOptional, type ZodType } from "zod";
import * as generated from "./zod/zod.js";

interface Schema {
  $ref?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
}
interface Body {
  content?: Record<string, { schema?: Schema }>;
}
interface Operation {
  operationId: string;
  requestBody?: Body;
  responses: Record<string, Body>;
}
interface Sample {
  schema: string;
  text: string;
}

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const document: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
} = read("openapi.json");
const found = new Map<string, ZodType[]>();

/** What stands within what is optional or has a default. */
function inner(type: unknown): unknown {
  const wraps = type instanceof ZodOptional || type instanceof ZodNullable || type instanceof ZodDefault;
  return wraps ? inner(type.unwrap()) : type;
}

/** Notes the generated schema of every component at or below a place. */
function walk(schema: Schema, wrapped: unknown): void {
  const type = inner(wrapped);
  const component = schema.$ref?.replace("#/components/schemas/", "");
  if (component && type instanceof ZodObject) {
    found.set(component, [...(found.get(component) ?? []), type]);
  }
  const { items, properties } = component ? document.components.schemas[component]! : schema;
  if (items && type instanceof ZodArray) walk(items, type.element);
  for (const [name, property] of Object.entries(properties ?? {})) {
    if (type instanceof ZodObject) walk(property, type.shape[name]);
  }
}

for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
  const { operationId, requestBody, responses } = operation;
  const bodies: [string, Body | undefined][] = [[`${operationId}Body`, requestBody]];
  for (const [status, response] of Object.entries(responses ?? {})) {
    bodies.push([`${operationId}${status}Response`, response]);
  }
  for (const [name, body] of bodies) {
    for (const { schema } of Object.values(body?.content ?? {})) {
      if (schema) walk(schema, (generated as Record<string, unknown>)[name]);
    }
  }
}

/** What a sample is by every schema of its component: they have to say the same. */
function line({ schema, text }: Sample): string {
  const types = found.get(schema);
  if (!types) return `! no schema for ${schema}`;
  const parsed = types.map((type) => type.safeParse(JSON.parse(text)));
  const refused = parsed.find(({ success }) => !success);
  if (refused) return `! ${refused.error?.message.replace(/\s+/g, " ")}`;
  const all = new Set(parsed.map(({ data }) => JSON.stringify(data)));
  return all.size === 1 ? [...all][0]! : `! ${types.length} schemas say ${all.size} things`;
}

const samples: Sample[] = read("examples.json");
writeFileSync("returned.jsonl", samples.map((sample) => `${line(sample)}\n`).join(""));
