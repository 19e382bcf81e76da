import { plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What the colleague who transferred this call wrote along with it: read before the first word is said. */
export function HandOverNote({ note }: { readonly note: string }) {
  const { t } = useTexts();
  return (
    <Notice tone="wrap" title={t('transfer.noteFrom')}>
      <span data-selectable="true">{plain(note)}</span>
    </Notice>
  );
}
