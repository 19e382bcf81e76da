import type { Provisioning } from '#shared/contract/session.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { incomingCall, turnedAway } from './call-description.ts';
import type { CallTable } from './call-table.ts';
import type { NewSession } from './jssip.ts';
import { receptionOf, type LineRules, type Reception } from './line-rules.ts';
import { addressAt } from './transfer/refer-to.ts';

interface ReceptionOptions {
  readonly provisioning: Provisioning;
  readonly table: CallTable;
  readonly rules: () => LineRules;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Calls that were turned away and are still on screen: a flood of them must not fill it, nor the history. */
const maxShown = 5;

/** @returns whether a new call is offered to the operator; else it has been answered, and is shown as missed where that is of use. */
export function receive(incoming: NewSession, options: ReceptionOptions): boolean {
  const { provisioning, table, rules, logger } = options;
  const reception = receptionOf(table.calls, rules(), provisioning.policy.maxCalls);
  if (reception.kind === 'offer') return true;
  const status = reception.kind === 'forward' ? 302 : reception.status;
  logger.info({ status }, 'a call was turned away');
  if (reception.kind === 'forward') incoming.session.terminate({ status_code: 302, extraHeaders: [`Contact: <${addressAt(reception.target, provisioning.sip.uri)}>`] });
  else incoming.session.terminate({ status_code: reception.status, reason_phrase: reception.reason });
  show(incoming, reception, status, options);
  return false;
}

/** Answers a call that is one of too many, and keeps nothing of it. @returns false: it is not offered. */
export function turnAway({ session }: NewSession): boolean {
  session.terminate({ status_code: 486, reason_phrase: 'Busy Here' });
  return false;
}

function show({ request }: NewSession, reception: Reception, status: number, { provisioning, table, clock }: ReceptionOptions): void {
  if (reception.kind === 'turn-away' && !reception.isMissed) return;
  if (table.calls.filter((call) => call.state === 'ended' && call.answeredAt === null).length >= maxShown) return;
  const now = isoNow(clock);
  const cause = status === 302 ? 'forwarded' : status === 486 ? 'busy' : 'unavailable';
  table.add(turnedAway(incomingCall(request, provisioning, now), cause, status, now));
}
