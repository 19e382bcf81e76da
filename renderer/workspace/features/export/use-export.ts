import { exportColumns, type ExportFormat, type ExportList, type ExportRequest } from '#shared/domain/office.ts';
import { useOnce } from '../../app/use-once.ts';
import { useServices } from '../../app/services.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { exportWords } from './export-words.ts';

interface Export {
  /** A file is being made. */
  readonly busy: boolean;
  /** Asks main for the list as a file; main asks the operator where to. */
  readonly save: (request: ExportRequest, format: ExportFormat) => void;
}

const none: readonly ExportList[] = [];

/** @returns the lists that the centre lets this operator export. */
export function useMayExport(): readonly ExportList[] {
  return useSnapshot(({ policy }) => policy?.exports ?? none);
}

/** Lists as files for office software, with headings and words in the operator's language. */
export function useExport(): Export {
  const { t } = useTexts();
  const { main, notices } = useServices();
  const { busy, once } = useOnce();

  async function order(request: ExportRequest, format: ExportFormat): Promise<void> {
    const names = Object.keys(exportColumns[request.list]) as (keyof (typeof exportColumns)['history'])[];
    const headings = Object.fromEntries(names.map((name) => [name, t(`export.column.${name}`)]));
    // A dialog takes as long as the operator does, and so does a long list.
    const { rows } = await main.call('office.export', { request, format, title: t(`export.title.${request.list}`), headings, words: exportWords(t) }, { timeoutMs: 0 });
    if (rows !== null) notices.show({ kind: 'done', code: 'done.exported' });
  }

  return { busy, save: (request, format) => void once(() => order(request, format)) };
}
