import { useEffect, useRef, useState } from 'react';
import { isLive, type Call, type CallIn } from '#shared/domain/call.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { phone, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { keyLabel } from '../../ui/key-label.ts';
import { Button } from '../../ui/Button.tsx';
import { CallTroubles } from '../calls/CallTroubles.tsx';
import { Keypad } from '../calls/Keypad.tsx';
import styles from './Cover.module.css';

const stateTexts = {
  ringing: 'call.ringing',
  answering: 'call.answering',
  dialling: 'call.dialling',
  alerting: 'call.alerting',
  connected: 'call.inProgress',
  ending: 'call.ending',
  ended: 'ended.other',
} as const satisfies Record<Call['state'], string>;

/** The telephone of a locked desk: the number that rings, as on any telephone, and what one does with a call. Whose number it is, the file says. */
export function LockedCalls() {
  const { t } = useTexts();
  const calls = useSnapshot((snapshot) => snapshot.calls);
  const live = calls.filter(isLive);
  return (
    <section aria-label={t('lock.calls')} className={styles.form}>
      {live.map((call) => (
        <LockedCall key={call.id} call={call} hasKeys={call === keyed(live)} />
      ))}
      {live.some(({ direction }) => direction === 'outbound') ? <p>{t('lock.emergency.where')}</p> : null}
      {live.every(({ direction }) => direction === 'outbound') ? null : <p className={styles.muted}>{t('lock.fileAfter')}</p>}
      <div className="visually-hidden" role="status" aria-live="polite">
        {live.some(({ state }) => state === 'ringing') ? t('lock.announce', { answer: keyLabel('Alt+a') }) : null}
      </div>
    </section>
  );
}

/** The keys are for what rings, else for whom one speaks with. */
function keyed(live: readonly Call[]): Call | undefined {
  return live.find(({ state }) => state === 'ringing') ?? live.find((call) => call.state === 'connected' && call.hold === 'off') ?? live[0];
}

function LockedCall({ call, hasKeys }: { readonly call: Call; readonly hasKeys: boolean }) {
  const { t } = useTexts();
  const { main } = useServices();
  const report = useReport();
  const raw = plain(call.party.number ?? call.party.raw);
  const { id: callId } = call;
  const ask = (name: 'call.answer' | 'call.decline' | 'call.hangUp') => (): void => void report(() => main.call(name, { callId }));
  const rings = call.state === 'ringing';
  useShortcut('Alt+a', ask('call.answer'), hasKeys && rings);
  useShortcut('Alt+w', ask('call.decline'), hasKeys && rings);
  useShortcut('Alt+x', ask('call.hangUp'), hasKeys && !rings);
  const card = useRef<HTMLElement>(null);
  const isOurs = call.direction === 'outbound';
  // Who called for help hears from their screen reader that it is being done; Enter does nothing there. Afterwards the password is typed.
  useEffect(() => {
    if (!isOurs) return undefined;
    card.current?.focus();
    return () => document.getElementsByName('password')[0]?.focus();
  }, [isOurs]);
  return (
    <article ref={card} tabIndex={-1} className={styles.call}>
      <p>
        <strong>{raw === '' ? t('caller.withheld') : phone(raw)}</strong> · {t(stateTexts[call.state])}
      </p>
      {call.state === 'connected' ? <CallTroubles call={call} /> : null}
      <div className={styles.callActions}>
        {rings ? (
          <>
            <Button tone="answer" keys="Alt+a" onPress={ask('call.answer')}>
              {t('call.answer')}
            </Button>
            <Button tone="danger" keys="Alt+w" onPress={ask('call.decline')}>
              {t('call.decline')}
            </Button>
          </>
        ) : (
          <>
            {call.state === 'connected' ? <MuteKey call={call} hasKeys={hasKeys} /> : null}
            {isOurs ? <DigitsKey callId={callId} hasKeys={hasKeys} /> : null}
            {call.state === 'connected' && (!isOurs || call.hold !== 'off') ? <HoldKey call={call} hasKeys={hasKeys} /> : null}
            <Button tone="danger" keys="Alt+x" onPress={ask('call.hangUp')}>
              {t('call.hangUp')}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}

interface KeyProps {
  readonly call: CallIn<'connected'>;
  readonly hasKeys: boolean;
}

function MuteKey({ call: { id: callId, muted }, hasKeys }: KeyProps) {
  const { t } = useTexts();
  const { main } = useServices();
  const report = useReport();
  const mute = (): void => void report(() => main.call('call.setMuted', { callId, muted: !muted }));
  useShortcut('Alt+m', mute, hasKeys);
  return (
    <Button keys="Alt+m" isOn={muted} onPress={mute}>
      {t(muted ? 'call.unmute' : 'call.mute')}
    </Button>
  );
}

/** Who helps is not put on hold by mistake; whoever answered another call meanwhile takes them back. */
function HoldKey({ call: { id: callId, hold }, hasKeys }: KeyProps) {
  const { t } = useTexts();
  const { main } = useServices();
  const report = useReport();
  const held = hold === 'on' || hold === 'holding';
  const toHold = (): void => void report(() => main.call('call.setHeld', { callId, held: !held }));
  useShortcut('Alt+h', toHold, hasKeys);
  return (
    <Button keys="Alt+h" isOn={held} onPress={toHold}>
      {t(held ? 'call.resume' : 'call.hold')}
    </Button>
  );
}

/** Who helps may ask for a digit: an ambulance, or the police. */
function DigitsKey({ callId, hasKeys }: { readonly callId: string; readonly hasKeys: boolean }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const toggle = (): void => setOpen((open) => !open);
  useShortcut('Alt+d', toggle, hasKeys);
  return (
    <>
      <Button keys="Alt+d" ref={button} aria-expanded={isOpen} onPress={toggle}>
        {t('call.keypad')}
      </Button>
      <Keypad callId={callId} triggerRef={button} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}
