import { mkdirSync, openSync, readSync, closeSync, fstatSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, isAbsolute } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endRecordSize = 22;
const longestComment = 0xffff;

function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  readSync(file, buffer, 0, length, position);
  return buffer;
}

/** Yields the entries of a zip file (no zip64: the caller's archive is far below its limits). */
function* entries(file) {
  const { size } = fstatSync(file);
  const tailLength = Math.min(size, endRecordSize + longestComment);
  const tail = readAt(file, size - tailLength, tailLength);
  let end = tail.length - endRecordSize;
  while (end >= 0 && tail.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('not a zip file: it has no directory');
  const count = tail.readUInt16LE(end + 10);
  const directory = readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(offset) !== directoryEntry) throw new Error('the zip directory is damaged');
    const nameLength = directory.readUInt16LE(offset + 28);
    yield {
      name: directory.toString('utf8', offset + 46, offset + 46 + nameLength),
      method: directory.readUInt16LE(offset + 10),
      packedSize: directory.readUInt32LE(offset + 20),
      mode: directory.readUInt32LE(offset + 38) >>> 16,
      headerOffset: directory.readUInt32LE(offset + 42),
    };
    offset += 46 + nameLength + directory.readUInt16LE(offset + 30) + directory.readUInt16LE(offset + 32);
  }
}

function contents(file, entry) {
  const header = readAt(file, entry.headerOffset, 30);
  const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(file, start, entry.packedSize);
  if (entry.method === 0) return packed;
  if (entry.method === 8) return inflateRawSync(packed);
  throw new Error(`${entry.name} is packed in an unknown way (${entry.method})`);
}

/**
 * Unpacks the entries that `target` gives a place. Written here because the archive holds 25,000 files of which 70 are
 * wanted, and because Node has no unzip of its own.
 * @param {string} zipPath
 * @param {string} folder every file lands inside it
 * @param {(name: string) => string | undefined} target relative path, or undefined to leave the entry out
 */
export function unzip(zipPath, folder, target) {
  const file = openSync(zipPath, 'r');
  try {
    for (const entry of entries(file)) {
      const relative = entry.name.endsWith('/') ? undefined : target(entry.name);
      if (relative === undefined) continue;
      const safe = normalize(relative);
      if (isAbsolute(safe) || safe.startsWith('..')) throw new Error(`the zip names a file outside its folder: ${entry.name}`);
      const path = join(folder, safe);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, contents(file, entry), { mode: entry.mode & 0o777 || 0o644 });
    }
  } finally {
    closeSync(file);
  }
}
