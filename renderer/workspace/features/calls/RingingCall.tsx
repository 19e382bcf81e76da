import { useState } from 'react';
import type { CallIn } from '#shared/domain/call.ts';
import { useNow } from '../../app/use-now.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { TransferPanel } from '../transfer/TransferPanel.tsx';
import { AutoAnswer } from './AutoAnswer.tsx';
import { CallCard } from './CallCard.tsx';
import { HandOverNote } from './HandOverNote.tsx';
import { QueueName } from './QueueName.tsx';
import { useCallActions } from './use-call-actions.ts';
import { useCallView } from './use-call-view.ts';
import styles from './CallTime.module.css';

interface RingingCallProps {
  readonly call: CallIn<'ringing' | 'answering'>;
}

/** A call that rings in. It asks for nothing but a yes or a no; sending it on is there for who wants to. */
export function RingingCall({ call }: RingingCallProps) {
  const { t } = useTexts();
  const { caller, file, queueName } = useCallView(call);
  const { answer, decline } = useCallActions();
  const [panelOpen, setPanelOpen] = useState(false);
  const ringing = call.state === 'ringing';
  useShortcut('Alt+t', () => setPanelOpen((open) => !open), ringing);
  return (
    <>
      <CallCard
        tone="ring"
        title={caller.title}
        facts={[caller.number ?? t('caller.noNumber'), <QueueName key="queue" name={queueName} />, ...(ringing && call.autoAnswerAt !== null ? [<AutoAnswer key="auto" at={call.autoAnswerAt} />] : [])]}
        middle={<Waited call={call} target={file?.queue?.pickUpTargetSeconds ?? null} />}
        actions={
          <>
            <Button size="tall" keys="Alt+t" isDisabled={!ringing} isOn={panelOpen} aria-expanded={panelOpen} onPress={() => setPanelOpen(!panelOpen)}>
              {t('transfer.deflect')}
            </Button>
            <Button tone="danger" size="big" keys="Alt+w" isDisabled={!ringing} onPress={() => decline(call.id)}>
              {t('call.decline')}
            </Button>
            <Button tone="answer" size="big" keys="Alt+a" isDisabled={!ringing} onPress={() => answer(call.id)}>
              {t('call.answer')}
            </Button>
          </>
        }
        notices={<HandOverNote call={call} file={file} />}
      />
      {panelOpen && ringing ? <TransferPanel call={call} file={file} who={caller.title} onClose={() => setPanelOpen(false)} /> : null}
    </>
  );
}

/** How long it rings, by itself: the card around it is not drawn every second. */
function Waited({ call, target }: RingingCallProps & { readonly target: number | null }) {
  const { t } = useTexts();
  const waited = Math.max(0, Math.floor((useNow() - Date.parse(call.startedAt)) / 1000));
  return (
    <div className={styles.time}>
      <span className={styles.line}>
        <strong className={styles.state}>{call.state === 'ringing' ? t('call.ringing') : t('call.answering')}</strong>
        <span className={styles.target}>{target === null ? duration(waited * 1000) : t('call.ringTarget', { seconds: waited, target })}</span>
      </span>
      {target === null ? null : <ProgressLine label={t('call.pickUp')} value={waited / target} tone="ring" text={t('call.ringTarget', { seconds: waited, target })} />}
    </div>
  );
}
