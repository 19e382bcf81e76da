/**
 * Chromium (seen with 130) keeps a connection for ever, some 0.4 MB of it, that is closed within a moment of a renegotiation: every second
 * call that was hung up right after hold. A moment later it lets go.
 */
const restMs = 300;

/**
 * Closes a connection for good. Nothing is sent from now on; the connection itself follows when that is safe.
 * @param negotiatedAt - when its last renegotiation was done, by the page's clock; null when there was none.
 */
export function closeConnection(connection: RTCPeerConnection, negotiatedAt: number | null): void {
  const rest = negotiatedAt === null ? 0 : negotiatedAt + restMs - performance.now();
  if (rest <= 0) {
    connection.close();
    return;
  }
  for (const sender of connection.getSenders()) sender.replaceTrack(null).catch(() => undefined);
  setTimeout(() => connection.close(), rest);
}
