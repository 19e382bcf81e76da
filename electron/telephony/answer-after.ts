import type { TelephonePolicy } from '#shared/contract/session.ts';
import type { SipMessage } from './jssip.ts';

type AutoAnswerHeader = TelephonePolicy['autoAnswer']['headers'][number];

const mostSeconds = 60;

/**
 * What exchanges write to have a telephone answer by itself: `Call-Info: <sip:…>;answer-after=0`, `Alert-Info:
 * <http://…>;info=alert-autoanswer;delay=0`, `Alert-Info: info=alert-autoanswer` and the like. There is no standard for it.
 *
 * @param headers that are listened to.
 * @returns after how many seconds; null when nobody asks for it.
 */
export function answerAfter(request: Pick<SipMessage, 'getHeaders'>, headers: readonly AutoAnswerHeader[]): number | null {
  for (const header of headers) {
    for (const value of request.getHeaders(header)) {
      const after = /;\s*answer-after\s*=\s*(\d{1,4})\b/i.exec(`;${value}`)?.[1];
      if (after !== undefined) return Math.min(mostSeconds, Number(after));
      if (header === 'Alert-Info' && /(?:\binfo\s*=\s*"?|^\s*<?(?:https?:\/\/[^>;]*\/)?)(?:alert-)?auto-?answer\b/i.test(value)) {
        return Math.min(mostSeconds, Number(/;\s*delay\s*=\s*(\d{1,4})\b/i.exec(value)?.[1] ?? 0));
      }
    }
  }
  return null;
}
