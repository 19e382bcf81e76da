import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { projectRoot } from './lib/paths.mjs';

/** The types of the client, generated from the OpenAPI document. */
export const typesFile = join(projectRoot, 'client', 'schema.d.ts');

const head = `/* Generated from docs/openapi.json: npm run central:client */

`;

/** @returns the types as they are committed: the same text every time. */
export async function clientTypes() {
  const document = JSON.parse(readFileSync(join(projectRoot, 'docs', 'openapi.json'), 'utf8'));
  return head + astToString(await openapiTS(document));
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(typesFile, await clientTypes());
  console.log(typesFile);
}
