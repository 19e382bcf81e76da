import type { EndEvent, ReinviteEvent, Session } from './jssip.ts';
import { supportsReplaces } from './replaces.ts';

/** What a session says, in our own words. */
export interface SessionListener {
  onAlerting(earlyMedia: boolean): void;
  onEstablished(): void;
  /** The ACK is through: requests inside the dialog may follow. */
  onConfirmed(): void;
  onHeldByRemote(held: boolean): void;
  /** An offer from the other side would meet one of ours, or nobody who could answer it. */
  mustWait(): boolean;
  onPeer(knowsReplaces: boolean): void;
  onEnded(event: EndEvent): void;
}

/** @returns a function that stops listening; needed when a dialog is replaced, and its end is no end of the call. */
export function bindSession(session: Session, listener: SessionListener): () => void {
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
    hold: ({ originator }: { readonly originator: string }) => originator === 'remote' && listener.onHeldByRemote(true),
    unhold: ({ originator }: { readonly originator: string }) => originator === 'remote' && listener.onHeldByRemote(false),
    // JsSIP sends the 491 of a glare by itself, but then goes on and takes the offer all the same; rejecting stops it.
    // While there is no audio window the 491 buys the time to get one: the other side tries again (RFC 3261 section 14.1).
    reinvite: (event: ReinviteEvent) => listener.mustWait() && event.reject({ status_code: 491 }),
    update: (event: ReinviteEvent) => {
      if ((event.request.body ?? '') !== '' && listener.mustWait()) event.reject({ status_code: 491 });
    },
    // Transfers are not taken yet: without a word from us JsSIP would leave the other side waiting.
    refer: (event: { reject(): void }) => event.reject(),
    replaces: (event: { reject(): void }) => event.reject(),
  };
  const names = Object.keys(handlers) as (keyof typeof handlers)[];
  for (const name of names) session.on(name, handlers[name] as never);
  return () => {
    for (const name of names) session.off(name, handlers[name] as never);
  };
}
