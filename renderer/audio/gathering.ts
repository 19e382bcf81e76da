/** When not even one candidate appears (no network), the description still leaves after this long. */
const noCandidateMs = 2_000;
/** After a change of the network Chromium may still look for it: asking again finds it sooner than waiting. */
export const restartEmptyMs = 400;

/**
 * Waits until the local description is worth sending: all candidates gathered, or `capMs` after the
 * first one. A STUN server that does not answer would otherwise hold up every call for 40 s.
 * @param emptyMs how long it waits for the first candidate.
 * @returns the local description with the candidates gathered so far.
 */
export function gathered(connection: RTCPeerConnection, capMs: number, emptyMs = noCandidateMs): Promise<string> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const { signal } = controller;
    let timer = setTimeout(finish, emptyMs);
    let capped = false;

    function finish(): void {
      clearTimeout(timer);
      controller.abort();
      const description = connection.localDescription;
      if (description === null) reject(new Error('there is no local description'));
      else resolve(description.sdp);
    }

    if (connection.iceGatheringState === 'complete') {
      finish();
      return;
    }
    connection.addEventListener('icegatheringstatechange', () => connection.iceGatheringState === 'complete' && finish(), { signal });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null) finish();
      else if (!capped) {
        capped = true;
        clearTimeout(timer);
        timer = setTimeout(finish, capMs);
      }
    }, { signal });
  });
}
