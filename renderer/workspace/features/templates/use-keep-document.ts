import type { LetterFields } from '#shared/domain/letters.ts';
import { useServices } from '../../app/services.ts';
import { useOnce } from '../../app/use-once.ts';

interface KeepDocument {
  readonly busy: boolean;
  /** Saves a document of central where the operator says: as it is or, with fields, as a letter would be. */
  readonly document: (sha256: string, name: string, fields?: LetterFields) => void;
}

export function useKeepDocument(): KeepDocument {
  const { main, notices } = useServices();
  const { busy, once } = useOnce();
  return {
    busy,
    document: (sha256, name, fields) =>
      void once(async () => {
        const { saved } = await main.call('templates.keep', { sha256, name: name.slice(0, 200), fields: fields ?? null }, { timeoutMs: 0 });
        if (saved) notices.show({ kind: 'done', code: 'done.documentSaved' });
      }),
  };
}
