import type { SipMessage } from './jssip.ts';

interface Provisional extends SipMessage {
  readonly cseq: number;
}

const largest = 2 ** 31 - 1;

/** Which reliable provisional responses (RFC 3262) were seen, by dialog: each is acknowledged once, and in order. */
export class ReliableProvisionals {
  readonly #last = new Map<string, number>();

  /** @returns whether this response has to be acknowledged by a PRACK. */
  isReliable(response: Provisional): boolean {
    return response.getHeaders('Require').some((line) => line.split(',').some((tag) => tag.trim().toLowerCase() === '100rel')) && rseqOf(response) !== null;
  }

  /**
   * @param tag of the dialog.
   * @returns the value of RAck; null for one that came before, or that leaves a gap behind it: neither is to be taken (RFC 3262 section 4).
   */
  acknowledge(tag: string, response: Provisional): string | null {
    const rseq = rseqOf(response);
    const last = this.#last.get(tag);
    if (rseq === null || (last !== undefined && rseq !== last + 1)) return null;
    this.#last.set(tag, rseq);
    return `${rseq} ${response.cseq} INVITE`;
  }
}

function rseqOf(response: Provisional): number | null {
  const text = response.getHeader('RSeq')?.trim() ?? '';
  if (!/^\d{1,10}$/.test(text)) return null;
  const rseq = Number(text);
  return rseq >= 1 && rseq <= largest ? rseq : null;
}
