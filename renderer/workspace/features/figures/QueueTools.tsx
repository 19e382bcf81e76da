import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n/use-texts.ts';
import { Picker } from '../../ui/Picker.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { queueSpans, type QueueChoice } from './span.ts';
import { useQueueFigures } from './use-queue-figures.ts';
import styles from './Figures.module.css';

interface QueueToolsProps {
  readonly choice: QueueChoice;
  readonly onChoose: (choice: QueueChoice) => void;
}

const allTeams = '';

/** Over which days, and of whose operators. */
export function QueueTools({ choice, onChoose }: QueueToolsProps) {
  const { t } = useTexts();
  const { wish, query } = useQueueFigures(choice);
  const { data } = useQuery(query);
  const teams = data?.teams ?? [];
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
      {teams.length === 0 && choice.team === null ? null : (
        <Picker
          label={t('figures.team')}
          placeholder={t('figures.team')}
          items={[{ id: allTeams, label: t('figures.allTeams') }, ...[...new Set([...teams, ...(choice.team === null ? [] : [choice.team])])].map((id) => ({ id, label: id }))]}
          value={choice.team ?? allTeams}
          onChange={(id) => onChoose({ ...choice, team: id === allTeams ? null : id })}
        />
      )}
      {wish === null ? null : <ExportMenu requests={[{ list: 'queueFigures', ...wish }]} />}
    </>
  );
}
