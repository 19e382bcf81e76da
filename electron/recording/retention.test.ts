import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { systemClock } from '#shared/domain/clock.ts';
import { RecordingFile, recordingPath } from './recording-file.ts';
import { Retention } from './retention.ts';

const key = randomBytes(32);
const dayMs = 86_400_000;
let folder: string;

beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'balie-retention-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function record(daysAgo: number): Promise<{ readonly file: string; readonly callId: string }> {
  const fileId = v7({ msecs: systemClock.now() - daysAgo * dayMs });
  const callId = newId();
  const at = new Date().toISOString();
  await new RecordingFile(folder, key, { fileId, callId, agentId: null, queueKey: null, startedAt: at }, () => undefined).end(at);
  return { file: recordingPath(folder, fileId), callId };
}

test('deletes what is older than the days that were provisioned, and tells whose it was', async () => {
  const [old, young] = [await record(31), await record(29)];
  const unreadable = recordingPath(folder, v7({ msecs: systemClock.now() - 40 * dayMs }));
  writeFileSync(unreadable, 'damaged');
  const stranger = path.join(folder, 'notes.txt');
  writeFileSync(stranger, 'not ours');
  const deleted: string[] = [];
  const retention = new Retention({ folder, deviceKey: () => key, clock: systemClock, logger: silentLogger, onDeleted: (callId) => deleted.push(callId), erased: async () => [] });
  retention.keep(30);
  await vi.waitFor(() => expect([existsSync(old.file), existsSync(unreadable)]).toEqual([false, false]));
  await vi.waitFor(() => expect(deleted).toEqual([old.callId]));
  expect([existsSync(young.file), existsSync(stranger)]).toEqual([true, true]);
  retention.keep(7);
  await vi.waitFor(() => expect(existsSync(young.file)).toBe(false));
  retention.stop();
});

test('deletes the recordings of somebody who was erased at once, however young, and no others', async () => {
  const [theirs, other] = [await record(1), await record(2)];
  const erased: string[] = [];
  const deleted: string[] = [];
  const asked = vi.fn(async (callIds: string[]) => callIds.filter((id) => erased.includes(id)));
  const retention = new Retention({ folder, deviceKey: () => key, clock: systemClock, logger: silentLogger, onDeleted: (callId) => deleted.push(callId), erased: asked });
  retention.keep(30);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  erased.push(theirs.callId);
  retention.look();
  await vi.waitFor(() => expect(deleted).toEqual([theirs.callId]));
  expect([existsSync(theirs.file), existsSync(other.file)]).toEqual([false, true]);
  retention.stop();
});

test('a device that never recorded is left alone', async () => {
  const logger = { ...silentLogger, error: vi.fn() };
  const retention = new Retention({ folder: path.join(folder, 'none'), deviceKey: () => key, clock: systemClock, logger, onDeleted: () => undefined, erased: async () => [] });
  retention.keep(30);
  await new Promise((resolve) => setImmediate(resolve));
  expect(logger.error).not.toHaveBeenCalled();
  retention.stop();
});
