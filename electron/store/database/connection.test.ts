import { describe, expect, it } from 'vitest';
import type { Clock } from '#shared/domain/clock.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { recordingLogger } from '../../../tests/integration/store/support/recording-logger.ts';
import { databaseAt } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from './connection.ts';

function bench(clock: Clock = new ManualClock()) {
  const { logger, lines } = recordingLogger();
  return { connection: new Connection(databaseAt(20), { clock, logger }), lines };
}

/** A clock on which everything takes `ms`. */
function slowClock(ms: number): Clock {
  let now = 0;
  const clock = new ManualClock();
  return { now: () => clock.now(), schedule: (delay, task) => clock.schedule(delay, task), monotonic: () => (now += ms) };
}

const insert = 'INSERT INTO device_state (key, value) VALUES (?, ?)';
const count = 'SELECT count(*) AS n FROM device_state';

describe('Connection', () => {
  it('writes all of a transaction or none of it', () => {
    const { connection } = bench();
    const failing = (): void =>
      connection.write((db) => {
        db.run(insert, 'a', '1');
        throw new Error('half way');
      });
    expect(failing).toThrow('half way');
    expect(connection.one(count)).toEqual({ n: 0 });
  });

  it('makes an inner write a part of the outer one', () => {
    const { connection } = bench();
    const failing = (): void =>
      connection.write(() => {
        connection.write((db) => db.run(insert, 'a', '1'));
        throw new Error('after the inner one');
      });
    expect(failing).toThrow('after the inner one');
    expect(connection.one(count)).toEqual({ n: 0 });
  });

  it('writes ahead of the disk, as one transaction, and waits for it again afterwards, also when that failed', () => {
    const { connection } = bench();
    const durability = (): unknown => connection.one('SELECT synchronous FROM pragma_synchronous');
    const before = durability();
    const during = connection.writeAhead((db) => {
      connection.write((inner) => inner.run(insert, 'a', '1'));
      return [durability(), db.one(count)];
    });
    expect(during).toEqual([{ synchronous: 1 }, { n: 1 }]);
    expect(durability()).toEqual(before);
    expect(before).toEqual({ synchronous: 2 });
    expect(() =>
      connection.writeAhead((db) => {
        db.run(insert, 'b', '1');
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(connection.one(count)).toEqual({ n: 1 });
    expect(durability()).toEqual(before);
  });

  it('logs a slow statement with its text and without its values', () => {
    const { connection, lines } = bench(slowClock(25));
    connection.write((db) => db.run(insert, 'agent-id', 'Vandenbroucke'));
    expect(lines).toEqual([{ level: 'warn', message: 'slow query', fields: { sql: insert, ms: 25 } }]);
  });

  it('does not log a quick one', () => {
    const { connection, lines } = bench(slowClock(20));
    connection.one(count);
    expect(lines).toEqual([]);
  });
});
