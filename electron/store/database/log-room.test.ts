import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { openWorkConnection } from '../open-store.ts';
import { readState, writeState } from '../queries/device-state.ts';
import type { Connection } from './connection.ts';
import { OperatorTurn } from './write-turn.ts';

const open = (file: string): Connection => {
  const connection = openWorkConnection({ path: file, key: 'a'.repeat(64) }, { clock: systemClock, logger: silentLogger, turn: new OperatorTurn() });
  onTestFinished(() => connection.close());
  return connection;
};

it('the log of an open database has room, and what is written in it is there after a power cut, however often', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [first, second, third] = ['first.db', 'second.db', 'third.db'].map((name) => path.join(folder, name)) as [string, string, string];
  const cut = (from: string, to: string): Connection => {
    for (const part of ['', '-wal']) copyFileSync(from + part, to + part);
    return open(to);
  };
  open(first).write((db) => writeState(db, 'agent-id', 'jan'));
  expect(statSync(`${first}-wal`).size).toBeGreaterThanOrEqual(8 * 1024 * 1024);
  const again = cut(first, second);
  expect(readState(again, 'agent-id')).toBe('jan');
  again.write((db) => writeState(db, 'agent-id', 'an'));
  expect(readState(cut(second, third), 'agent-id')).toBe('an');
});
