import type { OrderProblem } from '#shared/domain/ordering/review.ts';
import { euro } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Order.module.css';

interface OrderProblemsProps {
  readonly problems: readonly OrderProblem[];
  /** How what a problem is about is called. */
  readonly nameOf: (id: string) => string | null;
}

/** What is wrong, each in a sentence that says what to do. */
export function OrderProblems({ problems, nameOf }: OrderProblemsProps) {
  const { t, language } = useTexts();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.map(({ code, about, now }) => {
        const name = about === null ? null : nameOf(about);
        const texts = { name: name ?? t('order.this'), count: now ?? 0, total: now === null ? '' : euro(language, now) };
        return <li key={`${code} ${about ?? ''}`}>{t(`order.problem.${code}`, texts)}</li>;
      })}
    </ul>
  );
}
