import { useState } from 'react';
import type { FigureName } from '#shared/domain/quality/figures.ts';
import { useLeads } from '../../app/use-leads.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { OwnFigures, OwnTools } from './OwnFigures.tsx';
import { QueueFigures } from './QueueFigures.tsx';
import { QueueTools } from './QueueTools.tsx';
import { firstQueueChoice, type OwnChoice } from './span.ts';
import styles from './Figures.module.css';

const sides = ['own', 'queues'] as const;

/** Figures against what each queue agreed upon: the operator's own and, for who leads a team, those of its queues. */
export function FiguresPage({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const leads = useLeads();
  const [chosen, setChosen] = useState<(typeof sides)[number]>('own');
  const [own, setOwn] = useState<OwnChoice>({ queue: 'busiest', span: 'month' });
  const [led, setLed] = useState(() => firstQueueChoice(Date.now()));
  const [name, setName] = useState<FigureName>('pickUp');
  useShortcut('F5', () => setChosen((before) => (before === 'own' ? 'queues' : 'own')), leads);
  const side = leads ? chosen : 'own';
  return (
    <div className={styles.page}>
      <PageHead title={t(leads ? 'figures.allTitle' : 'figures.title')} onClose={onClose}>
        {leads ? <Segments label={t('figures.whose')} keys="F5" items={sides.map((id) => ({ id, label: t(`figures.sides.${id}`) }))} value={side} onChange={setChosen} /> : null}
        {side === 'own' ? <OwnTools choice={own} onChoose={setOwn} /> : <QueueTools choice={led} onChoose={setLed} />}
      </PageHead>
      {side === 'own' ? <OwnFigures choice={own} name={name} onName={setName} /> : <QueueFigures choice={led} name={name} onName={setName} />}
    </div>
  );
}
