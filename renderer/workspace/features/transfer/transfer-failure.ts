import type { EndCause } from '#shared/domain/call.ts';

/**
 * @param sipStatus the final status of the REFER's NOTIFY, or of the REFER itself; null when nothing was heard any more.
 * @returns the key under `ended` of the words for why the target could not be reached (RFC 3261 section 21).
 */
export function transferFailure(sipStatus: number | null): EndCause {
  switch (sipStatus) {
    case 486:
    case 600:
      return 'busy';
    case 408:
    case 480:
    case 487:
      return 'no-answer';
    case 404:
    case 410:
    case 484:
    case 604:
      return 'not-found';
    case 603:
      return 'declined';
    case 403:
    case 405:
    case 488:
    case 606:
      return 'forbidden';
    default:
      return sipStatus !== null && sipStatus >= 500 && sipStatus < 600 ? 'server-error' : 'unavailable';
  }
}
