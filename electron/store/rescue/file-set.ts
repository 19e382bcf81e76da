import { existsSync, renameSync, rmSync } from 'node:fs';

/** A database is its file and what lies beside it while it is open, or after a crash. */
const suffixes = ['-wal', '-shm', '-journal', ''] as const;

/** Moves a closed database. The file itself goes last: where it is, all of it is. */
export function moveDatabase(from: string, to: string): void {
  for (const suffix of suffixes) if (existsSync(`${from}${suffix}`)) renameSync(`${from}${suffix}`, `${to}${suffix}`);
}

/** Removes a closed database. The file itself goes first: without it the rest says nothing. */
export function removeDatabase(path: string): void {
  for (const suffix of [...suffixes].reverse()) if (existsSync(`${path}${suffix}`)) rmSync(`${path}${suffix}`);
}
