import { Radio } from 'react-aria-components';
import type { QualityTargets } from '#shared/domain/quality/agreement.ts';
import { standingOf, targetOf, type Figure, type FigureName } from '#shared/domain/quality/figures.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { percentage } from '../../i18n/format.ts';
import { figureText, madeOf, type Whose } from './figure-text.ts';
import styles from './Figures.module.css';

interface FigureCardProps {
  readonly whose: Whose;
  readonly name: FigureName;
  readonly whole: Figure;
  readonly today: Figure | undefined;
  readonly targets: QualityTargets | null;
}

/** One figure: what it is, of how many conversations, today, and against what was agreed. Chosen, it is drawn over time. */
export function FigureCard({ whose, name, whole, today, targets }: FigureCardProps) {
  const { t, language } = useTexts();
  const target = targets === null ? null : targetOf(name, targets);
  const standing = standingOf(name, whole, targets);
  const share = name === 'pickUp' ? (targets?.pickUpPercent ?? null) : null;
  return (
    <Radio value={name} className={styles.card ?? ''}>
      <span className={styles.name}>{t(`figures.name.${name}`)}</span>
      <strong className={styles.value}>{figureText(t, language, name, whole.value)}</strong>
      <span className={styles.made}>{madeOf(t, whose, name, whole)}</span>
      {today === undefined ? null : <span className={styles.today}>{t('figures.todayIs', { value: figureText(t, language, name, today.value) })}</span>}
      {target === null ? null : (
        <span className={styles.agreed} data-standing={standing ?? 'unknown'}>
          {share === null ? t(`figures.target.${name === 'adherence' || name === 'firstContact' ? 'least' : 'most'}`, { value: figureText(t, language, name, target) }) : t('figures.target.share', { share: percentage(language, share / 100), value: figureText(t, language, name, target) })}
          {whole.within === null ? null : <span>{t('figures.within', { share: percentage(language, whole.within) })}</span>}
          {standing === null ? null : <b>{t(`figures.standing.${standing}`)}</b>}
        </span>
      )}
    </Radio>
  );
}
