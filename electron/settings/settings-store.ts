import Store from 'electron-store';
import { defaultSettings, settingsSchema, type Settings } from '#shared/domain/settings.ts';

/** Reads and keeps what the operator chose on this device; a file that does not parse counts as absent, key by key. */
export class SettingsStore {
  readonly #store: Store<Record<string, unknown>>;

  constructor(folder: string) {
    this.#store = new Store<Record<string, unknown>>({ cwd: folder, name: 'settings', clearInvalidConfig: true });
  }

  get(): Settings {
    const read = Object.entries(settingsSchema.shape).map(([key, schema]) => {
      const parsed = schema.safeParse(this.#store.get(key));
      return [key, parsed.success ? parsed.data : defaultSettings[key as keyof Settings]];
    });
    return settingsSchema.parse(Object.fromEntries(read));
  }

  set(change: Partial<Settings>): Settings {
    const next = settingsSchema.parse({ ...this.get(), ...change });
    this.#store.set(next);
    return next;
  }
}
