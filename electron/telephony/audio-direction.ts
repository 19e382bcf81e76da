export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

interface AudioSection {
  readonly port: number;
  readonly direction: Direction;
  readonly address: string;
  readonly hasCandidates: boolean;
}

/** The first audio of a description; what stands before the first `m=` holds for it unless it says otherwise (RFC 4566 section 5). */
function audioOf(sdp: string): AudioSection | null {
  const [session = '', ...media] = sdp.split(/^(?=m=)/m);
  const audio = media.find((section) => section.startsWith('m=audio'));
  if (audio === undefined) return null;
  const line = (name: RegExp) => name.exec(audio)?.[1] ?? name.exec(session)?.[1];
  return {
    port: Number(/^m=audio (\d+)/.exec(audio)?.[1] ?? 0),
    direction: (line(/^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m) as Direction | undefined) ?? 'sendrecv',
    address: line(/^c=IN IP[46] (\S+)/m) ?? '',
    hasCandidates: /^a=candidate:/m.test(audio),
  };
}

/**
 * Whether the sender of this description has put us on hold: it does not want to hear us (RFC 6337
 * section 5.3), or, in the old style, has no address to be heard at (RFC 2543 section B.5). An offer
 * of a browser that is still gathering has no address either, but says port 9 (RFC 8840 section 4.1.1).
 */
export function isHoldOf(sdp: string): boolean {
  const audio = audioOf(sdp);
  if (audio === null || audio.port === 0) return false;
  if (audio.direction === 'sendonly' || audio.direction === 'inactive') return true;
  return audio.address === '0.0.0.0' && audio.port !== 9 && !audio.hasCandidates;
}

/** Whether this answer agrees to be put on hold: who still sends has not understood (RFC 3264 section 6.1). */
export function agreesToHold(answer: string): boolean {
  const audio = audioOf(answer);
  return audio === null || audio.port === 0 || audio.direction === 'recvonly' || audio.direction === 'inactive';
}
