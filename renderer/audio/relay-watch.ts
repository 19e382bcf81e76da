import type { RelayState } from '#shared/domain/snapshot.ts';

/**
 * Whether the centre's TURN server works for us: a relayed candidate says yes, an error response to an allocation (RFC 8656
 * section 7.2: wrong or expired credentials, quota, forbidden) says no. An address that cannot be
 * reached says nothing: of several often one is meant to work.
 */
export function watchRelay(connection: RTCPeerConnection, tell: (state: RelayState) => void): void {
  connection.addEventListener('icecandidate', ({ candidate }) => candidate?.type === 'relay' && tell('ready'));
  connection.addEventListener('icecandidateerror', ({ url, errorCode }) => {
    if (/^turns?:/i.test(url) && errorCode >= 400 && errorCode < 600) tell('refused');
  });
}
