import { asBalieError } from '#shared/domain/errors.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface CentralAwayProps {
  /** What asking central for its templates came to. */
  readonly error: unknown;
  readonly onAgain: () => void;
}

/** Says that central cannot be reached, or why it does not answer. */
export function CentralAway({ error, onAgain }: CentralAwayProps) {
  const { t } = useTexts();
  if (error === null) return null;
  const { code } = asBalieError(error);
  const text = t(`errors.${code}`);
  const isAway = code === 'session.unreachable';
  return (
    <Notice tone="warn" live="status" title={isAway ? t('templates.needsNetwork') : text} actions={<Button onPress={onAgain}>{t('templates.again')}</Button>}>
      {isAway ? text : null}
    </Notice>
  );
}
