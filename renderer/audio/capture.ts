import { firstChoice, openMicrophone, type MicrophoneChoice, type OpenMicrophone } from './microphone.ts';

/** What becomes of a microphone that was lent. */
export interface Borrower {
  /** Another device, or other processing: this track takes the place of the former one, which ends when the promise resolves. */
  replaced(track: MediaStreamTrack): Promise<void> | void;
  /** The device has gone and no other could be opened. `replaced` follows if one comes. */
  lost(): void;
}

/** A device that was pulled out is replaced by main, which sees the list of devices; one that only failed is opened again after this long. */
const reopenMs = 300;

/**
 * The microphone, opened once for all who need it. Each gets a track of its own, so that cutting one call does not cut
 * the other. Another choice takes effect at once: the new one is opened first, so that nobody hears a gap.
 */
class Capture {
  #choice = firstChoice;
  #source: Promise<OpenMicrophone> | null = null;
  readonly #loans = new Map<MediaStreamTrack, Borrower>();
  #onEnded: () => void = () => undefined;
  #turn: Promise<void> = Promise.resolve();

  get count(): number {
    return this.#loans.size;
  }

  /** Told when a device that is open ends: the list of devices has most likely changed. */
  onDeviceEnded(listener: () => void): void {
    this.#onEnded = listener;
  }

  async borrow(borrower: Borrower): Promise<MediaStreamTrack> {
    const opening = (this.#source ??= this.#open(this.#choice));
    try {
      const { track } = await opening;
      // Given back by the last borrower, or replaced by another choice, while it was being opened.
      if (opening !== this.#source) return await this.borrow(borrower);
      return this.#lend(track, borrower);
    } catch (error) {
      if (this.#source === opening) this.#source = null;
      throw error;
    }
  }

  giveBack(track: MediaStreamTrack): void {
    track.stop();
    this.#loans.delete(track);
    if (this.#loans.size > 0) return;
    const closing = this.#source;
    this.#source = null;
    void close(closing);
  }

  /** One after the other: each takes over from the one before. */
  choose(choice: MicrophoneChoice): Promise<void> {
    this.#turn = this.#turn.then(() => this.#choose(choice));
    return this.#turn;
  }

  async #choose(choice: MicrophoneChoice): Promise<void> {
    const same = isSame(choice, this.#choice);
    this.#choice = choice;
    if (this.#loans.size === 0 && this.#source === null) return;
    if (!same || !(await isLive(this.#source))) await this.#reopen(choice);
    if (choice.echoCancellation || (await isAsAsked(this.#source))) return;
    // Without echo cancellation Chromium 130 opens a device that is in use as it is, whatever is asked: by way of a microphone with it, it does as asked.
    await this.#reopen({ ...choice, echoCancellation: true });
    await this.#reopen(choice);
  }

  #open(choice: MicrophoneChoice): Promise<OpenMicrophone> {
    const opening = openMicrophone(choice);
    opening.then(
      (microphone) => (microphone.onEnded = () => this.#onDeviceGone(opening)),
      () => undefined,
    );
    return opening;
  }

  async #reopen(choice: MicrophoneChoice): Promise<void> {
    const former = this.#source;
    const next = this.#open(choice);
    this.#source = next;
    try {
      const { track } = await next;
      if (this.#source === next) {
        const loans = [...this.#loans];
        // One that closes meanwhile must not keep the others from theirs.
        await Promise.allSettled(loans.map(([old, borrower]) => this.#replace(old, borrower, track)));
      } else void close(next);
      void close(former);
    } catch {
      await this.#goBack(next, former);
    }
  }

  /** The choice could not be opened, nor could the system's own: what there was goes on, when it does. */
  async #goBack(failed: Promise<OpenMicrophone>, former: Promise<OpenMicrophone> | null): Promise<void> {
    if (this.#source !== failed) return close(former);
    this.#source = former;
    if (!(await isLive(former))) for (const borrower of this.#loans.values()) borrower.lost();
  }

  async #replace(old: MediaStreamTrack, borrower: Borrower, source: MediaStreamTrack): Promise<void> {
    this.#loans.delete(old);
    const track = this.#lend(source, borrower);
    track.enabled = old.enabled;
    try {
      await borrower.replaced(track);
    } finally {
      old.stop();
    }
  }

  #lend(source: MediaStreamTrack, borrower: Borrower): MediaStreamTrack {
    const track = source.clone();
    this.#loans.set(track, borrower);
    return track;
  }

  #onDeviceGone(which: Promise<OpenMicrophone>): void {
    if (this.#source !== which) return;
    this.#onEnded();
    setTimeout(() => {
      if (this.#source === which) void this.choose(this.#choice);
    }, reopenMs);
  }
}

async function close(source: Promise<OpenMicrophone> | null): Promise<void> {
  try {
    (await source)?.close();
  } catch {
    // It was never open.
  }
}

async function isLive(source: Promise<OpenMicrophone> | null): Promise<boolean> {
  try {
    return (await source)?.isLive === true;
  } catch {
    return false;
  }
}

/** What could not be opened is no reason to try another way. */
async function isAsAsked(source: Promise<OpenMicrophone> | null): Promise<boolean> {
  try {
    return (await source)?.isAsAsked !== false;
  } catch {
    return true;
  }
}

function isSame(one: MicrophoneChoice, other: MicrophoneChoice): boolean {
  return (Object.keys(one) as (keyof MicrophoneChoice)[]).every((key) => one[key] === other[key]);
}

/** The one of this window. */
export const capture = new Capture();

const nobody: Borrower = { replaced: () => undefined, lost: () => undefined };

/** @throws {DOMException} of getUserMedia. */
export function borrowMicrophone(borrower: Borrower = nobody): Promise<MediaStreamTrack> {
  return capture.borrow(borrower);
}

/** Gives a track back; the microphone is closed with the last one. */
export function returnMicrophone(track: MediaStreamTrack): void {
  capture.giveBack(track);
}
