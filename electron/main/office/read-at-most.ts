import { open } from 'node:fs/promises';

/** @returns what is in a file; null where that is more than so many bytes, or where it is no file. */
export async function readAtMost(file: string, bytes: number): Promise<Buffer | null> {
  const handle = await open(file);
  try {
    const about = await handle.stat();
    return about.isFile() && about.size <= bytes ? await handle.readFile() : null;
  } finally {
    await handle.close();
  }
}
