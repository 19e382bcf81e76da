/** Plays one remote party on the system's default speaker. */
export class Playback {
  readonly #element = new Audio();

  constructor() {
    this.#element.autoplay = true;
    players.add(this);
  }

  play(track: MediaStreamTrack, onDefect: (message: string) => void): void {
    this.#element.srcObject = new MediaStream([track]);
    this.#element.play().catch((error: unknown) => {
      // A new stream interrupts the play() of the former one; that is no fault.
      if (!(error instanceof DOMException && error.name === 'AbortError')) onDefect(`playback: ${String(error)}`);
    });
  }

  setAudible(audible: boolean): void {
    this.#element.muted = !audible;
  }

  close(): void {
    this.#element.pause();
    this.#element.srcObject = null;
    players.delete(this);
  }
}

const players = new Set<Playback>();

export function playerCount(): number {
  return players.size;
}
