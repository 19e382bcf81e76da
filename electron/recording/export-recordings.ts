import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { extension } from './recording-format.ts';
import { readRecording } from './recording-reader.ts';

export interface ExportResult {
  readonly exported: number;
  /** Files that could not be read, by name. */
  readonly unreadable: readonly string[];
}

/**
 * Writes every recording of a device as WebM, which any player of sound opens: `<start>-<call>[-<part>].webm`, and beside
 * it a JSON of what it is of. Whoever may do that may hear every call: it is for an administrator.
 */
export async function exportRecordings(folder: string, deviceKey: Buffer, target: string): Promise<ExportResult> {
  await mkdir(target, { recursive: true });
  const unreadable: string[] = [];
  let exported = 0;
  for (const name of (await readdir(folder).catch(() => [])).filter((one) => one.endsWith(extension)).sort()) {
    try {
      await exportOne(path.join(folder, name), deviceKey, target);
      exported++;
    } catch {
      unreadable.push(name);
    }
  }
  return { exported, unreadable };
}

async function exportOne(file: string, deviceKey: Buffer, target: string): Promise<void> {
  const { about, parts, endedAt } = await readRecording(file, deviceKey);
  const name = `${about.startedAt.replaceAll(/[:.]/g, '-')}-${about.callId}`;
  const files = parts.map((part, index) => ({ file: index === 0 ? `${name}.webm` : `${name}-${index + 1}.webm`, startedAt: part.startedAt }));
  for (const [index, part] of parts.entries()) await writeFile(path.join(target, files[index]?.file ?? ''), part.sound, { mode: 0o600 });
  await writeFile(path.join(target, `${name}.json`), `${JSON.stringify({ ...about, endedAt, files }, null, 2)}\n`, { mode: 0o600 });
}
