import { fillDocx } from '#shared/docx/docx-template.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { OfficeContract } from '#shared/ipc/office-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import { SheetFile } from './sheet-file.ts';

/** What the disk says of itself; anything else is a defect. */
const diskCodes: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EIO', 'EFBIG'];

async function onDisk<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown) || !diskCodes.includes(thrown.code)) throw thrown;
    throw new BalieError('office.not-written', `the file could not be written: ${String(thrown.code)}`, { details: { code: String(thrown.code) }, cause: thrown });
  }
}

/** What main may ask of the office process: one spreadsheet at a time. */
export function officeHandlers(): Handlers<OfficeContract> {
  let sheet: SheetFile | null = null;
  function open(): SheetFile {
    if (sheet === null) throw new BalieError('internal', 'no sheet was begun');
    return sheet;
  }
  return {
    'sheet.begin': ({ path, format, ...head }) => {
      sheet = new SheetFile(path, format, head);
    },
    'sheet.rows': ({ rows }) => onDisk(() => open().add(rows)),
    'sheet.end': () => onDisk(() => open().end()),
    'sheet.abort': () => open().abort(),
    'letter.fill': ({ template, fields }) => fillDocx(template, fields),
  };
}
