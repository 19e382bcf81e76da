import { memo } from 'react';
import type { Call } from '#shared/domain/call.ts';
import { Elapsed } from '../../app/Elapsed.tsx';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useTransfer } from '../transfer/use-transfer.ts';
import { AutoAnswer } from './AutoAnswer.tsx';
import { CallCard } from './CallCard.tsx';
import { isHeld, isTaken } from './choose-work.ts';
import { HandOverNote } from './HandOverNote.tsx';
import { useCallActions } from './use-call-actions.ts';
import { useCallView } from './use-call-view.ts';

interface OtherCallProps {
  readonly call: Call;
  /** This one is what Alt+A answers and Alt+W declines. */
  readonly isFirstRinging: boolean;
  /** This one is what Alt+G takes back. */
  readonly isFirstHeld: boolean;
  /** The call in hand, when both can be joined. */
  readonly joinWith: Call | null;
}

/** A call beside the one in hand: offered, kept on hold, or going on while another one's file is looked at. */
export const OtherCall = memo(function OtherCall({ call, isFirstRinging, isFirstHeld, joinWith }: OtherCallProps) {
  const { t } = useTexts();
  const { show } = useWork();
  const { caller, file, queueName } = useCallView(call);
  const { answer, decline, swapTo } = useCallActions();
  const { busy, join } = useTransfer();
  const speaking = useSnapshot(({ calls }) => calls.some((other) => other.id !== call.id && isTaken(other)));
  const canJoin = joinWith !== null && isFirstHeld && !busy;
  useShortcut('Alt+c', () => joinWith !== null && join(joinWith, call), canJoin);
  const queue = queueName ?? t('call.direct');
  if (call.state === 'ringing') {
    return (
      <CallCard
        compact
        tone="ring"
        mark={t('call.waiting')}
        title={caller.title}
        facts={[caller.number ?? t('caller.noNumber'), queue, <Elapsed key="since" since={call.startedAt} />, ...(call.autoAnswerAt === null ? [] : [<AutoAnswer key="auto" at={call.autoAnswerAt} />])]}
        actions={
          <>
            <Button size="tall" tone="danger" {...(isFirstRinging ? { keys: 'Alt+w' } : {})} onPress={() => decline(call.id)}>
              {t('call.decline')}
            </Button>
            <Button size="tall" tone="answer" {...(isFirstRinging ? { keys: 'Alt+a' } : {})} onPress={() => answer(call.id)}>
              {speaking ? t('call.answerAndHold') : t('call.answer')}
            </Button>
          </>
        }
        notices={<HandOverNote call={call} file={file} />}
      />
    );
  }
  const held = isHeld(call);
  return (
    <CallCard
      compact
      tone={held ? 'hold' : 'live'}
      mark={held ? t('call.onHold') : t('call.inProgress')}
      title={caller.title}
      facts={[queue, <Elapsed key="since" since={call.startedAt} />]}
      actions={
        <>
          {joinWith === null || !held ? null : (
            <Button size="tall" isDisabled={busy} {...(isFirstHeld ? { keys: 'Alt+c' } : {})} onPress={() => join(joinWith, call)}>
              {t('conference.join')}
            </Button>
          )}
          <Button size="tall" tone="primary" {...(isFirstHeld ? { keys: 'Alt+g' } : {})} onPress={() => (held ? swapTo(call.id) : show({ kind: 'call', callId: call.id }))}>
            {held ? t('call.back') : t('call.show')}
          </Button>
        </>
      }
    />
  );
});
