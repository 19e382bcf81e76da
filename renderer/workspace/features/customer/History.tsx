import type { Interaction } from '#shared/domain/entities.ts';
import { useOutcomes } from '../wrapup/use-outcomes.ts';
import { dayAndTime, duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { contactTitle } from './contact-title.ts';
import styles from './History.module.css';

interface HistoryProps {
  readonly interactions: readonly Interaction[];
  /** The conversation on screen: it is no history yet. */
  readonly currentId: string;
  /** How many are shown; all unless told. */
  readonly limit?: number;
  /** In a narrow column the date stands above. */
  readonly isNarrow?: boolean;
}

/** Earlier contacts, most recent first: when, what came of it, and the note. */
export function History({ interactions, currentId, limit, isNarrow = false }: HistoryProps) {
  const { t, language } = useTexts();
  const outcomeLabel = useOutcomes();
  const earlier = interactions.filter((interaction) => interaction.id !== currentId).slice(0, limit);
  if (earlier.length === 0) return <p className={styles.empty}>{t('history.none')}</p>;
  return (
    <ol className={styles.list} data-narrow={isNarrow}>
      {earlier.map((interaction) => (
        <li key={interaction.id} className={styles.item}>
          <span className={styles.when}>{dayAndTime(language, interaction.startedAt)}</span>
          <div data-selectable="true">
            <strong>{contactTitle(t, interaction, outcomeLabel(interaction.outcomeId))}</strong>
            <span className={styles.meta}>
              {' · '}
              {t(`direction.${interaction.direction}`)}
              {interaction.answeredAt === null || interaction.endedAt === null ? '' : ` · ${duration(Date.parse(interaction.endedAt) - Date.parse(interaction.answeredAt))}`}
            </span>
            {interaction.sentence === '' ? null : <p>{interaction.sentence}</p>}
            {interaction.note === '' ? null : <p className={styles.meta}>{interaction.note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
