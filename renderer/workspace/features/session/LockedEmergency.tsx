import { useRef, useState } from 'react';
import { isLive, type Call, type CallIn } from '#shared/domain/call.ts';
import { asBalieError, type ErrorCode } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { EmergencyDialog } from '../dial/EmergencyDialog.tsx';
import styles from './Cover.module.css';

const none: readonly string[] = [];

/**
 * Who needs help has no password to look for. The centre's emergency numbers, each asked about once; nothing else is dialled from
 * here, and main refuses anything else. A key opens this and calls nobody.
 */
export function LockedEmergency() {
  const { t } = useTexts();
  const { main } = useServices();
  const numbers = useSnapshot(({ policy }) => policy?.emergencyNumbers) ?? none;
  const isConnected = useSnapshot(({ registration }) => registration.state === 'registered');
  const calls = useSnapshot((snapshot) => snapshot.calls);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [dialled, setDialled] = useState<string | null>(null);
  const failed = useFailed(calls, dialled);
  const button = useRef<HTMLButtonElement>(null);
  // A second one would put who helps on hold.
  const isOffered = numbers.length > 0 && !calls.some((call) => isLive(call) && call.direction === 'outbound');
  const toggle = (): void => setOpen((open) => !open);
  useShortcut('Alt+n', toggle, isOffered);
  useShortcut(
    'Escape',
    () => {
      setOpen(false);
      button.current?.focus();
    },
    isOffered && isOpen && asked === null,
  );

  async function decide(confirmed: boolean): Promise<void> {
    setAsked(null);
    if (!confirmed || asked === null) return;
    setRefusal(null);
    setDialled(null);
    try {
      const { callId } = await main.call('call.dial', { target: asked, confirmed: true });
      setDialled(callId);
      setOpen(false);
    } catch (thrown) {
      setRefusal(asBalieError(thrown).code);
    }
  }

  if (!isOffered) return null;
  return (
    <section className={styles.help} aria-label={t('lock.emergency.title')}>
      {failed === null ? null : (
        <Notice tone="error" live="alert">
          {t('lock.emergency.failed', { number: failed.party.raw, why: t(`ended.${failed.cause}`) })}
        </Notice>
      )}
      <Button ref={button} tone="quiet" keys="Alt+n" aria-expanded={isOpen} onPress={toggle}>
        {t('lock.emergency.title')}
      </Button>
      {isOpen ? (
        <>
          {refusal === null ? null : (
            <Notice tone="error" live="alert" title={t(`errors.${refusal}`)}>
              {t('lock.emergency.elsewhere')}
            </Notice>
          )}
          {isConnected || refusal !== null ? null : (
            <Notice tone="warn" live="status" title={t('errors.sip.not-registered')}>
              {t('lock.emergency.elsewhere')}
            </Notice>
          )}
          <p className={styles.muted}>{t('lock.emergency.body')}</p>
          <div className={styles.numbers}>
            {numbers.map((number, index) => (
              <Button key={number} autoFocus={index === 0} aria-label={t('emergency.confirm', { number })} onPress={() => setAsked(number)}>
                {number}
              </Button>
            ))}
          </div>
        </>
      ) : null}
      <EmergencyDialog number={asked} onDecide={(confirmed) => void decide(confirmed)} />
    </section>
  );
}

/** @returns how the call that was made here failed: main forgets it after some seconds, who called must not miss it. */
function useFailed(calls: readonly Call[], dialled: string | null): CallIn<'ended'> | null {
  const [failed, setFailed] = useState<CallIn<'ended'> | null>(null);
  const over = calls.find((call) => call.id === dialled);
  if (over?.state === 'ended' && over.endedBy !== 'local' && over.cause !== 'hung-up' && over.id !== failed?.id) setFailed(over);
  return failed?.id === dialled ? failed : null;
}
