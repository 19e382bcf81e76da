import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Says why something is not shown. @param elsewhere the file is of somebody else than who is on the line. */
export function LockedNotice({ elsewhere = false }: { readonly elsewhere?: boolean }) {
  const { t } = useTexts();
  return <Notice tone="info">{t(elsewhere ? 'identity.lockedElsewhere' : 'identity.lockedHere')}</Notice>;
}
