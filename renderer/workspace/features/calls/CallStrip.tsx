import { isLive, type Call } from '#shared/domain/call.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ConferenceCard } from '../transfer/ConferenceCard.tsx';
import { ConsultationCard } from '../transfer/ConsultationCard.tsx';
import { arrangeLine, type LineItem } from './arrange-line.ts';
import { isHeld } from './choose-work.ts';
import { ConnectedCall } from './ConnectedCall.tsx';
import { DiallingCall } from './DiallingCall.tsx';
import { FinishedCall } from './FinishedCall.tsx';
import { LeftInteraction } from './LeftInteraction.tsx';
import { OtherCall } from './OtherCall.tsx';
import { RingingCall } from './RingingCall.tsx';
import { useCallActions } from './use-call-actions.ts';
import styles from './CallStrip.module.css';

/** The line: the call that is shown, large, and every other call beside it. */
export function CallStrip() {
  const { t } = useTexts();
  const calls = useSnapshot((snapshot) => snapshot.calls);
  const { work, file } = useWork();
  const actions = useCallActions();

  const leftBehind = work?.kind === 'interaction' ? file : null;
  const { first, others } = arrangeLine(leftBehind === null ? calls : calls.filter(isLive), work?.kind === 'call' ? work.callId : null);
  const large = leftBehind === null ? first : null;
  const beside = large === null && first !== null ? [first, ...others] : others;
  const ringing = calls.find((call) => call.state === 'ringing');
  const held = beside.flatMap((item) => (item.kind === 'call' && isHeld(item.call) ? [item.call] : []));
  const firstHeld = held[0];
  // Next in turn: with one on hold it is the same.
  const nextHeld = held.at(-1);
  const together = large?.kind === 'consultation' || large?.kind === 'conference';
  useShortcut('Alt+a', () => ringing && actions.answer(ringing.id), ringing !== undefined);
  useShortcut('Alt+w', () => ringing && actions.decline(ringing.id), ringing !== undefined);
  useShortcut('Alt+g', () => firstHeld && actions.swapTo(firstHeld.id), firstHeld !== undefined && !together);
  useShortcut('Alt+l', () => nextHeld && actions.swapTo(nextHeld.id), nextHeld !== undefined && !together);

  if (large === null && leftBehind === null && beside.length === 0) return null;
  const wide = beside.filter((item) => item.kind !== 'call');
  const narrow = beside.flatMap((item) => (item.kind === 'call' ? [item.call] : []));
  return (
    <section className={styles.strip} data-beside={narrow.length > 0 && (large !== null || leftBehind !== null)} aria-label={t('strip.label')}>
      {large === null && leftBehind === null ? null : (
        <div className={styles.large}>
          {leftBehind === null ? null : <LeftInteraction file={leftBehind} />}
          {large === null ? null : <LargeCard key={large.id} item={large} />}
        </div>
      )}
      {narrow.length === 0 ? null : (
        <div className={styles.others}>
          {narrow.map((call) => (
            <OtherCall key={call.id} call={call} isFirstRinging={call.id === ringing?.id} isFirstHeld={!together && call.id === firstHeld?.id} joinWith={joinable(large, call)} />
          ))}
        </div>
      )}
      {wide.map((item) => (
        <LargeCard key={item.id} item={item} />
      ))}
    </section>
  );
}

/** @returns the call with which this one can be joined into a conference. */
function joinable(large: LineItem | null, call: Call): Call | null {
  return large?.kind === 'call' && large.call.state === 'connected' && call.state === 'connected' ? large.call : null;
}

function LargeCard({ item }: { readonly item: LineItem }) {
  switch (item.kind) {
    case 'consultation':
      return <ConsultationCard customer={item.customer} colleague={item.colleague} />;
    case 'conference':
      return <ConferenceCard calls={item.calls} />;
    case 'call':
      return <PrimaryCall call={item.call} />;
  }
}

function PrimaryCall({ call }: { readonly call: Call }) {
  switch (call.state) {
    case 'ringing':
    case 'answering':
      return <RingingCall call={call} />;
    case 'dialling':
    case 'alerting':
      return <DiallingCall call={call} />;
    case 'connected':
      return <ConnectedCall call={call} />;
    case 'ending':
    case 'ended':
      return <FinishedCall call={call} />;
  }
}
