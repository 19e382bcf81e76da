import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCentral } from './central.ts';

/** Where the committed document lives. */
export const documentPath = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));

/** @returns the OpenAPI document as it is committed: the same text every time. */
export async function openApiText(): Promise<string> {
  const central = await createCentral({ database: { kind: 'memory' } });
  try {
    return `${JSON.stringify(central.app.swagger(), null, 2)}\n`;
  } finally {
    await central.close();
  }
}

if (import.meta.main) {
  writeFileSync(documentPath, await openApiText());
  process.stdout.write(`${documentPath}\n`);
}
