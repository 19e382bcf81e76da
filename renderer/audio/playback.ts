/** Plays one remote party on the chosen speaker. */
export class Playback {
  readonly #element = new Audio();

  constructor() {
    this.#element.autoplay = true;
    players.add(this.#element);
    if (speaker !== '') void moveTo(this.#element, speaker);
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
    players.delete(this.#element);
  }
}

const players = new Set<HTMLAudioElement>();
/** Chromium's id of the device; empty: the system's. */
let speaker = '';

export function playerCount(): number {
  return players.size;
}

/** What plays moves over without a gap, and what will play begins there. */
export async function chooseSpeaker(deviceId: string | null): Promise<void> {
  speaker = deviceId ?? '';
  await Promise.all([...players].map((player) => moveTo(player, speaker)));
}

/** Better on the wrong device than not heard: a device that has just gone is replaced by the system's. */
async function moveTo(player: HTMLAudioElement, deviceId: string): Promise<void> {
  try {
    await player.setSinkId(deviceId);
  } catch {
    await player.setSinkId('').catch(() => undefined);
  }
}
