import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clientTypes, typesFile } from './central-client.mjs';

it('the types of the client are those of the OpenAPI document; if not: npm run central:client', async () => {
  expect(readFileSync(typesFile, 'utf8') === (await clientTypes())).toBe(true);
});
