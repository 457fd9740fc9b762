// Reads every sample with the generated functions and writes it again, to returned.jsonl.
import { readFileSync, writeFileSync } from "node:fs";
import * as client from "./client/index.js";

interface Sample {
  schema: string;
  text: string;
}

type Write = (value: unknown) => unknown;

function line({ schema, text }: Sample): string {
  const functions = client as unknown as Record<string, Write | undefined>;
  const [read, write] = [functions[`${schema}FromJSON`], functions[`${schema}ToJSON`]];
  return read && write ? JSON.stringify(write(read(JSON.parse(text)))) : `! no functions for ${schema}`;
}

const samples: Sample[] = JSON.parse(readFileSync("examples.json", "utf8"));
writeFileSync("returned.jsonl", samples.map((sample) => `${line(sample)}\n`).join(""));
