import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n/use-texts.ts';
import { Picker } from '../../ui/Picker.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { DayTools } from './DayTools.tsx';
import type { QueueChoice } from './span.ts';
import { useQueueFigures } from './use-queue-figures.ts';

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
      <DayTools choice={choice} onChoose={onChoose} />
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
