import { z } from 'zod';
import { scriptSchema } from './script.ts';

/** The name under which the JSON Schema of scripts is known, wherever it lies. */
export const scriptSchemaId = 'urn:balie:schema:script';

/** @returns the format of scripts as a JSON Schema (2020-12), for the editors and checks of others. What only a walk through the script shows is not in it. */
export function scriptJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(scriptSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: scriptSchemaId, title: 'Balie script', ...rest };
}
