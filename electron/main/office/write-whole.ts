import { rename, rm, writeFile } from 'node:fs/promises';
import { BalieError } from '#shared/domain/errors.ts';

/**
 * Writes a file that is there whole or not at all.
 *
 * @param before what has to be done before it is there: when it is refused, the file is not.
 * @throws {BalieError} `office.not-written`; what `before` is refused with.
 */
export async function writeWhole(place: string, bytes: Uint8Array, before: () => Promise<unknown> = async () => undefined): Promise<void> {
  const aside = `${place}.part`;
  try {
    await writeFile(aside, bytes, { mode: 0o600 });
    await before();
    await rename(aside, place);
  } catch (thrown) {
    await rm(aside, { force: true });
    if (thrown instanceof BalieError) throw thrown;
    throw new BalieError('office.not-written', 'the document could not be saved there', { cause: thrown });
  }
}
