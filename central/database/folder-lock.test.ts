import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps a second user out until the first has gone', () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'folder-in-use', message: expect.stringContaining(String(process.pid)) }));
  release();
  lockFolder(folder)();
  expect(existsSync(join(folder, 'central.lock'))).toBe(false);
});

it.each<[string, () => string]>([
  ['a process that has died', () => String(spawnSync('true').pid)],
  ['an earlier process with our number', () => `${process.pid} 1`],
  ['nobody', () => ''],
  ['rubbish', () => 'rubbish'],
])('takes over the lock of %s', (_name, content) => {
  writeFileSync(join(folder, 'central.lock'), content());
  lockFolder(folder)();
});
