import type { HandlerParts, HandlersOf } from './parts.ts';

type Served = 'answer' | 'decline' | 'hangUp' | 'setMuted' | 'setHeld' | 'sendDigits' | 'dial' | 'pickUp' | 'voicemail';

/** What an operator does with calls. */
export function callHandlers({ telephony }: HandlerParts): Pick<HandlersOf<'call'>, `call.${Served}`> & HandlersOf<'presence'> {
  return {
    'call.answer': ({ callId }) => telephony.answer(callId),
    'call.decline': ({ callId }) => telephony.decline(callId),
    'call.hangUp': ({ callId }) => telephony.hangUp(callId),
    'call.setMuted': ({ callId, muted }) => telephony.setMuted(callId, muted),
    'call.setHeld': ({ callId, held }) => telephony.setHeld(callId, held),
    'call.sendDigits': ({ callId, digits }) => telephony.sendDigits(callId, digits),
    'call.dial': async ({ target, confirmed }) => ({ callId: await telephony.dial(target, confirmed) }),
    'call.pickUp': async ({ number }) => ({ callId: await telephony.pickUp(number) }),
    'call.voicemail': async () => ({ callId: await telephony.dialVoicemail() }),
    'presence.watch': ({ numbers }) => telephony.presence.watch(numbers),
  };
}
