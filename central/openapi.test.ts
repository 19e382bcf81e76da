import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentPath, openApiText } from './openapi.ts';

it('the committed OpenAPI document is the one the contract generates; if not: node central/openapi.ts', { timeout: 60_000 }, async () => {
  expect(readFileSync(documentPath, 'utf8') === (await openApiText())).toBe(true);
});
