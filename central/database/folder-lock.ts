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

function holderOf(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8').trim());
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
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
  const take = (): void => writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
  try {
    take();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const holder = holderOf(path);
    if (holder !== null && isRunning(holder)) {
      throw new CentralError('folder-in-use', `The data folder ${folder} is in use by process ${holder}. Stop that one first, or choose another folder.`, error);
    }
    rmSync(path, { force: true });
    take();
  }
  return () => rmSync(path, { force: true });
}
