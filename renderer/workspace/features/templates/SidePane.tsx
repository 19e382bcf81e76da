import { useState } from 'react';
import type { LetterContent } from '#shared/domain/letter-parts.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Segments } from '../../ui/Segments.tsx';
import { EditionPane } from './EditionPane.tsx';
import { SamplePane } from './SamplePane.tsx';
import type { Audience } from './VariantPanel.tsx';
import desk from './Desk.module.css';
import styles from './Side.module.css';

const paneKey = 'Ctrl+Shift+e';
const panes = ['sample', 'editions'] as const;

interface SidePaneProps {
  readonly templateId: string;
  readonly content: LetterContent;
  readonly audience: Audience;
  /** The edition one went on from; null: it is new. */
  readonly edition: number | null;
  readonly onTake: (words: LetterContent) => void;
}

/** Beside the words: how they read, and what they were. */
export function SidePane({ templateId, content, audience, edition, onTake }: SidePaneProps) {
  const { t } = useTexts();
  const [pane, setPane] = useState<(typeof panes)[number]>('sample');
  useShortcut(paneKey, () => setPane(pane === 'sample' ? 'editions' : 'sample'));
  return (
    <section className={desk.side} aria-label={t(`templates.pane.${pane}`)}>
      <div className={styles.sideHead}>
        <Segments label={t('templates.beside')} items={panes.map((id) => ({ id, label: t(`templates.pane.${id}`) }))} value={pane} onChange={setPane} keys={paneKey} />
      </div>
      {pane === 'sample' ? <SamplePane content={content} audience={audience} /> : edition === null ? <p className={styles.sideEmpty}>{t('templates.noEditions')}</p> : <EditionPane templateId={templateId} content={content} onTake={onTake} />}
    </section>
  );
}
