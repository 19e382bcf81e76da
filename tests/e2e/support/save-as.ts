import { join } from 'node:path';
import type { Balie } from './balie.ts';

/** The operator saves whatever is proposed in the profile's folder, under this name. @returns its path. */
export async function saveAs({ app, profile }: Pick<Balie, 'app' | 'profile'>, name: string): Promise<string> {
  const filePath = join(profile, name);
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  return filePath;
}

/** The operator points at this file whenever one is asked for. */
export async function openFrom({ app }: Pick<Balie, 'app'>, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, filePath);
}
