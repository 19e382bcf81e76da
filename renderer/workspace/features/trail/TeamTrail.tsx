import { useNow } from '../../app/use-now.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Trail } from './Trail.tsx';
import { trailWish, type TrailChoice } from './trail-choice.ts';
import styles from './Trail.module.css';

/** The days are of a place: they are over at its midnight, which comes on a quarter of an hour everywhere. */
const quarterMs = 15 * 60_000;

/** The identity checks of whoever works here, by day and by operator: for who leads a team. */
export function TeamTrail({ choice, onCustomer }: { readonly choice: TrailChoice; readonly onCustomer: (customerId: string) => void }) {
  const { t } = useTexts();
  const wish = trailWish(choice, useNow(quarterMs));
  if (wish === null) return <p className={styles.empty}>{t('figures.noDays')}</p>;
  return (
    <>
      <p className={styles.muted}>{t('trail.intro')}</p>
      <Trail wish={wish} onCustomer={onCustomer} />
    </>
  );
}
