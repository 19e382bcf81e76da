import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '#shared/domain/settings.ts';
import { SettingsStore } from './settings-store.ts';

describe('SettingsStore', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'balie-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (text: string) => writeFileSync(path.join(folder, 'settings.json'), text);

  it('begins with the defaults', () => {
    expect(new SettingsStore(folder).get()).toEqual(defaultSettings);
  });

  it('keeps a choice, and only its own file', () => {
    new SettingsStore(folder).set({ theme: 'dark', language: 'fr' });
    expect(new SettingsStore(folder).get()).toEqual({ ...defaultSettings, theme: 'dark', language: 'fr' });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.each(['', '{"theme":', 'null', '[]', '"dark"'])('takes the file %j for absent', (text) => {
    write(text);
    expect(new SettingsStore(folder).get()).toEqual(defaultSettings);
  });

  it('replaces one value that does not fit, keeps the others, and knows nothing of strange ones', () => {
    write(JSON.stringify({ theme: 'plaid', language: 'en', textScale: 9, __proto__: { username: 'x' }, more: 1 }));
    expect(new SettingsStore(folder).get()).toEqual({ ...defaultSettings, language: 'en' });
  });

  it('refuses a choice that does not fit, and stays as it was', () => {
    const store = new SettingsStore(folder);
    expect(() => store.set({ textScale: 9 })).toThrow();
    expect(store.get()).toEqual(defaultSettings);
  });
});
