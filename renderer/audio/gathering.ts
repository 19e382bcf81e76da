/** When not even one candidate appears (no network), the description still leaves after this long. */
const noCandidateMs = 2_000;
/** After a change of the network Chromium may not know the new one yet: main asks again sooner than that. */
const restartMs = 200;

interface Gathering {
  /** Milliseconds after the first candidate at which the description is taken as it is. */
  readonly capMs: number;
  /** An ICE restart of a connection that gathered before: its state says `complete` until the new gathering has begun. */
  readonly restart: boolean;
  /** Only relays count, and a relay takes some round trips. */
  readonly relayOnly: boolean;
}

/**
 * Waits until the local description is worth sending: all candidates gathered, or `capMs` after the
 * first one. A STUN server that does not answer would otherwise hold up every call for 40 s.
 * @returns the local description with the candidates gathered so far.
 */
export function gathered(connection: RTCPeerConnection, { capMs, restart, relayOnly }: Gathering): Promise<string> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const { signal } = controller;
    let timer = setTimeout(finish, restart && !relayOnly ? restartMs : Math.max(noCandidateMs, capMs));
    let capped = false;

    function finish(): void {
      clearTimeout(timer);
      controller.abort();
      const description = connection.localDescription;
      if (description === null) reject(new Error('there is no local description'));
      else resolve(description.sdp);
    }

    if (connection.iceGatheringState === 'complete' && !restart) {
      finish();
      return;
    }
    connection.addEventListener('icegatheringstatechange', () => connection.iceGatheringState === 'complete' && finish(), { signal });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null) finish();
      // An exchange takes media over UDP; a TCP candidate also stands for an interface that is gone.
      else if (!capped && candidate.protocol !== 'tcp') {
        capped = true;
        clearTimeout(timer);
        timer = setTimeout(finish, capMs);
      }
    }, { signal });
  });
}
