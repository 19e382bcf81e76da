import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings, settingsSchema, type Settings } from '#shared/domain/settings.ts';
import { writeFileAtomically } from './atomic-file.ts';

/**
 * What the operator chose on this device, in `settings.json`. A file that does not parse counts as absent, a value that does
 * not fit as its default; the others stay.
 */
export class SettingsStore {
  readonly #file: string;
  #settings: Settings;

  constructor(folder: string) {
    this.#file = path.join(folder, 'settings.json');
    this.#settings = read(this.#file);
  }

  get(): Settings {
    return this.#settings;
  }

  /** On disk when it returns. */
  set(change: Partial<Settings>): Settings {
    const next = settingsSchema.parse({ ...this.#settings, ...change });
    writeFileAtomically(this.#file, `${JSON.stringify(next, null, 2)}\n`);
    this.#settings = next;
    return next;
  }
}

function read(file: string): Settings {
  const stored = readObject(file);
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => [key, schema.safeParse(stored[key]).data ?? defaultSettings[key as keyof Settings]]);
  return settingsSchema.parse(Object.fromEntries(entries));
}

function readObject(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
