import { isLayingPath, pathSettled } from './path-settled.ts';

/** A path that neither comes up nor fails does not keep its connection longer than this. */
const patienceMs = 3_000;

/**
 * Closes a connection; one that is still laying its path, when that is laid or has failed. Chromium (130) never lets go of a
 * connection that is closed between a change of its state and the event that tells of it: a megabyte for each. That is
 * the call that ends within some tenths of a second after its answer. Nothing is heard or said on it meanwhile: its tracks have
 * been stopped by then.
 */
export function closeSettled(connection: RTCPeerConnection): void {
  // Before both descriptions are there nothing is laid.
  if (connection.remoteDescription === null || !isLayingPath(connection)) connection.close();
  else void pathSettled(connection, patienceMs).then(() => connection.close());
}
