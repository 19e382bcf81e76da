import type { CallIn } from '#shared/domain/call.ts';
import { Elapsed } from '../../app/Elapsed.tsx';
import { useShortcut } from '../../app/use-shortcut.ts';
import { phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CallTroubles } from '../calls/CallTroubles.tsx';
import { useCallActions } from '../calls/use-call-actions.ts';
import { useCallView } from '../calls/use-call-view.ts';
import { numberOf, useColleagueName } from '../calls/use-party.ts';
import { RecordingBar } from '../recording/RecordingBar.tsx';
import { Person } from './Person.tsx';
import { TransferProgress } from './TransferProgress.tsx';
import { useHandOver } from './use-hand-over.ts';
import { useTransfer } from './use-transfer.ts';
import styles from './ConsultationCard.module.css';

type Talking = CallIn<'connected'>;

/** Three who hear each other. The keys are those of a consultation: T leaves them together, C takes them apart, G goes back to the customer. */
export function ConferenceCard({ calls }: { readonly calls: readonly Talking[] }) {
  const { t } = useTexts();
  const customer = calls.find((call) => call.consultationFor === null) ?? calls[0];
  const other = calls.find((call) => call !== customer);
  if (customer === undefined || other === undefined) return null;
  return (
    <article className={styles.card} aria-label={t('conference.title')}>
      <Three customer={customer} other={other} />
    </article>
  );
}

function Three({ customer, other }: { readonly customer: Talking; readonly other: Talking }) {
  const { t } = useTexts();
  const { caller, file } = useCallView(customer);
  const name = useColleagueName(numberOf(other));
  const { note } = useHandOver(file);
  const { busy, split, leave, drop, hangUp, dismiss } = useTransfer();
  const { toggleMute } = useCallActions();
  const transfer = customer.transfer ?? other.transfer;
  const muted = customer.muted && other.muted;
  const both = [customer, other];
  const mute = (): void => both.filter((call) => call.muted === muted).forEach((call) => toggleMute(call.id));
  useShortcut('Alt+m', mute);
  useShortcut('Alt+c', () => split(customer), !busy);
  useShortcut('Alt+t', () => leave(note), !busy);
  useShortcut('Alt+g', () => drop(other), !busy);
  useShortcut('Alt+x', () => hangUp(both), !busy);
  const person = (call: Talking, role: string, who: string) => (
    <Person
      role={role}
      name={who}
      detail={<>{phone(numberOf(call))} · <Elapsed since={call.answeredAt} /></>}
      state={call.heldByRemote ? 'waits' : 'line'}
      stateText={call.heldByRemote ? t('consultation.waits') : t('consultation.onLine')}
      aside={
        <div className={styles.drop}>
          <Button size="small" isDisabled={busy} aria-label={t('conference.dropWho', { name: who })} onPress={() => drop(call)}>
            {t('conference.drop')}
          </Button>
        </div>
      }
    />
  );
  return (
    <>
      <div className={styles.people}>
        {person(customer, t('consultation.customer'), caller.title)}
        {person(other, t('consultation.colleague'), name)}
      </div>
      <div className={styles.actions} role="group" aria-label={t('consultation.actions')}>
        <Button size="tall" keys="Alt+m" isOn={muted} onPress={mute}>
          {muted ? t('call.unmute') : t('call.mute')}
        </Button>
        <Button size="tall" keys="Alt+c" isDisabled={busy} onPress={() => split(customer)}>
          {t('conference.split')}
        </Button>
        <Button size="tall" tone="primary" keys="Alt+t" isDisabled={busy} onPress={() => leave(note)}>
          {t('conference.leave')}
        </Button>
        <Button size="tall" keys="Alt+g" isDisabled={busy} onPress={() => drop(other)}>
          {t('transfer.back')}
        </Button>
        <Button size="tall" tone="danger" keys="Alt+x" isDisabled={busy} onPress={() => hangUp(both)}>
          {t('conference.hangUp')}
        </Button>
      </div>
      <div className={styles.note}>
        <p className={styles.explain}>{t('conference.explain')}</p>
        <RecordingBar call={customer} file={file} />
      </div>
      {transfer === null ? null : <TransferProgress transfer={transfer} onSeen={() => dismiss(customer.transfer === null ? other : customer)} />}
      {both.map((call) => (
        <CallTroubles key={call.id} call={call} />
      ))}
    </>
  );
}
