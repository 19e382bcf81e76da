import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CentralError, codeOf } from '../errors.ts';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** This process and no other one, not even a later one with the same number: a container's main process always has the same. */
const ownMark = `${process.pid} ${performance.timeOrigin}`;

/** @returns the process that holds the lock, or null where that one has died. */
function holderOf(path: string): number | null {
  let mark: string;
  try {
    mark = readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
  const pid = Number(mark.split(' ')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isRunning(pid)) return null;
  return pid === process.pid && mark !== ownMark ? null : pid;
}

/**
 * Keeps a data folder to one process: the embedded database has no lock of its own, and two writers
 * would destroy it. A lock left by a process that has died is taken over.
 *
 * @returns what releases the folder.
 * @throws CentralError `folder-in-use`.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'central.lock');
  const take = (): void => writeFileSync(path, `${ownMark}\n`, { flag: 'wx' });
  try {
    take();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const holder = holderOf(path);
    if (holder !== null) {
      throw new CentralError('folder-in-use', `The data folder ${folder} is in use by process ${holder}. Stop that one first, or choose another folder.`, error);
    }
    rmSync(path, { force: true });
    take();
  }
  return () => rmSync(path, { force: true });
}
