import { isLive, type Call, type CallIn } from '#shared/domain/call.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { phone, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { keyLabel } from '../../ui/key-label.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Cover.module.css';

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
      {live.length === 0 ? null : <p className={styles.muted}>{t('lock.fileAfter')}</p>}
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
  return (
    <article className={styles.form}>
      <p>
        <strong>{raw === '' ? t('caller.withheld') : phone(raw)}</strong> · {t(rings ? 'call.ringing' : call.state === 'answering' ? 'call.answering' : 'call.inProgress')}
      </p>
      <div className={styles.actions}>
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
            {call.state === 'connected' ? <Middle call={call} hasKeys={hasKeys} /> : null}
            <Button tone="danger" keys="Alt+x" onPress={ask('call.hangUp')}>
              {t('call.hangUp')}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}

function Middle({ call: { id: callId, muted, hold }, hasKeys }: { readonly call: CallIn<'connected'>; readonly hasKeys: boolean }) {
  const { t } = useTexts();
  const { main } = useServices();
  const report = useReport();
  const held = hold === 'on' || hold === 'holding';
  const mute = (): void => void report(() => main.call('call.setMuted', { callId, muted: !muted }));
  const toHold = (): void => void report(() => main.call('call.setHeld', { callId, held: !held }));
  useShortcut('Alt+m', mute, hasKeys);
  useShortcut('Alt+h', toHold, hasKeys);
  return (
    <>
      <Button keys="Alt+m" isOn={muted} onPress={mute}>
        {t(muted ? 'call.unmute' : 'call.mute')}
      </Button>
      <Button keys="Alt+h" isOn={held} onPress={toHold}>
        {t(held ? 'call.resume' : 'call.hold')}
      </Button>
    </>
  );
}
