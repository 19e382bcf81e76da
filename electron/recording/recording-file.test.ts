import { mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { mark, type About } from './recording-format.ts';
import { recordingPath, RecordingFile } from './recording-file.ts';
import { readRecording } from './recording-reader.ts';

const key = randomBytes(32);
const at = '2026-03-02T09:00:00.000Z';

describe('a recording on disk', () => {
  let folder: string;
  let about: About;
  let file: string;
  const failures: unknown[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'balie-recording-'));
    about = { fileId: newId(), callId: newId(), agentId: null, queueKey: 'orders', startedAt: at };
    file = recordingPath(folder, about.fileId);
    failures.length = 0;
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(): RecordingFile {
    const writer = new RecordingFile(folder, key, about, (error) => failures.push(error));
    writer.part(at);
    writer.append(Buffer.from('first piece, '));
    writer.append(Buffer.from('second piece'));
    return writer;
  }

  test('is read back as it was written', async () => {
    const writer = write();
    writer.part('2026-03-02T09:01:00.000Z');
    writer.append(Buffer.from('after the crash'));
    await writer.end('2026-03-02T09:02:00.000Z');
    const read = await readRecording(file, key);
    expect(read.about).toEqual(about);
    expect(read.parts.map(({ startedAt, sound }) => [startedAt, sound.toString()])).toEqual([
      [at, 'first piece, second piece'],
      ['2026-03-02T09:01:00.000Z', 'after the crash'],
    ]);
    expect(read.endedAt).toBe('2026-03-02T09:02:00.000Z');
  });

  test('says nothing to who has no key', async () => {
    await write().end(at);
    const bytes = readFileSync(file);
    expect(bytes.includes('piece')).toBe(false);
    expect(bytes.includes(about.callId)).toBe(false);
    await expect(readRecording(file, randomBytes(32))).rejects.toThrow(/authenticate/);
  });

  test('is kept up to its last whole piece when it breaks off', async () => {
    await write().end(at);
    truncateSync(file, readFileSync(file).length - 60);
    const read = await readRecording(file, key);
    expect(read.endedAt).toBeNull();
    expect(read.parts.map(({ sound }) => sound.toString())).toEqual(['first piece, ']);
  });

  test('cannot be changed, nor its pieces exchanged, nor pass for another', async () => {
    await write().end(at);
    const bytes = readFileSync(file);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 1] = (changed[bytes.length - 1] ?? 0) ^ 1;
    writeFileSync(file, changed);
    await expect(readRecording(file, key)).rejects.toThrow(/authenticate/);

    const frames: Buffer[] = [];
    for (let place = mark.length; place < bytes.length; place += 4 + bytes.readUInt32BE(place)) frames.push(bytes.subarray(place, place + 4 + bytes.readUInt32BE(place)));
    const [head, part, first, second, ...rest] = frames;
    writeFileSync(file, Buffer.concat([mark, ...[head, part, second, first, ...rest].flatMap((frame) => frame ?? [])]));
    await expect(readRecording(file, key)).rejects.toThrow(/authenticate/);

    writeFileSync(file, bytes);
    const other = recordingPath(folder, newId());
    renameSync(file, other);
    await expect(readRecording(other, key)).rejects.toThrow(/authenticate/);
  });

  test('tells once that the disk is full', async () => {
    const writer = new RecordingFile(folder, key, about, (error) => failures.push(error), () => open('/dev/full', 'a'));
    for (let count = 0; count < 5; count++) writer.append(Buffer.alloc(10));
    await writer.end(at);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ code: 'ENOSPC' });
  });

  test('tells that there is no folder', async () => {
    rmSync(folder, { recursive: true });
    await write().end(at);
    expect(failures).toHaveLength(1);
  });
});
