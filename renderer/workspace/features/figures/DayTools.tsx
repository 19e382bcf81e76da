import { useTexts } from '../../i18n/use-texts.ts';
import { Segments } from '../../ui/Segments.tsx';
import { queueSpans, type DayChoice } from './span.ts';
import styles from './Figures.module.css';

interface DayToolsProps<T extends DayChoice> {
  readonly choice: T;
  readonly onChoose: (choice: T) => void;
}

/** Over which days: the last ones, or some of one's own choice. */
export function DayTools<T extends DayChoice>({ choice, onChoose }: DayToolsProps<T>) {
  const { t } = useTexts();
  return (
    <>
      <Segments label={t('figures.span')} items={queueSpans.map((id) => ({ id, label: t(`figures.spans.${id}`) }))} value={choice.span} onChange={(span) => onChoose({ ...choice, span })} />
      {choice.span === 'own' ? (
        <div className={styles.days}>
          <label>
            {t('figures.firstDay')}
            <input type="date" value={choice.first} max={choice.last} onChange={({ target }) => onChoose({ ...choice, first: target.value })} />
          </label>
          <label>
            {t('figures.lastDay')}
            <input type="date" value={choice.last} min={choice.first} onChange={({ target }) => onChoose({ ...choice, last: target.value })} />
          </label>
        </div>
      ) : null}
    </>
  );
}
