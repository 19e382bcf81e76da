import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { keyLabel } from '../../ui/key-label.ts';
import type { Call } from '#shared/domain/call.ts';
import { useCallView } from './use-call-view.ts';

/**
 * Says that a call rings, for who does not look at the screen. Polite: it waits for the end of a sentence, and takes no
 * focus. `data-live-announcer` keeps it audible while a popover hides the rest of the page.
 */
export function RingAnnouncer() {
  const ringing = useSnapshot(({ calls }) => calls.find((call) => call.state === 'ringing'));
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-live-announcer="true">
      {ringing === undefined ? null : <Announcement call={ringing} />}
    </div>
  );
}

function Announcement({ call }: { readonly call: Call }) {
  const { t } = useTexts();
  const { caller, queueName } = useCallView(call);
  const who = caller.kind === 'unknown' && caller.number !== null ? `${caller.title}, ${caller.number}` : caller.title;
  return <>{t('strip.announce', { who, queue: queueName ?? t('call.direct'), answer: keyLabel('Alt+a'), decline: keyLabel('Alt+w') })}</>;
}
