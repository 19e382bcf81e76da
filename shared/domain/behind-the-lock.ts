import type { Call } from './call.ts';
import type { MainSnapshot } from './snapshot.ts';

/** The number rings on every telephone of the desk, and is what a locked one shows; names and notes are the file's. */
function bare(call: Call): Call {
  return { ...call, party: { ...call.party, displayName: null }, called: null, queueKey: null, handOver: null };
}

/** @returns what the workspace may know of main's state: all of it, or of a locked desk the telephone alone. */
export function behindTheLock(snapshot: MainSnapshot): MainSnapshot {
  if ((snapshot.lock ?? null) === null) return snapshot;
  const { policy, line } = snapshot;
  // Kept digits are codes: of the voicemail, of the exchange.
  return { ...snapshot, calls: snapshot.calls.map(bare), policy: policy === null ? null : { ...policy, digitSequences: [] }, presence: [], voicemail: null, line: { ...line, missed: null }, dialRequests: [] };
}
