import type { IceState } from '#shared/ipc/audio-list.ts';

/**
 * The state of a connection's path, as ICE has it, and one thing that `iceConnectionState` keeps silent about: after
 * an ICE restart it still says `connected` for the path of before, however dead that is. The restart has
 * succeeded when another pair of candidates is selected; until then the path is being looked for.
 */
export class IcePath {
  readonly #connection: RTCPeerConnection;
  readonly #onState: (state: IceState) => void;
  #isSearching = false;
  #isRestarting = false;

  constructor(connection: RTCPeerConnection, onState: (state: IceState) => void) {
    this.#connection = connection;
    this.#onState = onState;
    connection.addEventListener('iceconnectionstatechange', () => this.#onConnectionState());
  }

  /** An offer that restarts ICE was made. */
  onOffer(restart: boolean): void {
    this.#isRestarting = restart;
  }

  /** Its answer is there: from now on the new path is looked for. */
  onAnswer(): void {
    const transport = this.#connection.getSenders()[0]?.transport?.iceTransport;
    if (!this.#isRestarting || transport === undefined) return;
    this.#isRestarting = false;
    this.#isSearching = true;
    this.#onState('checking');
    transport.addEventListener('selectedcandidatepairchange', () => this.#onSelected(), { once: true });
  }

  #onSelected(): void {
    if (!this.#isSearching) return;
    this.#isSearching = false;
    const state = this.#connection.iceConnectionState;
    this.#onState(state === 'completed' ? 'completed' : 'connected');
  }

  #onConnectionState(): void {
    const state = this.#connection.iceConnectionState;
    // It says that of the former path.
    if (this.#isSearching && (state === 'connected' || state === 'completed')) return;
    if (state === 'failed' || state === 'closed') this.#isSearching = false;
    this.#onState(state);
  }
}
