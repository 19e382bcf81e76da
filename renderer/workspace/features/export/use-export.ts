import { exportColumns, exportWords, type ExportFormat, type ExportList, type ExportRequest } from '#shared/domain/office.ts';
import { useOnce } from '../../app/use-once.ts';
import { useServices } from '../../app/services.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';

interface Export {
  /** A file is being made. */
  readonly busy: boolean;
  /** Asks main for the list as a file; main asks the operator where to. */
  readonly save: (request: ExportRequest, format: ExportFormat) => void;
}

/** @returns whether the centre lets this operator export a list. */
export function useMayExport(list: ExportList): boolean {
  return useSnapshot(({ policy }) => policy?.exports.includes(list) === true);
}

/** Lists as files for office software, with headings and words in the operator's language. */
export function useExport(): Export {
  const { t } = useTexts();
  const { main, notices } = useServices();
  const { busy, once } = useOnce();

  async function order(request: ExportRequest, format: ExportFormat): Promise<void> {
    const names = Object.keys(exportColumns[request.list]) as (keyof (typeof exportColumns)['history'])[];
    const headings = Object.fromEntries(names.map((name) => [name, t(`export.column.${name}`)]));
    const words = Object.fromEntries(exportWords.map((word) => [word, t(`export.word.${word}`)]));
    // A dialog takes as long as the operator does, and so does a long list.
    const { rows } = await main.call('office.export', { request, format, title: t(`export.title.${request.list}`), headings, words }, { timeoutMs: 0 });
    if (rows !== null) notices.show({ kind: 'done', code: 'done.exported' });
  }

  return { busy, save: (request, format) => void once(() => order(request, format)) };
}
