import { wholeNumber } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { Cover } from './Cover.tsx';
import styles from './Cover.module.css';

interface FirstFillProps {
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Not to wait for the last customer. */
  readonly onStart: () => void;
}

/** The first time on this device: the customers come in. Those who are in can be found, and their calls be taken, meanwhile. */
export function FirstFill({ progress, onStart }: FirstFillProps) {
  const { t, language } = useTexts();
  const text = progress === null ? t('fill.starting') : t('fill.progress', { done: wholeNumber(language, progress.done), total: wholeNumber(language, progress.total) });
  return (
    <Cover title={t('fill.title')}>
      <p className={styles.muted}>{t('fill.body')}</p>
      <ProgressLine label={t('fill.title')} value={progress === null || progress.total === 0 ? 0 : progress.done / progress.total} text={text} />
      <p role="status">{text}</p>
      {progress !== null && progress.done > 0 ? <Button onPress={onStart}>{t('fill.start')}</Button> : null}
    </Cover>
  );
}
