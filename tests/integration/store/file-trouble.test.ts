import { chmodSync, closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ring, storeBench } from './support/store-bench.ts';
import { seed } from './support/seed.ts';
import { temporaryFolder, testKey } from './support/temporary-folder.ts';
import { withDatabase } from './support/raw-database.ts';
import { recordingLogger } from './support/recording-logger.ts';

describe('opening', () => {
  it('makes a file that says nothing without its key', async () => {
    const bench = storeBench();
    await bench.open();
    seed(bench.path);
    await bench.main.call('store.close', undefined);
    const bytes = readFileSync(bench.path);
    expect(bytes.subarray(0, 15).toString()).not.toBe('SQLite format 3');
    expect(bytes.includes('Vandenbroucke')).toBe(false);
    expect(existsSync(`${bench.path}-wal`)).toBe(false);
  });

  it('with a wrong key is refused, changes nothing, and works with the right one', async () => {
    const bench = storeBench();
    await bench.open();
    await bench.main.call('store.close', undefined);
    const before = readFileSync(bench.path);
    await expect(bench.open(bench.path, '00'.repeat(32))).rejects.toMatchObject({ code: 'store.wrong-key' });
    expect(readFileSync(bench.path).equals(before)).toBe(true);
    await expect(ring(bench)).rejects.toMatchObject({ code: 'store.not-ready' });
    expect(await bench.open()).toBe(0);
  });

  it('a file that is no database is refused', async () => {
    const bench = storeBench();
    writeFileSync(bench.path, 'x'.repeat(20_000));
    await expect(bench.open()).rejects.toMatchObject({ code: 'store.wrong-key' });
  });

  it('a database of a newer version is refused and left as it is', async () => {
    const bench = storeBench();
    await bench.open();
    await bench.main.call('store.close', undefined);
    withDatabase(bench.path, (handle) => handle.pragma('user_version = 9990'));
    const before = readFileSync(bench.path);
    await expect(bench.open()).rejects.toMatchObject({ code: 'store.from-the-future', details: { found: 9990 } });
    expect(readFileSync(bench.path).equals(before)).toBe(true);
  });

  it('makes the folder where there is none', async () => {
    const bench = storeBench();
    expect(await bench.open(join(temporaryFolder(), 'new', 'balie.db'))).toBe(0);
  });

  it('in a place where no folder can be is refused', async () => {
    const bench = storeBench();
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    await expect(bench.open(join(file, 'balie.db'))).rejects.toMatchObject({ code: 'store.read-only' });
  });

  it('twice the same changes nothing', async () => {
    const bench = storeBench();
    await bench.open();
    const { interactionId } = await ring(bench);
    expect(await bench.open()).toBe(0);
    expect((await bench.workspace.call('interaction.get', { id: interactionId })).interaction.interrupted).toBe(false);
  });

  // Root may write whatever the mode says.
  it.skipIf(process.getuid?.() === 0)('a file that may not be written is refused', async () => {
    const bench = storeBench();
    await bench.open();
    await bench.main.call('store.close', undefined);
    chmodSync(bench.path, 0o400);
    await expect(bench.open()).rejects.toMatchObject({ code: 'store.read-only' });
  });
});

describe('a damaged page', () => {
  it('is refused as store.corrupt, told to main, and the rest goes on', async () => {
    const { logger } = recordingLogger();
    const bench = storeBench({ logger });
    await bench.open();
    const centre = seed(bench.path);
    await bench.main.call('store.close', undefined);
    damage(bench.path, pageOf(bench.path, 'address'));
    await bench.open();
    const failed: unknown[] = [];
    bench.main.on('failed', (event) => failed.push(event));
    await expect(bench.workspace.call('customer.get', { id: centre.customers[0]!.id })).rejects.toMatchObject({ code: 'store.corrupt' });
    const { interactionId } = await ring(bench, null);
    await bench.workspace.call('draft.write', { interactionId, fields: { note: 'nog altijd' } });
    expect((await bench.workspace.call('interaction.unfinished', undefined)).map(({ id }) => id)).toEqual([interactionId]);
    expect(failed).toContainEqual({ code: 'store.corrupt' });
  });

  it('leaves the original as it was, for whoever repairs it', async () => {
    const bench = storeBench();
    await bench.open();
    seed(bench.path);
    await bench.main.call('store.close', undefined);
    damage(bench.path, pageOf(bench.path, 'address'));
    const copy = `${bench.path}.copy`;
    copyFileSync(bench.path, copy);
    await bench.open();
    await bench.main.call('store.close', undefined);
    expect(statSync(bench.path).size).toBe(statSync(copy).size);
  });
});

const pageBytes = 4096;

/** The first page of a table. */
function pageOf(path: string, table: string): number {
  return withDatabase(path, (handle) => handle.prepare<[string], { rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)!.rootpage);
}

function damage(path: string, page: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(64, 0xa5), 0, 64, (page - 1) * pageBytes + 1000);
  closeSync(file);
}

describe('the key', () => {
  it('must be 32 bytes of hex: it is the one value that a pragma cannot bind', async () => {
    const bench = storeBench();
    await expect(bench.open(bench.path, `${testKey.slice(2)}'"`)).rejects.toMatchObject({ code: 'ipc.invalid-payload' });
  });
});
