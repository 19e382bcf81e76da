import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { aboutSchema, endSchema, extension, fileKey, open, partSchema, type About } from './recording-format.ts';

export interface Recording {
  readonly about: About;
  /** Each is a WebM file. */
  readonly parts: readonly { readonly startedAt: string; readonly sound: Buffer }[];
  /** Null when it broke off: the machine stopped, or the disk was full. */
  readonly endedAt: string | null;
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
