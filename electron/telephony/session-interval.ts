import type { Session, SipMessage } from './jssip.ts';

/** RFC 4028 section 5: nobody may ask for less, in seconds. */
export const shortestSession = 90;
/** In seconds; whoever wants longer sessions than this does not want a session timer. */
const longestSession = 86_400;

/** @returns the session interval in seconds that a 422 asks for (RFC 4028 section 6); null when it asks for none that is sensible. */
export function minimumOf(response: SipMessage): number | null {
  const minimum = Number(response.getHeader('Min-SE')?.split(';')[0]);
  return Number.isInteger(minimum) && minimum >= shortestSession && minimum <= longestSession ? minimum : null;
}

/** The headers of a request inside the dialog that keeps the session for another interval (RFC 4028 section 7.4). */
export function sessionExpires({ _sessionTimers: { running, currentExpires, refresher, minimum } }: Session): string[] {
  if (!running || currentExpires === null) return [];
  return [`Session-Expires: ${currentExpires};refresher=${refresher ? 'uac' : 'uas'}`, ...(minimum === undefined ? [] : [`Min-SE: ${minimum}`])];
}

/**
 * Makes the interval as long as a 422 asks for.
 * @returns whether the same request can be sent again, with other {@link sessionExpires}.
 */
export function lengthenSession({ _sessionTimers: timers }: Session, response: SipMessage): boolean {
  const minimum = response.status_code === 422 ? minimumOf(response) : null;
  if (minimum === null || timers.currentExpires === null || minimum <= timers.currentExpires) return false;
  timers.currentExpires = minimum;
  timers.minimum = minimum;
  return true;
}
