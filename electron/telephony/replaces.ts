import type { Clock } from '#shared/domain/clock.ts';
import type { PeerConnection } from '../media/peer-connection.ts';
import type { Dialog, EndEvent, Session, SipMessage, SipUri } from './jssip.ts';

/** Who knows Replaces accepts without asking anybody (RFC 3891 section 3); who has not by now rings, as for a new call. */
const acceptedWithinMs = 3_000;

/** @returns whether the sender of this message knows the Replaces extension (RFC 3891 section 6). */
export function supportsReplaces(message: SipMessage): boolean {
  return [...message.getHeaders('Supported'), ...message.getHeaders('k')].some((line) => line.split(',').some((tag) => tag.trim().toLowerCase() === 'replaces'));
}

/** Tags are those of the other side's view: its own is `to-tag` (RFC 3891 section 3). */
export function replacesHeader({ id }: Dialog): string {
  return `Replaces: ${id.call_id};to-tag=${id.remote_tag};from-tag=${id.local_tag}`;
}

/** Where the other party itself is reached: its contact, unless that only means something on its own connection. */
export function replacementTarget({ _remote_target: contact, _remote_uri: address }: Dialog): SipUri {
  return contact.host.endsWith('.invalid') && !contact.hasParam('gr') ? address : contact;
}

/**
 * Invites the other party into a new dialog that replaces the present one. `Require` keeps anybody
 * who does not know the extension from ringing as for a new call (RFC 3891 section 6.2).
 * @param call sends the INVITE.
 * @returns the new session once it is accepted; null when it was refused, or withdrawn because nobody accepted it.
 */
export function replaceDialog(
  dialog: Dialog,
  connection: PeerConnection,
  clock: Clock,
  call: (target: SipUri, connection: PeerConnection, extraHeaders: string[]) => Session,
): Promise<Session | null> {
  return new Promise((resolve) => {
    const session = call(replacementTarget(dialog), connection, [replacesHeader(dialog), 'Require: replaces']);
    const deadline = clock.schedule(acceptedWithinMs, () => session.terminate());
    const settle = (result: Session | null) => {
      deadline.cancel();
      session.off('confirmed', onConfirmed);
      session.off('failed', onEnded);
      session.off('ended', onEnded);
      resolve(result);
    };
    const onConfirmed = () => settle(session);
    const onEnded = (_event: EndEvent) => settle(null);
    session.on('confirmed', onConfirmed);
    session.on('failed', onEnded);
    session.on('ended', onEnded);
  });
}
