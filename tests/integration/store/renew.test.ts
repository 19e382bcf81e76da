import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { isOfBefore } from '../../../electron/store/database/open-database.ts';
import { OperatorTurn } from '../../../electron/store/database/write-turn.ts';
import { openRenewed } from '../../../electron/store/open-store.ts';
import { randomOf, seedOfRun } from '../sync/support/random.ts';
import { withDatabase } from './support/raw-database.ts';
import { outboxOf, seed } from './support/seed.ts';
import { storeBench, type StoreBench } from './support/store-bench.ts';
import { testKey } from './support/temporary-folder.ts';

const otherKey = 'e'.repeat(64);
const child = new URL('./support/renewing-child.ts', import.meta.url).pathname;
/** Killed in one of these renewals; each takes some tens of milliseconds. */
const kills = Number(process.env['KILLS'] ?? 4);

/** A store with a centre's customers, something that was not sent, and much that was deleted; open. */
async function worked(): Promise<{ readonly bench: StoreBench; readonly customerId: string }> {
  const bench = storeBench();
  await bench.open();
  const centre = seed(bench.path);
  withDatabase(bench.path, (handle) => {
    handle.exec("INSERT INTO parked_row (entity, id, row, reason, at) WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 400) SELECT 'x', i, hex(randomblob(2000)), '', '' FROM n");
    handle.exec("DELETE FROM parked_row WHERE entity = 'x'");
  });
  const customerId = centre.customers[0]!.id;
  await bench.workspace.call('customer.change', { id: customerId, change: { customer: { givenName: 'Niet verstuurd' } } });
  return { bench, customerId };
}

/** The file as a former version left it when it was killed: under SQLCipher's cipher, its last change in the log only. */
function asBefore(path: string): void {
  withDatabase(path, (handle) => {
    handle.pragma('journal_mode = DELETE');
    handle.pragma("cipher = 'sqlcipher'");
    handle.pragma('legacy = 4');
    handle.pragma(`rekey = "x'${testKey}'"`);
  });
  const killed = `${path}.killed`;
  withDatabase(path, (handle) => {
    handle.pragma('journal_mode = WAL');
    handle.exec("UPDATE customer SET given_name = given_name || ' '; UPDATE customer SET given_name = rtrim(given_name)");
    for (const part of ['', '-wal']) copyFileSync(path + part, killed + part);
  });
  for (const part of ['', '-wal']) renameSync(killed + part, path + part);
}

function renew(bench: StoreBench, key: string) {
  return bench.main.call('store.renew', { database: { path: bench.path, key: testKey, country: 'BE' }, key });
}

async function expectWhole({ workspace, path }: StoreBench, customerId: string, key: string): Promise<void> {
  expect(await workspace.call('customer.search', { text: 'niet verstuurd' })).toMatchObject([{ id: customerId }]);
  expect(withDatabase(path, (handle) => handle.pragma('integrity_check', { simple: true }), key)).toBe('ok');
}

describe('a database that is written anew', () => {
  it('is smaller, and holds everything', async () => {
    const { bench, customerId } = await worked();
    const sent = outboxOf(bench.path);
    const { before, after } = await renew(bench, testKey);
    expect(after).toBeLessThan(before - 1_000_000);
    expect(statSync(bench.path).size).toBe(after);
    await bench.open();
    await expectWhole(bench, customerId, testKey);
    expect(outboxOf(bench.path)).toEqual(sent);
  });

  it('under another key opens with that one, and no longer with the former', async () => {
    const { bench, customerId } = await worked();
    await renew(bench, otherKey);
    await expect(bench.open()).rejects.toMatchObject({ code: 'store.wrong-key' });
    await bench.open(bench.path, otherKey);
    await expectWhole(bench, customerId, otherKey);
  });

  it('of before is under the cipher of today once it was opened, with everything in it, also what stood in its log', async () => {
    const { bench, customerId } = await worked();
    await bench.main.call('store.close', undefined);
    asBefore(bench.path);
    expect(withDatabase(bench.path, isOfBefore)).toBe(true);
    await bench.open();
    expect(withDatabase(bench.path, isOfBefore)).toBe(false);
    await expectWhole(bench, customerId, testKey);
    expect(outboxOf(bench.path)).not.toEqual([]);
  });

  it('of before is used as it is where there is no room to write it anew', async () => {
    const { bench, customerId } = await worked();
    await bench.main.call('store.close', undefined);
    asBefore(bench.path);
    mkdirSync(`${bench.path}.renewed/in-the-way`, { recursive: true });
    const connection = openRenewed({ path: bench.path, key: testKey }, { clock: systemClock, logger: silentLogger, turn: new OperatorTurn() });
    try {
      expect(connection.isOfBefore).toBe(true);
      expect(connection.one('SELECT given_name AS name FROM customer WHERE id = ?', customerId)).toEqual({ name: 'Niet verstuurd' });
    } finally {
      connection.close();
    }
  });

  it('is as it was where the copy cannot be written', async () => {
    const { bench, customerId } = await worked();
    mkdirSync(`${bench.path}.renewed/in-the-way`, { recursive: true });
    await expect(renew(bench, otherKey)).rejects.toThrow();
    expect(withDatabase(bench.path, (handle) => handle.prepare<[string], { name: string }>('SELECT given_name AS name FROM customer WHERE id = ?').get(customerId)?.name)).toBe('Niet verstuurd');
  });

  it('is as it was after a power cut in the middle: half a copy is dropped at the next start', async () => {
    const { bench, customerId } = await worked();
    await bench.main.call('store.close', undefined);
    writeFileSync(`${bench.path}.renewed`, Buffer.alloc(100_000, 0xa5));
    writeFileSync(`${bench.path}.renewed-journal`, 'x');
    truncateSync(`${bench.path}.renewed`, 65_536);
    await bench.open();
    await expectWhole(bench, customerId, testKey);
    expect([existsSync(`${bench.path}.renewed`), existsSync(`${bench.path}.renewed-journal`)]).toEqual([false, false]);
  });

  it(
    'is whole under the one key or the other whenever the process is killed',
    async () => {
      const { bench, customerId } = await worked();
      await bench.main.call('store.close', undefined);
      const random = randomOf(seedOfRun());
      let keys = [testKey, otherKey];
      for (let run = 0; run < kills; run++) {
        const renewing = spawn(process.execPath, [child, bench.path, ...keys], { stdio: ['ignore', 'pipe', 'inherit'] });
        await once(renewing.stdout, 'data');
        setTimeout(() => renewing.kill('SIGKILL'), random() * 150);
        await once(renewing, 'exit');
        await bench.open(bench.path, keys[0]).catch(async () => {
          keys = keys.toReversed();
          await bench.open(bench.path, keys[0]);
        });
        await expectWhole(bench, customerId, keys[0]!);
        await bench.main.call('store.close', undefined);
      }
    },
    20_000 + kills * 5_000,
  );
});
