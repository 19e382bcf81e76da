import type { Call } from '#shared/domain/call.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';

interface HandOverNoteProps {
  readonly call: Call;
  readonly file: InteractionFile | null;
}

/**
 * What the colleague who transferred this call wrote along with it: read before the first word is said. The
 * signalling is the faster way, where the exchange lets it through; the centre knows who wrote it as well.
 */
export function HandOverNote({ call, file }: HandOverNoteProps) {
  const { t } = useTexts();
  const told = file?.handOver ?? null;
  const note = call.handOver ?? told?.note ?? '';
  if (note === '') return null;
  const by = told?.by ?? null;
  return (
    <Notice tone="wrap" title={by === null ? t('transfer.noteFrom') : t('transfer.noteFromWho', { name: by })}>
      <span data-selectable="true">{plain(note)}</span>
    </Notice>
  );
}
