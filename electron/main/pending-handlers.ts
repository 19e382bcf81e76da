import { BalieError } from '#shared/domain/errors.ts';

function refuse(): never {
  throw new BalieError('internal', 'this is not served yet');
}

/** Calls of the contract whose rooms are being built. Each leaves this list with its room. */
export const pendingHandlers = {
  'call.pickUp': refuse,
  'call.voicemail': refuse,
  'presence.watch': refuse,
  'devices.testSound': refuse,
  'devices.watchMicrophone': refuse,
  'readiness.start': refuse,
  'readiness.answer': refuse,
  'readiness.cancel': refuse,
} as const;
