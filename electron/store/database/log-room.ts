import { closeSync, fdatasync, openSync, statfsSync, statSync, writeSync } from 'node:fs';

/** Some two thousand keystrokes; the log begins anew long before, see `Connection.moveLog`. */
const roomBytes = 8 * 1024 * 1024;
const pieceBytes = 256 * 1024;
const zeros = new Uint8Array(pieceBytes);
/** With less than this free on the disk the room is better left to what is written. */
const fewestFreeBytes = 64 * roomBytes;

/**
 * Makes the write-ahead log of an open database as long as it will be. A commit that makes a file longer waits for the file system's
 * own journal as well: measured, twice as long as one that writes where the file was already. Zeros are no frames to SQLite, and none
 * that are there are touched. Call it where nothing writes: before another connection is opened.
 */
export function giveLogRoom(path: string): void {
  const log = `${path}-wal`;
  try {
    const { bavail, bsize } = statfsSync(path);
    const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    if (bavail * bsize < fewestFreeBytes || size >= roomBytes) return;
    const file = openSync(log, 'a', 0o600);
    try {
      for (let at = size; at < roomBytes; at += pieceBytes) writeSync(file, zeros);
    } finally {
      // Nobody waits for the disk: the first commit finds less to do.
      fdatasync(file, () => closeSync(file));
    }
  } catch {
    // It is quicker with than without, and works without.
  }
}
