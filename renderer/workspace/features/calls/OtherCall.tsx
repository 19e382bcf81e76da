import type { Call } from '#shared/domain/call.ts';
import { useNow } from '../../app/use-now.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useWork } from '../../app/work-context.ts';
import { duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CallCard } from './CallCard.tsx';
import { isHeld, isTaken } from './choose-work.ts';
import { useCallActions } from './use-call-actions.ts';
import { useCallView } from './use-call-view.ts';

interface OtherCallProps {
  readonly call: Call;
  /** This one is what Alt+A answers and Alt+W declines. */
  readonly isFirstRinging: boolean;
  /** This one is what Alt+G takes back. */
  readonly isFirstHeld: boolean;
}

/** A call beside the one in hand: offered, or kept on hold. */
export function OtherCall({ call, isFirstRinging, isFirstHeld }: OtherCallProps) {
  const { t } = useTexts();
  const { calls } = useSnapshot();
  const { show } = useWork();
  const { caller, queueName } = useCallView(call);
  const { answer, decline, swapTo } = useCallActions();
  const now = useNow();
  const speaking = calls.some((other) => other.id !== call.id && isTaken(other));
  const queue = queueName ?? t('call.direct');
  if (call.state === 'ringing') {
    return (
      <CallCard
        compact
        tone="ring"
        title={caller.title}
        facts={[caller.number ?? t('caller.noNumber'), queue, t('call.ringsFor', { duration: duration(now - Date.parse(call.startedAt)) })]}
        actions={
          <>
            <Button size="tall" tone="danger" {...(isFirstRinging ? { keys: 'Alt+w' } : {})} onPress={() => decline(call)}>
              {t('call.decline')}
            </Button>
            <Button size="tall" tone="answer" {...(isFirstRinging ? { keys: 'Alt+a' } : {})} onPress={() => answer(call)}>
              {speaking ? t('call.answerAndHold') : t('call.answer')}
            </Button>
          </>
        }
      />
    );
  }
  const held = isHeld(call);
  return (
    <CallCard
      compact
      tone="hold"
      title={caller.title}
      facts={[queue, held ? t('call.onHold') : t('call.inProgress'), duration(now - Date.parse(call.startedAt))]}
      actions={
        <Button size="tall" tone="primary" {...(isFirstHeld ? { keys: 'Alt+g' } : {})} onPress={() => (held ? swapTo(call) : show({ kind: 'call', callId: call.id }))}>
          {held ? t('call.back') : t('call.show')}
        </Button>
      }
    />
  );
}
