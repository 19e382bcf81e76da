import type { CallIn } from '#shared/domain/call.ts';
import { useNow } from '../../app/use-now.ts';
import { duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { CallCard } from './CallCard.tsx';
import { QueueName } from './QueueName.tsx';
import { useCallActions } from './use-call-actions.ts';
import { useCallView } from './use-call-view.ts';
import styles from './CallTime.module.css';

interface RingingCallProps {
  readonly call: CallIn<'ringing' | 'answering'>;
}

/** A call that rings in. It asks for nothing but a yes or a no. */
export function RingingCall({ call }: RingingCallProps) {
  const { t } = useTexts();
  const { caller, file, queueName } = useCallView(call);
  const { answer, decline } = useCallActions();
  const now = useNow();
  const target = file?.queue?.pickUpTargetSeconds ?? null;
  const waited = Math.max(0, Math.floor((now - Date.parse(call.startedAt)) / 1000));
  const ringing = call.state === 'ringing';
  return (
    <CallCard
      tone="ring"
      title={caller.title}
      facts={[caller.number ?? t('caller.noNumber'), <QueueName key="queue" name={queueName} />]}
      middle={
        <div className={styles.time}>
          <span className={styles.line}>
            <strong className={styles.state}>{ringing ? t('call.ringing') : t('call.answering')}</strong>
            <span className={styles.target}>{target === null ? duration(waited * 1000) : t('call.ringTarget', { seconds: waited, target })}</span>
          </span>
          {target === null ? null : <ProgressLine label={t('call.pickUp')} value={waited / target} tone="ring" text={t('call.ringTarget', { seconds: waited, target })} />}
        </div>
      }
      actions={
        <>
          <Button tone="danger" size="big" keys="Alt+w" isDisabled={!ringing} onPress={() => decline(call)}>
            {t('call.decline')}
          </Button>
          <Button tone="answer" size="big" keys="Alt+a" isDisabled={!ringing} onPress={() => answer(call)}>
            {t('call.answer')}
          </Button>
        </>
      }
    />
  );
}
