import { z } from 'zod';
import type { Script } from '#shared/domain/script/script.ts';
import { scriptSchema } from '#shared/domain/script/script.ts';
import { shapeOf } from '#shared/domain/script/shape.ts';

/** A script as far as it was written: built as one, though texts may still be empty. */
export type WrittenScript = Script;

/** The version at central from which one went on. */
export interface ScriptBase {
  readonly number: number;
  readonly definition: Script;
}

const baseSchema = z.object({ number: z.number().int().positive(), definition: scriptSchema });

/** @returns the script in a text; null where it is none, whatever it is. */
export function scriptIn(text: string): WrittenScript | null {
  return shapeOf(jsonIn(text)).script;
}

/** @returns the base in a text; null where there is none, or none that can be read. */
export function baseIn(text: string | null): ScriptBase | null {
  const parsed = baseSchema.safeParse(text === null ? null : jsonIn(text));
  return parsed.success ? parsed.data : null;
}

/** @returns a script as a file, with the name of its format first. */
export function fileOf({ $schema: _, ...script }: Script): string {
  return `${JSON.stringify({ $schema: 'urn:balie:schema:script', ...script }, null, 2)}\n`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
