import { useAfterRinging } from '../../app/use-after-ringing.ts';
import { useShownCall, useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PromiseButton } from '../casework/PromiseButton.tsx';
import { QuestionBox } from '../casework/QuestionBox.tsx';
import { FollowUpButton } from '../file/FollowUpButton.tsx';
import { PinnedNotes } from '../file/PinnedNotes.tsx';
import { History } from '../customer/History.tsx';
import { LeftBehind } from './LeftBehind.tsx';
import { NotePanel } from './NotePanel.tsx';
import styles from './SidePanel.module.css';

const recent = 3;

/** Notes, and what is good to know beside them: when a call rings, its script and its customer are on the screen before. */
export function SidePanel() {
  const { t } = useTexts();
  const isDrawn = useAfterRinging();
  return (
    <Panel title={t('side.title')} className={styles.panel}>
      {isDrawn ? <Beside /> : null}
    </Panel>
  );
}

function Beside() {
  const { t } = useTexts();
  const { file } = useWork();
  // Afterwards it stands beside closing.
  const talking = useShownCall((call) => call.state === 'ended') === false;
  return (
    <>
      {file === null ? null : <NotePanel key={file.interaction.id} file={file} className={styles.note} />}
      {file === null ? null : <QuestionBox key={`question ${file.interaction.id}`} file={file} />}
      {file === null ? null : (
        <div className={styles.tools}>
          {talking ? <FollowUpButton file={file} /> : null}
          <PromiseButton file={file} />
        </div>
      )}
      {file?.customer ? <PinnedNotes notes={file.customer.notes} /> : null}
      {file?.customer ? (
        <section className={styles.recent} aria-label={t('side.recent')}>
          <h3 className={styles.heading}>{t('side.recent')}</h3>
          <History interactions={file.customer.interactions} currentId={file.interaction.id} limit={recent} isNarrow />
        </section>
      ) : null}
      <LeftBehind />
    </>
  );
}
