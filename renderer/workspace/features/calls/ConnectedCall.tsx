import { useState } from 'react';
import type { CallIn } from '#shared/domain/call.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QualityChip } from '../quality/QualityChip.tsx';
import { QualityWarning } from '../quality/QualityWarning.tsx';
import { RecordingBar } from '../recording/RecordingBar.tsx';
import { RecordingTrouble } from '../recording/RecordingTrouble.tsx';
import { TransferPanel } from '../transfer/TransferPanel.tsx';
import { TransferProgress } from '../transfer/TransferProgress.tsx';
import { useTransfer } from '../transfer/use-transfer.ts';
import { CallCard } from './CallCard.tsx';
import { CallKeys } from './CallKeys.tsx';
import { CallTimer } from './CallTimer.tsx';
import { CallTroubles } from './CallTroubles.tsx';
import { HandOverNote } from './HandOverNote.tsx';
import { LevelMeters } from './LevelMeters.tsx';
import { QueueName } from './QueueName.tsx';
import { isHeld } from './choose-work.ts';
import { useCallView } from './use-call-view.ts';
import styles from './CallTime.module.css';

interface ConnectedCallProps {
  readonly call: CallIn<'connected'>;
}

/** The conversation in hand, with its time, both levels and every action on a key. */
export function ConnectedCall({ call }: ConnectedCallProps) {
  const { t } = useTexts();
  const { caller, file, queueName } = useCallView(call);
  const { dismiss } = useTransfer();
  const [panelOpen, setPanelOpen] = useState(false);
  const { transfer } = call;
  const under = transfer !== null && transfer.phase !== 'failed';
  const held = isHeld(call);
  const pickedUp = Math.max(0, Math.round((Date.parse(call.answeredAt) - Date.parse(call.startedAt)) / 1000));
  return (
    <>
      <CallCard
        tone={held ? 'hold' : 'live'}
        title={caller.title}
        facts={[caller.number ?? t('caller.noNumber'), <QueueName key="queue" name={queueName} />, call.direction === 'inbound' ? t('call.pickedUpAfter', { seconds: pickedUp }) : t('call.outbound')]}
        extras={
          <>
            <QualityChip call={call} />
            <RecordingBar call={call} file={file} />
          </>
        }
        middle={
          <div className={styles.time}>
            <CallTimer since={call.answeredAt} target={file?.queue?.durationTargetSeconds ?? null} />
            <LevelMeters callId={call.id} silence={held ? 'held' : call.muted ? 'muted' : null} />
          </div>
        }
        actions={under ? <TakeBack call={call} /> : <CallKeys callId={call.id} muted={call.muted} held={held} panelOpen={panelOpen} onPanel={setPanelOpen} />}
        notices={
          <>
            {transfer === null ? null : <TransferProgress transfer={transfer} onSeen={() => dismiss(call)} />}
            <HandOverNote call={call} file={file} />
            <CallTroubles call={call} />
            <RecordingTrouble call={call} />
            <QualityWarning call={call} />
          </>
        }
      />
      {panelOpen && !under ? <TransferPanel call={call} file={file} who={caller.title} onClose={() => setPanelOpen(false)} /> : null}
    </>
  );
}

/** While a transfer is under way there is one thing to do: not to. */
function TakeBack({ call }: ConnectedCallProps) {
  const { t } = useTexts();
  const { busy, back } = useTransfer();
  useShortcut('Alt+g', () => back(call), !busy);
  return (
    <Button size="tall" keys="Alt+g" isDisabled={busy} onPress={() => back(call)}>
      {t('transfer.back')}
    </Button>
  );
}
