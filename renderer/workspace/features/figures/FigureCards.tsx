import { RadioGroup } from 'react-aria-components';
import type { QualityTargets } from '#shared/domain/quality/agreement.ts';
import { figureNames, type FigureName, type Figures } from '#shared/domain/quality/figures.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { FigureCard } from './FigureCard.tsx';
import type { Whose } from './figure-text.ts';
import styles from './Figures.module.css';

interface FigureCardsProps {
  readonly whose: Whose;
  /** The one that is drawn over time. */
  readonly name: FigureName;
  readonly figures: Figures;
  /** Of today beside those of the whole time. */
  readonly today?: Figures;
  readonly targets: QualityTargets | null;
  readonly onName: (name: FigureName) => void;
}

/** Every figure, one of them chosen. */
export function FigureCards({ whose, name, figures, today, targets, onName }: FigureCardsProps) {
  const { t } = useTexts();
  return (
    <RadioGroup className={(whose === 'own' ? styles.cards : styles.narrowCards) ?? ''} aria-label={t('figures.choose')} orientation="horizontal" value={name} onChange={(chosen) => onName(chosen as FigureName)}>
      {figureNames.map((one) => (
        <FigureCard key={one} whose={whose} name={one} whole={figures[one]} today={today?.[one]} targets={targets} />
      ))}
    </RadioGroup>
  );
}
