import { asBalieError } from '#shared/domain/errors.ts';
import { isHoldOf } from './audio-direction.ts';
import type { EndEvent, Session } from './jssip.ts';
import { supportsReplaces } from './replaces.ts';

/** What a session says, in our own words. */
export interface SessionListener {
  onAlerting(earlyMedia: boolean): void;
  onEstablished(): void;
  /** The ACK is through: requests inside the dialog may follow. */
  onConfirmed(): void;
  onHeldByRemote(held: boolean): void;
  onPeer(knowsReplaces: boolean): void;
  onEnded(event: EndEvent): void;
}

/** @returns a function that stops listening; needed when a dialog is replaced, and its end is no end of the call. */
export function bindSession(session: Session, listener: SessionListener): () => void {
  let held = { now: false, before: false };
  const hold = (now: boolean) => {
    held = { now, before: held.now };
    listener.onHeldByRemote(now);
  };
  const handlers = {
    progress: ({ originator, response }: { readonly originator: string; readonly response: { readonly body: string | null } | null }) => {
      if (originator === 'remote') listener.onAlerting((response?.body ?? '') !== '');
    },
    accepted: ({ response }: { readonly response: Parameters<typeof supportsReplaces>[0] | null }) => {
      if (response !== null) listener.onPeer(supportsReplaces(response));
      listener.onEstablished();
    },
    confirmed: () => listener.onConfirmed(),
    ended: (event: EndEvent) => listener.onEnded(event),
    failed: (event: EndEvent) => listener.onEnded(event),
    // Comes only for what was let through, see `dialog-requests.ts`.
    replaces: ({ accept }: { readonly accept: () => void }) => accept(),
    // JsSIP's own "hold" does not know the old style, and would take it back.
    sdp: ({ originator, sdp }: { readonly originator: string; readonly sdp: string }) => originator === 'remote' && hold(isHoldOf(sdp)),
    // RFC 3261 section 14.2: an offer that was refused has changed nothing. One that met an audio window that was dying is another matter: they hold all the same.
    'peerconnection:setremotedescriptionfailed': (error: unknown) => asBalieError(error).code !== 'media.window-down' && hold(held.before),
  };
  const names = Object.keys(handlers) as (keyof typeof handlers)[];
  for (const name of names) session.on(name, handlers[name] as never);
  return () => {
    for (const name of names) session.off(name, handlers[name] as never);
  };
}
