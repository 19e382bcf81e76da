import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Script.module.css';

interface ObjectionPipsProps {
  readonly spent: number;
  readonly budget: number;
}

/** How many counter-arguments were used. When all are, only the closing path is offered; a queue may have none at all. */
export function ObjectionPips({ spent, budget }: ObjectionPipsProps) {
  const { t } = useTexts();
  return (
    <span className={styles.pips}>
      <span>{t('script.objections')}</span>
      <span aria-hidden="true" className={styles.dots}>
        {Array.from({ length: budget }, (_, index) => (
          <i key={index} data-spent={index < spent} />
        ))}
      </span>
      <span className={styles.muted}>{budget === 0 ? t('script.objectionsNone') : t('script.objectionsOf', { spent, budget })}</span>
    </span>
  );
}
