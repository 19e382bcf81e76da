import type { SeenMessage } from '../capture/wire.ts';

/** A machine that is busy takes this long to start an application; how long it took is a figure of its own. */
export const registeredWithinMs = 60_000;

/** For waits in runs of an hour: what is slow on a machine that is busy is no failure. How long a call took is told beside it. */
export const unhurried = { withinMs: 30_000 } as const;

/** @returns whether this is the answer after which calls arrive. */
export function isRegistered({ fromApp, message }: SeenMessage): boolean {
  return !fromApp && message.status === 200 && message.cseq.method === 'REGISTER';
}
