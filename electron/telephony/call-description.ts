import type { Provisioning } from '#shared/contract/session.ts';
import type { Call, CallIn } from '#shared/domain/call.ts';
import { newId } from '#shared/domain/ids.ts';
import type { SipMessage } from './jssip.ts';
import { cleanText, e164, partyOf, userOf } from './party.ts';
import { readNote } from './transfer/hand-over-note.ts';

const longestKey = 128;

/** A call as its INVITE tells of it. Nothing in it is to be trusted. */
export function incomingCall(request: SipMessage, { queueHeader, country, policy }: Provisioning, startedAt: string): CallIn<'ringing'> {
  const queue = cleanText(request.getHeader(queueHeader) ?? '', longestKey);
  const calledParty = /<?sips?:([^@>;]+)@/i.exec(request.getHeader('P-Called-Party-ID') ?? '')?.[1];
  return {
    id: newId(),
    direction: 'inbound',
    party: partyOf(request.from, country),
    called: calledParty === undefined ? userOf(request.to) : cleanText(calledParty, 128),
    // Nobody has a queue with a name like that; a call that the screen cannot show would be one that nobody hears of.
    queueKey: queue === '' || queue.length > longestKey ? null : queue,
    sipCallId: cleanText(request.call_id, 512),
    startedAt,
    consultationFor: null,
    handOver: policy.noteHeader === null ? null : readNote(request.getHeader(policy.noteHeader)),
    state: 'ringing',
    prepared: false,
    autoAnswerAt: null,
  };
}

/** A call that was not offered to the operator, as they see that it was there. */
export function turnedAway(call: CallIn<'ringing'>, cause: 'busy' | 'unavailable' | 'forwarded', sipStatus: number, endedAt: string): CallIn<'ended'> {
  const { prepared: _prepared, autoAnswerAt: _autoAnswerAt, ...common } = call;
  return { ...common, state: 'ended', answeredAt: null, endedAt, cause, endedBy: 'system', sipStatus };
}

interface Outgoing {
  readonly id: string;
  readonly user: string;
  readonly sipCallId: string;
  readonly startedAt: string;
  readonly consultationFor: string | null;
}

/** A call that we make. */
export function outgoingCall({ id, user, sipCallId, startedAt, consultationFor }: Outgoing, country: string): Call {
  const party = { number: e164(user, country), raw: user, displayName: null };
  return { id, direction: 'outbound', party, called: user, queueKey: null, sipCallId, startedAt, consultationFor, handOver: null, state: 'dialling' };
}
