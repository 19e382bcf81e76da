import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createFileLogger } from './file-logger.ts';

function logFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('writes a line of JSON', () => {
  const folder = logFolder();
  createFileLogger(folder, 'main').info({ room: 'telephony' }, 'registered');
  expect(JSON.parse(readFileSync(path.join(folder, 'main.log'), 'utf8'))).toMatchObject({ level: 'info', process: 'main', room: 'telephony', msg: 'registered' });
});

it.skipIf(process.platform !== 'linux')('a full disk is no trouble of whoever says something', () => {
  const folder = logFolder();
  symlinkSync('/dev/full', path.join(folder, 'main.log'));
  const logger = createFileLogger(folder, 'main');
  for (let line = 0; line < 3; line++) expect(() => logger.info({ line }, 'put on hold')).not.toThrow();
});
