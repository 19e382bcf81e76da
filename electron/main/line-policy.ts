import type { Provisioning } from '#shared/contract/session.ts';
import type { LinePolicy } from '#shared/domain/line-policy.ts';

/** @returns what the workspace has to know of provisioning. Codes and header names stay here: it asks for what it wants, not how. */
export function linePolicyOf({ country, policy, office }: Provisioning): LinePolicy {
  const { emergencyNumbers, digitSequences, voicemail, pickUp, canForward, recording } = policy;
  return { country, emergencyNumbers, digitSequences, hasVoicemail: voicemail !== null, canPickUp: pickUp !== 'off', canForward, recording, exports: office.exports, organisation: office.organisation };
}
