import { Cover } from '../features/session/Cover.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';

/** Shown when the page itself fails. */
export function DefectPage({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTexts();
  return (
    <Cover title={t('defect.title')}>
      <p>{t('defect.body')}</p>
      <div>
        <Button tone="primary" onPress={onAgain}>
          {t('defect.again')}
        </Button>
      </div>
    </Cover>
  );
}
