import { useCallback, useMemo } from 'react';
import type { QualityTargets } from '#shared/domain/quality/agreement.ts';
import { targetOf, type FigureName } from '#shared/domain/quality/figures.ts';
import type { Bucket, PeriodFigures } from '#shared/domain/quality/periods.ts';
import { calendarDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { courseOf } from './chart-data.ts';
import { FigureChart } from './FigureChart.tsx';
import { figureText, type Whose } from './figure-text.ts';
import styles from './Figures.module.css';

interface FigureCourseProps {
  readonly whose: Whose;
  readonly name: FigureName;
  readonly bucket: Bucket;
  readonly periods: readonly PeriodFigures[];
  readonly targets: QualityTargets | null;
}

const shares: readonly FigureName[] = ['silence', 'adherence', 'completeness', 'firstContact'];

/** The chosen figure over days or weeks: what it means, its picture, and the same as a table. */
export function FigureCourse({ whose, name, bucket, periods, targets }: FigureCourseProps) {
  const { t, language } = useTexts();
  const course = useMemo(() => courseOf(periods, name, bucket), [periods, name, bucket]);
  const target = targets === null ? null : targetOf(name, targets);
  const title = t(`figures.name.${name}`);
  const valueText = useCallback((value: number) => figureText(t, language, name, value), [t, language, name]);
  const dayText = useCallback((day: string) => calendarDay(language, day), [language]);
  const rows = periods.filter(({ figures }) => figures[name].value !== null);
  return (
    <section className={styles.course} aria-labelledby="figure-course">
      <h2 id="figure-course">{title}</h2>
      <p className={styles.means}>{t(`figures.${whose === 'own' ? 'means' : 'meansOfQueue'}.${name}`)}</p>
      {rows.length === 0 ? (
        <p className={styles.empty}>{t('figures.notYet')}</p>
      ) : (
        <>
          <FigureChart course={course} target={target} isShare={shares.includes(name)} label={t('figures.chart', { name: title, count: rows.length })} valueText={valueText} dayText={dayText} />
          {target === null ? null : <p className={styles.legend}>{t('figures.legend', { value: figureText(t, language, name, target) })}</p>}
          <details className={styles.details}>
            <summary>{t('figures.asTable')}</summary>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t(`figures.${bucket}`)}</th>
                  <th scope="col">{title}</th>
                  <th scope="col">{t('figures.conversations')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.toReversed().map(({ day, figures }) => (
                  <tr key={day}>
                    <th scope="row">{dayText(day)}</th>
                    <td>{figureText(t, language, name, figures[name].value)}</td>
                    <td>{figures[name].count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
