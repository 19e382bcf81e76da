import { useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../app/use-now.ts';
import { Picker } from '../../ui/Picker.tsx';
import { useColleagues } from '../casework/casework-queries.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { DayTools } from '../figures/DayTools.tsx';
import { trailKinds, trailWish, type TrailChoice } from './trail-choice.ts';

interface TrailToolsProps {
  readonly choice: TrailChoice;
  readonly onChoose: (choice: TrailChoice) => void;
}

const minuteMs = 60_000;
const everybody = '';

/** Of which days, whose checks, and how they ended; what is in sight leaves as a file, to whom the centre lets. */
export function TrailTools({ choice, onChoose }: TrailToolsProps) {
  const { t } = useTexts();
  const colleagues = useColleagues();
  const wish = trailWish(choice, useNow(minuteMs));
  const kind = trailKinds.find((each) => each === choice.kind) ?? everybody;
  return (
    <>
      <DayTools choice={choice} onChoose={onChoose} />
      <Picker label={t('trail.who')} placeholder={t('trail.who')} items={[{ id: everybody, label: t('trail.everybody') }, ...colleagues.map(({ id, name }) => ({ id, label: name }))]} value={choice.agentId ?? everybody} onChange={(id) => onChoose({ ...choice, agentId: id === everybody ? null : id })} />
      <Picker
        label={t('trail.answer')}
        placeholder={t('trail.answer')}
        items={[{ id: everybody, label: t('trail.anyAnswer') }, ...trailKinds.map((id) => ({ id, label: t(`trail.kind.${id}`) }))]}
        value={kind}
        onChange={(id) => onChoose({ ...choice, kind: trailKinds.find((each) => each === id) ?? null })}
      />
      {wish === null ? null : <ExportMenu requests={[{ list: 'identityChecks', ...wish }]} />}
    </>
  );
}
