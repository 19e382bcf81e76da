import { useQuery } from '@tanstack/react-query';
import { accuracyShare, agreedShare, type AccuracyDay } from '#shared/domain/accuracy.ts';
import { useServices } from '../../app/services.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Entry.module.css';

/** How much of what was entered had to be typed again: for the operator, and for nobody else. */
export function AccuracyMeter() {
  const { t, language } = useTexts();
  const { store } = useServices();
  const { data } = useQuery({ queryKey: ['accuracy'], queryFn: () => store.call('accuracy.read', undefined), staleTime: 0, gcTime: 0 });
  const [latest] = data ?? [];
  const percent = (share: number): string => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  const line = (days: readonly AccuracyDay[]): string => {
    const share = accuracyShare(days);
    return share === null ? t('entry.accuracyFew') : t('entry.accuracyShare', { share: percent(share) });
  };
  return (
    <div className={styles.list}>
      <h3>{t('entry.accuracy')}</h3>
      <p className={styles.muted}>{t('entry.accuracyHint', { agreed: percent(agreedShare) })}</p>
      <dl className={styles.facts}>
        <dt>{t('entry.accuracyLast')}</dt>
        <dd>{line(latest === undefined ? [] : [latest])}</dd>
        <dt>{t('entry.accuracyMonth')}</dt>
        <dd>{line(data ?? [])}</dd>
      </dl>
    </div>
  );
}
