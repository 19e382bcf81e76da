import type { HandlerParts, HandlersOf } from './parts.ts';

type LineHandlers = Pick<HandlersOf<'call'>, 'call.switchTo' | 'call.deflect' | 'call.callBackMissed'> & HandlersOf<'transfer'> & HandlersOf<'conference'> & HandlersOf<'line'> & HandlersOf<'dialRequest'>;

/** What an operator does with several calls, and with the line itself. */
export function lineHandlers({ telephony, dialRequests }: HandlerParts): LineHandlers {
  return {
    'call.switchTo': ({ callId }) => telephony.switchTo(callId),
    'call.deflect': ({ callId, target }) => telephony.deflect(callId, target),
    'call.callBackMissed': async () => ({ callId: await telephony.callBackMissed() }),

    'transfer.blind': ({ callId, target, note }) => telephony.transfers.blind(callId, target, note),
    'transfer.consult': async ({ callId, target }) => ({ callId: await telephony.transfers.consult(callId, target) }),
    'transfer.complete': ({ callId, note }) => telephony.transfers.complete(callId, note),
    'transfer.cancel': ({ callId }) => telephony.transfers.cancel(callId),
    'transfer.dismiss': ({ callId }) => telephony.transfers.dismiss(callId),

    'conference.join': ({ callId, withCallId }) => telephony.conference.join(callId, withCallId),
    'conference.drop': ({ callId }) => telephony.conference.drop(callId),
    'conference.split': ({ callId }) => telephony.conference.split(callId),
    'conference.leave': ({ note }) => telephony.leaveConference(note),

    'dialRequest.dismiss': ({ id }) => dialRequests.dismiss(id),

    'line.setDoNotDisturb': ({ on }) => telephony.setRules({ doNotDisturb: on }),
  };
}
