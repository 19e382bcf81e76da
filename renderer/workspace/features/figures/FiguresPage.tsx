import { useState } from 'react';
import type { FigureName } from '#shared/domain/quality/figures.ts';
import { useLeads } from '../../app/use-leads.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { TeamTrail } from '../trail/TeamTrail.tsx';
import { TrailTools } from '../trail/TrailTools.tsx';
import type { TrailChoice } from '../trail/trail-choice.ts';
import { OwnFigures, OwnTools } from './OwnFigures.tsx';
import { QueueFigures } from './QueueFigures.tsx';
import { QueueTools } from './QueueTools.tsx';
import { firstQueueChoice, type OwnChoice } from './span.ts';
import styles from './Figures.module.css';

const sides = ['own', 'queues', 'checks'] as const;
type Side = (typeof sides)[number];

interface FiguresPageProps {
  readonly onClose: () => void;
  readonly onCustomer: (customerId: string) => void;
}

/** Figures against what each queue agreed upon: the operator's own and, for who leads a team, those of its queues, and whom its operators asked who they are. */
export function FiguresPage({ onClose, onCustomer }: FiguresPageProps) {
  const { t } = useTexts();
  const leads = useLeads();
  const [chosen, setChosen] = useState<Side>('own');
  const [own, setOwn] = useState<OwnChoice>({ queue: 'busiest', span: 'month' });
  const [led, setLed] = useState(() => firstQueueChoice(Date.now()));
  const [trail, setTrail] = useState<TrailChoice>(() => ({ ...firstQueueChoice(Date.now()), span: 'week', agentId: null, kind: null }));
  const [name, setName] = useState<FigureName>('pickUp');
  useShortcut('F5', () => setChosen((before) => sides[(sides.indexOf(before) + 1) % sides.length] ?? 'own'), leads);
  const side = leads ? chosen : 'own';
  return (
    <div className={styles.page}>
      <PageHead title={t(leads ? 'figures.allTitle' : 'figures.title')} onClose={onClose}>
        {leads ? <Segments label={t('figures.whose')} keys="F5" items={sides.map((id) => ({ id, label: t(`figures.sides.${id}`) }))} value={side} onChange={setChosen} /> : null}
        {side === 'own' ? <OwnTools choice={own} onChoose={setOwn} /> : side === 'queues' ? <QueueTools choice={led} onChoose={setLed} /> : <TrailTools choice={trail} onChoose={setTrail} />}
      </PageHead>
      {side === 'own' ? <OwnFigures choice={own} name={name} onName={setName} /> : side === 'queues' ? <QueueFigures choice={led} name={name} onName={setName} /> : <TeamTrail choice={trail} onCustomer={onCustomer} />}
    </div>
  );
}
