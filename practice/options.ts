import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { personaOf, personas, type Persona } from './callers/personas.ts';
import { sampleSeed } from './sample/sample-data.ts';

export interface PracticeOptions {
  /** Folder of the practice data. */
  readonly data: string;
  /** Who calls, in turn. */
  readonly personas: readonly Persona[];
  /** Of the sample data; counts only where the folder is new. */
  readonly seed: number;
  /** 0: the port of last time, or any free one. */
  readonly centralPort: number;
  readonly sipPort: number;
}

/** What the command line was told and cannot be used. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

export const usage = `Runs the practice centre: a central API with sample data, a SIP exchange and callers, all on this machine.

  node practice/main.ts --data=FOLDER [options]

  --data=FOLDER        where its data is kept (made on the first start)
  --persona=NAME       only this caller rings: ${personas.map((persona) => persona.key).join(', ')}
  --seed=NUMBER        of the sample data of a new folder (default ${sampleSeed})
  --central-port=PORT  of the central API (default: that of last time, or a free one)
  --sip-port=PORT      of the SIP exchange (default: that of last time, or a free one)

When it is ready it prints one line of JSON on standard output: ready, centralUrl, wsUrl, enrolmentFile.
It ends when its standard input closes, on SIGINT and on SIGTERM.
`;

/**
 * Reads the command line.
 *
 * @returns null where help was asked for.
 * @throws OptionError saying what is wrong.
 */
export function readOptions(args: readonly string[]): PracticeOptions | null {
  let values: Partial<Record<'data' | 'persona' | 'seed' | 'central-port' | 'sip-port', string>> & { help?: boolean };
  try {
    const text = { type: 'string' } as const;
    ({ values } = parseArgs({ args: [...args], options: { data: text, persona: text, seed: text, 'central-port': text, 'sip-port': text, help: { type: 'boolean' } } }));
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
  if (values.help === true) return null;
  if (values.data === undefined || values.data === '') throw new OptionError('--data=FOLDER is needed: where the practice data is kept.');
  return {
    data: resolve(values.data),
    personas: values.persona === undefined ? personas : [named(values.persona)],
    seed: wholeNumber('seed', values.seed ?? String(sampleSeed), 2 ** 32 - 1),
    centralPort: wholeNumber('central-port', values['central-port'] ?? '0', 65_535),
    sipPort: wholeNumber('sip-port', values['sip-port'] ?? '0', 65_535),
  };
}

function named(key: string): Persona {
  const persona = personaOf(key);
  if (persona === undefined) throw new OptionError(`There is no caller named ${key}. Known: ${personas.map((one) => one.key).join(', ')}.`);
  return persona;
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value > most) throw new OptionError(`--${name} must be a whole number up to ${most}.`);
  return value;
}
