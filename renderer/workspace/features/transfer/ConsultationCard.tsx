import { useId } from 'react';
import type { Call, CallIn } from '#shared/domain/call.ts';
import { Elapsed } from '../../app/Elapsed.tsx';
import { useShortcut } from '../../app/use-shortcut.ts';
import { phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { isHeld } from '../calls/choose-work.ts';
import { CallTroubles } from '../calls/CallTroubles.tsx';
import { useCallActions } from '../calls/use-call-actions.ts';
import { useCallView } from '../calls/use-call-view.ts';
import { numberOf, useColleagueName } from '../calls/use-party.ts';
import { RecordingBar } from '../recording/RecordingBar.tsx';
import { Person } from './Person.tsx';
import { TransferProgress } from './TransferProgress.tsx';
import { longestNote, useHandOver } from './use-hand-over.ts';
import { useTransfer } from './use-transfer.ts';
import styles from './ConsultationCard.module.css';

interface ConsultationCardProps {
  readonly customer: CallIn<'connected'>;
  readonly colleague: Call;
}

/** A customer who waits while a colleague is asked: who is on the line, who waits, and four ways on, each always in its place. */
export function ConsultationCard({ customer, colleague }: ConsultationCardProps) {
  const { t } = useTexts();
  const { caller, file } = useCallView(customer);
  const name = useColleagueName(numberOf(colleague));
  const { note, write } = useHandOver(file);
  const { busy, complete, back, switchTo, join, dismiss } = useTransfer();
  const { toggleMute } = useCallActions();
  const noteId = useId();

  const answered = colleague.state === 'connected';
  const under = customer.transfer !== null && customer.transfer.phase !== 'failed';
  const withColleague = isHeld(customer) || !answered;
  const spoken = withColleague ? colleague : customer;
  const muted = spoken.state === 'connected' && spoken.muted;
  const canSwap = answered && !under && !busy;
  const canComplete = colleague.state !== 'dialling' && !under && !busy;
  const swap = (): void => switchTo(withColleague ? customer : colleague);
  useShortcut('Alt+l', swap, canSwap);
  useShortcut('Alt+t', () => complete(customer, note), canComplete);
  useShortcut('Alt+c', () => join(customer, colleague), canSwap);
  useShortcut('Alt+g', () => back(customer), !busy);
  useShortcut('Alt+m', () => toggleMute(spoken.id));
  // Hanging up on the colleague, by habit, is going back; nobody hangs up on the customer by it.
  useShortcut('Alt+x', () => back(customer), withColleague && !busy);

  const colleagueState = !answered ? 'rings' : withColleague ? 'line' : 'waits';
  return (
    <article className={styles.card} aria-label={t('consultation.title')}>
      <div className={styles.people}>
        <Person
          role={t('consultation.customer')}
          name={caller.title}
          detail={<>{caller.number ?? t('caller.noNumber')} · <Elapsed since={customer.answeredAt} /></>}
          state={isHeld(customer) ? 'waits' : 'line'}
          stateText={isHeld(customer) ? t('consultation.waits') : t('consultation.onLine')}
          pressLabel={t('consultation.speakWith', { name: caller.title })}
          onPress={canSwap && isHeld(customer) ? swap : undefined}
        />
        <Person
          role={t('consultation.colleague')}
          name={name}
          detail={<>{phone(numberOf(colleague))} · <Elapsed since={answered ? colleague.answeredAt : colleague.startedAt} /></>}
          state={colleagueState}
          stateText={colleague.state === 'dialling' ? t('call.dialling') : !answered ? t('call.alerting') : withColleague ? t('consultation.onLine') : t('consultation.waits')}
          pressLabel={t('consultation.speakWith', { name })}
          onPress={canSwap && !withColleague ? swap : undefined}
        />
      </div>
      <div className={styles.actions} role="group" aria-label={t('consultation.actions')}>
        <Button size="tall" keys="Alt+m" isOn={muted} isDisabled={spoken.state !== 'connected'} onPress={() => toggleMute(spoken.id)}>
          {muted ? t('call.unmute') : t('call.mute')}
        </Button>
        <Button size="tall" keys="Alt+l" isDisabled={!canSwap} onPress={swap}>
          {t('consultation.swap')}
        </Button>
        <Button size="tall" keys="Alt+c" isDisabled={!canSwap} onPress={() => join(customer, colleague)}>
          {t('conference.join')}
        </Button>
        <Button size="tall" tone="primary" keys="Alt+t" isDisabled={!canComplete} onPress={() => complete(customer, note)}>
          {t('transfer.complete')}
        </Button>
        <Button size="tall" keys="Alt+g" isDisabled={busy} onPress={() => back(customer)}>
          {t('transfer.back')}
        </Button>
      </div>
      <div className={styles.note}>
        <label htmlFor={noteId}>{t('transfer.note')}</label>
        <input id={noteId} className={styles.noteInput} type="text" placeholder={t('transfer.noteHint')} autoComplete="off" maxLength={longestNote} value={note} onChange={(event) => write(event.target.value)} />
        <RecordingBar call={customer} file={file} />
      </div>
      {customer.transfer === null ? null : <TransferProgress transfer={customer.transfer} onSeen={() => dismiss(customer)} />}
      {spoken.state === 'connected' ? <CallTroubles call={spoken} /> : null}
    </article>
  );
}
