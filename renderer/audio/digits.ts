/** Milliseconds, RFC 4733 section 2.5.1.1: long enough for the slowest voice menu, short enough to type along. */
const toneMs = 120;
const gapMs = 80;

/** A path that has not come up by then carries no digits. */
const pathMs = 4_000;

/**
 * Resolves when the path of a connection stands, or will not: an answer is told before its path is laid, and until then Chromium
 * takes no digits.
 */
export function pathStands(connection: RTCPeerConnection): Promise<void> {
  const isLaying = (): boolean => connection.connectionState === 'new' || connection.connectionState === 'connecting';
  if (!isLaying()) return Promise.resolve();
  return new Promise((resolve) => {
    const controller = new AbortController();
    const timer = setTimeout(end, pathMs);

    function end(): void {
      clearTimeout(timer);
      controller.abort();
      resolve();
    }

    connection.addEventListener('connectionstatechange', () => isLaying() || end(), { signal: controller.signal });
  });
}

/**
 * Appends digits to those still waiting. Reading the buffer and writing it back must happen here, in
 * one turn: from main the buffer would be one message old, and digits would be sent twice.
 */
export function sendDigits(sender: RTCRtpSender, digits: string): void {
  const { dtmf } = sender;
  if (dtmf?.canInsertDTMF !== true) throw new DOMException('the other side takes no telephone events', 'InvalidStateError');
  dtmf.insertDTMF(dtmf.toneBuffer + digits, toneMs, gapMs);
}
