import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { SecretVault } from '../settings/secret-vault.ts';
import { LocalDatabase, openWithEitherKey } from './local-database.ts';

const noKeyStore = { isEncryptionAvailable: () => false, encryptString: () => Buffer.alloc(0), decryptString: () => '' };

describe('the key of the local database', () => {
  let folder: string;
  const clock = new ManualClock();
  /** As after a start of the application. */
  const opened = (): LocalDatabase => new LocalDatabase({ folder, vault: new SecretVault(folder, noKeyStore), clock });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'balie-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, and is that of the next start too', () => {
    const { key } = opened().file;
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(opened().file.key).toBe(key);
  });

  it('is the former one until the file is known to have the prepared one; then both are there until it was opened', () => {
    const former = opened().file.key;
    const next = opened().prepareKey();
    expect(opened().file.key).toBe(former);
    expect(opened().changeKeys()).toBe(true);
    expect(opened().file.key).toBe(next);
    // It does not open with it after all: the way back.
    expect(opened().changeKeys()).toBe(true);
    expect(opened().file.key).toBe(former);
    opened().settleKeys();
    expect([opened().changeKeys(), opened().file.key]).toEqual([false, former]);
  });

  it.each([
    ['before the file has the prepared key', 0],
    ['after it', 1],
  ])('opens the file where the renewal was cut off %s', async (_, has) => {
    const keys = [opened().file.key, opened().prepareKey()];
    const tried: string[] = [];
    const open = async ({ key }: { key: string }): Promise<string> => {
      tried.push(key);
      if (key !== keys[has]) throw new BalieError('store.wrong-key', 'no');
      return await Promise.resolve('open');
    };
    expect(await openWithEitherKey(opened(), open)).toBe('open');
    expect([opened().file.key, opened().changeKeys(), tried.length]).toEqual([keys[has], false, has + 1]);
  });

  it('keeps both keys where the file opens with neither', async () => {
    const keys = [opened().file.key, opened().prepareKey()];
    await expect(openWithEitherKey(opened(), async () => await Promise.reject(new BalieError('store.wrong-key', 'no')))).rejects.toMatchObject({ code: 'store.wrong-key' });
    expect(opened().file.key).toBe(keys[0]);
    opened().changeKeys();
    expect(opened().file.key).toBe(keys[1]);
  });

  it('tells when it was made, also of one that is older than the question', () => {
    const database = opened();
    expect(database.file.key).toHaveLength(64);
    const { keyMadeAt } = database;
    clock.advance(86_400_000);
    expect(opened().keyMadeAt).toBe(keyMadeAt);
    database.prepareKey();
    database.changeKeys();
    expect(Date.parse(opened().keyMadeAt) - Date.parse(keyMadeAt)).toBe(86_400_000);
  });

  it('goes with a database that is put aside, which is kept', () => {
    const { key } = opened().file;
    writeFileSync(path.join(folder, 'balie.db'), 'x');
    const aside = opened().setAside('2026-01-05T08:00:00.000Z');
    expect([existsSync(aside), existsSync(path.join(folder, 'balie.db'))]).toEqual([true, false]);
    expect(opened().file.key).not.toBe(key);
  });
});
