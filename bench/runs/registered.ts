import type { SeenMessage } from '../capture/wire.ts';

export const registeredWithinMs = 15_000;

/** @returns whether this is the answer after which calls arrive. */
export function isRegistered({ fromApp, message }: SeenMessage): boolean {
  return !fromApp && message.status === 200 && message.cseq.method === 'REGISTER';
}
