import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { exportRecordings } from './export-recordings.ts';
import { RecordingFile } from './recording-file.ts';

const key = randomBytes(32);
const at = '2026-03-02T09:00:00.000Z';
let folder: string;

beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'balie-export-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('writes each part as a file that can be played, says of which call, and names what it cannot read', async () => {
  const about = { fileId: newId(), callId: newId(), agentId: newId(), queueKey: 'orders', startedAt: at };
  const file = new RecordingFile(folder, key, about, () => undefined);
  file.part(at);
  file.append(Buffer.from('one'));
  file.part('2026-03-02T09:01:00.000Z');
  file.append(Buffer.from('two'));
  await file.end('2026-03-02T09:02:00.000Z');
  writeFileSync(path.join(folder, 'damaged.balrec'), 'nothing');

  const target = path.join(folder, 'out', 'here');
  expect(await exportRecordings(folder, key, target)).toEqual({ exported: 1, unreadable: ['damaged.balrec'] });
  const name = `2026-03-02T09-00-00-000Z-${about.callId}`;
  expect(readdirSync(target).sort()).toEqual([`${name}-2.webm`, `${name}.json`, `${name}.webm`]);
  expect(readFileSync(path.join(target, `${name}.webm`), 'utf8')).toBe('one');
  expect(readFileSync(path.join(target, `${name}-2.webm`), 'utf8')).toBe('two');
  expect(JSON.parse(readFileSync(path.join(target, `${name}.json`), 'utf8'))).toEqual({
    ...about,
    endedAt: '2026-03-02T09:02:00.000Z',
    files: [
      { file: `${name}.webm`, startedAt: at },
      { file: `${name}-2.webm`, startedAt: '2026-03-02T09:01:00.000Z' },
    ],
  });
});
