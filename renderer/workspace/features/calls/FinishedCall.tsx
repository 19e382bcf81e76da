import type { CallIn } from '#shared/domain/call.ts';
import { useNow } from '../../app/use-now.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { CallCard } from './CallCard.tsx';
import { QueueName } from './QueueName.tsx';
import { useCallView } from './use-call-view.ts';
import styles from './CallTime.module.css';

/** A call that is over: how it ended, and how long the wrap-up takes. */
export function FinishedCall({ call }: { readonly call: CallIn<'ending' | 'ended'> }) {
  const { t } = useTexts();
  const agent = useSnapshot((snapshot) => snapshot.agent);
  const { caller, file, queueName } = useCallView(call);
  const now = useNow();
  const agreedSeconds = file?.queue?.agreement?.wrapUpSeconds ?? null;
  const over = call.state === 'ended';
  const { answeredAt } = call;
  const answered = answeredAt !== null;
  const talked = answeredAt !== null && over ? duration(Date.parse(call.endedAt) - Date.parse(answeredAt)) : null;
  const wrapSince = agent.state === 'wrap-up' ? agent.since : over ? call.endedAt : null;
  const wrapped = wrapSince === null ? 0 : Math.max(0, now - Date.parse(wrapSince));
  return (
    <CallCard
      tone={answered ? 'wrap' : 'end'}
      title={caller.title}
      facts={[
        caller.number ?? t('caller.noNumber'),
        <QueueName key="queue" name={queueName} />,
        over ? t(`ended.${endedText(call)}`) : t('call.ending'),
        ...(talked === null ? [] : [t('call.talked', { duration: talked })]),
      ]}
      middle={
        answered && wrapSince !== null ? (
          <div className={styles.time}>
            <span className={styles.line}>
              <span className={styles.clock} role="timer">
                {duration(wrapped)}
              </span>
              <span className={styles.target}>{agreedSeconds === null ? t('call.wrapUp') : t('call.wrapUpTarget', { target: duration(agreedSeconds * 1000) })}</span>
            </span>
            {agreedSeconds === null ? null : (
              <ProgressLine label={t('call.wrapUpAgreement')} value={wrapped / (agreedSeconds * 1000)} tone={wrapped > agreedSeconds * 1000 ? 'ring' : 'wrap'} text={`${duration(wrapped)} / ${duration(agreedSeconds * 1000)}`} />
            )}
          </div>
        ) : undefined
      }
    />
  );
}

type EndedText = CallIn<'ended'>['cause'] | 'missed' | 'hung-up-local' | 'hung-up-remote';

/** @returns the key of the words for how a call ended. */
function endedText(call: CallIn<'ended'>): EndedText {
  if (call.cause === 'hung-up') return call.endedBy === 'local' ? 'hung-up-local' : 'hung-up-remote';
  const missed = call.direction === 'inbound' && call.answeredAt === null && (call.cause === 'cancelled' || call.cause === 'no-answer');
  return missed ? 'missed' : call.cause;
}
