import type { Call } from '#shared/domain/call.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ConnectedCall } from './ConnectedCall.tsx';
import { DiallingCall } from './DiallingCall.tsx';
import { FinishedCall } from './FinishedCall.tsx';
import { LeftInteraction } from './LeftInteraction.tsx';
import { OtherCall } from './OtherCall.tsx';
import { RingingCall } from './RingingCall.tsx';
import { isHeld } from './choose-work.ts';
import { useCallActions } from './use-call-actions.ts';
import styles from './CallStrip.module.css';

/** The line: the call that is shown, large, and every other call beside it. */
export function CallStrip() {
  const { t } = useTexts();
  const { calls } = useSnapshot();
  const { work, call: shown, file } = useWork();
  const actions = useCallActions();

  const primary = shown ?? (work?.kind === 'interaction' ? null : (calls[0] ?? null));
  const others = calls.filter((call) => call.id !== primary?.id && call.state !== 'ended');
  const ringing = calls.find((call) => call.state === 'ringing');
  const held = others.find(isHeld);
  useShortcut('Alt+a', () => ringing && actions.answer(ringing), ringing !== undefined);
  useShortcut('Alt+w', () => ringing && actions.decline(ringing), ringing !== undefined);
  useShortcut('Alt+g', () => held && actions.swapTo(held), held !== undefined);

  if (primary === null && others.length === 0 && work === null) return null;
  return (
    <section className={styles.strip} data-beside={others.length > 0} aria-label={t('strip.label')}>
      {primary === null ? file === null ? null : <LeftInteraction file={file} /> : <PrimaryCall call={primary} />}
      {others.map((call) => (
        <OtherCall key={call.id} call={call} isFirstRinging={call.id === ringing?.id} isFirstHeld={call.id === held?.id} />
      ))}
    </section>
  );
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
