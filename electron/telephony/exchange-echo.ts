import type { Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Agent } from './jssip.ts';
import { sendOutsideDialog } from './outside-dialog.ts';

/** What an answer of the SIP server tells, whatever it says. */
export interface ExchangeEcho {
  readonly ms: number;
  /** Its Date header (RFC 3261 section 20.17), where it sends one. */
  readonly date: string | null;
}

/** Asks the account's domain what it can do (OPTIONS, RFC 3261 section 11): any answer will do. @throws {BalieError} `sip.unreachable` when there is none. */
export function echoOfExchange(agent: Agent, domain: string, clock: Clock): Promise<ExchangeEcho> {
  return new Promise((resolve, reject) => {
    const since = clock.monotonic();
    sendOutsideDialog(agent, { method: 'OPTIONS', target: `sip:${domain}`, headers: [], body: null }, (response) => {
      if (response === null) reject(new BalieError('sip.unreachable', 'the exchange does not answer'));
      else resolve({ ms: clock.monotonic() - since, date: response.getHeader('Date') ?? null });
    });
  });
}
