import type { CallIn } from '#shared/domain/call.ts';
import { useNow } from '../../app/use-now.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { duration } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CallCard } from './CallCard.tsx';
import { KeypadKey } from './CallKeys.tsx';
import { useCallActions } from './use-call-actions.ts';
import { useCallView } from './use-call-view.ts';
import styles from './CallTime.module.css';

/** A call that the operator makes, until somebody answers. */
export function DiallingCall({ call }: { readonly call: CallIn<'dialling' | 'alerting'> }) {
  const { t } = useTexts();
  const { caller } = useCallView(call);
  const { hangUp } = useCallActions();
  const waited = useNow() - Date.parse(call.startedAt);
  useShortcut('Alt+x', () => hangUp(call.id));
  return (
    <CallCard
      tone="live"
      title={caller.title}
      facts={[caller.number ?? t('caller.noNumber'), t('call.outbound')]}
      middle={
        <div className={styles.time}>
          <span className={styles.line}>
            <strong className={styles.state}>{call.state === 'dialling' ? t('call.dialling') : t('call.alerting')}</strong>
            <span className={styles.target}>{duration(waited)}</span>
          </span>
        </div>
      }
      actions={
        <>
          <KeypadKey callId={call.id} />
          <Button size="tall" tone="danger" keys="Alt+x" onPress={() => hangUp(call.id)}>
            {t('call.hangUp')}
          </Button>
        </>
      }
    />
  );
}
