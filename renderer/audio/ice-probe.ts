import type { IceServer } from '#shared/ipc/audio-list.ts';

interface Probe {
  readonly server: IceServer;
  readonly kind: 'stun' | 'turn';
  readonly timeoutMs: number;
}

interface ProbeResult {
  /** Milliseconds to the server's answer; null: none came in time. */
  readonly ms: number | null;
  readonly error: number | null;
}

/**
 * Asks one server what it would be asked in a call. A TURN server has answered when it gives a relay address. A STUN
 * server has when it gives an address, or when gathering ends before its deadline without a complaint: an address that
 * this machine has anyway is not told a second time (RFC 8445 section 5.1.3).
 */
export async function probeIce({ server, kind, timeoutMs }: Probe): Promise<ProbeResult> {
  const { urls, username, credential } = server;
  const connection = new RTCPeerConnection({
    iceServers: [{ urls: [...urls], ...(username === undefined ? {} : { username }), ...(credential === undefined ? {} : { credential }) }],
    iceTransportPolicy: kind === 'turn' ? 'relay' : 'all',
  });
  try {
    const since = performance.now();
    const answer = waitForAnswer(connection, kind, timeoutMs);
    connection.createDataChannel('probe');
    await connection.setLocalDescription(await connection.createOffer());
    const { answered, error } = await answer;
    return { ms: answered ? Math.round((performance.now() - since) * 10) / 10 : null, error: answered ? null : error };
  } finally {
    connection.close();
  }
}

function waitForAnswer(connection: RTCPeerConnection, kind: 'stun' | 'turn', timeoutMs: number): Promise<{ readonly answered: boolean; readonly error: number | null }> {
  return new Promise((resolve) => {
    let error: number | null = null;
    const finish = (answered: boolean) => {
      clearTimeout(timer);
      resolve({ answered, error });
    };
    const timer = setTimeout(() => finish(false), timeoutMs);
    connection.addEventListener('icecandidateerror', ({ errorCode }) => {
      error ??= errorCode;
    });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === (kind === 'turn' ? 'relay' : 'srflx')) finish(true);
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') finish(kind === 'stun' && error === null);
    });
  });
}
