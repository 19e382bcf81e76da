import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { newToken } from './exchange/sip-build.ts';

/** What stays the same from one start to the next, so that a workstation finds its centre again. */
const settingsSchema = z.object({ centralPort: z.number().int().min(0).max(65_535), sipPort: z.number().int().min(0).max(65_535), sipPassword: z.string().min(16) });
export type LocalSettings = z.infer<typeof settingsSchema>;

/** Reads the settings of a data folder; one that is new or unreadable gets fresh ones. */
export function readSettings(folder: string): LocalSettings {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return { centralPort: 0, sipPort: 0, sipPassword: newToken() };
  }
}

export function writeSettings(folder: string, settings: LocalSettings): void {
  writeFileSync(fileIn(folder), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
}

/** @returns the wanted port if nobody has it, else any free one. */
export async function freePort(wanted: number): Promise<number> {
  return (await boundPort(wanted)) ?? (await boundPort(0)) ?? 0;
}

function boundPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const { port: bound } = probe.address() as AddressInfo;
      probe.close(() => resolve(bound));
    });
  });
}

function fileIn(folder: string): string {
  return join(folder, 'practice.json');
}
