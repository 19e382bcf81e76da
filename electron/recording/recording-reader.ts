import { open as openFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { aboutSchema, endSchema, extension, fileKey, open, partSchema, type About } from './recording-format.ts';

export interface Recording {
  readonly about: About;
  /** Each is a WebM file. */
  readonly parts: readonly { readonly startedAt: string; readonly sound: Buffer }[];
  /** Null when it broke off: the machine stopped, or the disk was full. */
  readonly endedAt: string | null;
}

/** Room for the mark and the first frame, which is some hundreds of bytes. */
const headSize = 4_096;

/** Reads what a recording is of, and nothing of its sound. @throws {Error} when the file is no recording, was changed, or is of another device. */
export async function readAbout(file: string, deviceKey: Buffer): Promise<About> {
  const handle = await openFile(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headSize), 0, headSize, 0);
    const [first] = open(fileKey(deviceKey, path.basename(file, extension)), buffer.subarray(0, bytesRead));
    if (first?.kind !== 'about') throw new Error('the recording broke off before it began');
    return aboutSchema.parse(JSON.parse(first.content.toString('utf8')));
  } finally {
    await handle.close();
  }
}

/** @throws {Error} when the file is no recording, was changed, or is of another device. */
export async function readRecording(file: string, deviceKey: Buffer): Promise<Recording> {
  const key = fileKey(deviceKey, path.basename(file, extension));
  const parts: { startedAt: string; pieces: Buffer[] }[] = [];
  let about: About | null = null;
  let endedAt: string | null = null;
  for (const { kind, content } of open(key, await readFile(file))) {
    if (kind === 'about') about = aboutSchema.parse(JSON.parse(content.toString('utf8')));
    else if (kind === 'part') parts.push({ ...partSchema.parse(JSON.parse(content.toString('utf8'))), pieces: [] });
    else if (kind === 'sound') parts.at(-1)?.pieces.push(content);
    else endedAt = endSchema.parse(JSON.parse(content.toString('utf8'))).endedAt;
  }
  if (about === null) throw new Error('the recording broke off before it began');
  return { about, endedAt, parts: parts.filter(({ pieces }) => pieces.length > 0).map(({ startedAt, pieces }) => ({ startedAt, sound: Buffer.concat(pieces) })) };
}
