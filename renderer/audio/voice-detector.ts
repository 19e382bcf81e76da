/** Milliseconds of one frame. */
export const frameMs = 20;

const framesOf = (ms: number): number => Math.round(ms / frameMs);

/** The noise floor is the quietest of the last three seconds: speech leaves gaps that long apart, a fan does not. */
const floorSliceFrames = framesOf(500);
const floorSlices = 6;
/** Never taken for a floor: a gap in a digital line says nothing about the room. */
const lowestFloorDb = -68;
/** Over the floor by this much speech begins, and goes on. */
const beginDb = 9;
const continueDb = 6;
/** Whatever the floor: quieter is not a voice in a headset. */
const leastDb = -50;
/** Three of four frames: longer than the click of a key. */
const beginFrames = 3;
const beginOutOf = 4;
/** Between two words, and over the stop of a "t". */
const hangoverFrames = framesOf(300);
/** A muted microphone and a discontinuous transmission give zeros: neither voice nor floor. */
const digitalSilenceDb = -90;

/**
 * Tells speech from silence by energy over an adaptive noise floor (minimum statistics), with a hangover. Nothing is
 * learnt and nothing kept but six levels. What is steady, a tone or a fan, is noise after three seconds; a second voice
 * in the room and music on hold are speech to it.
 */
export class VoiceDetector {
  readonly #slices: number[] = [];
  #slice = Infinity;
  #sliceFrames = 0;
  #smoothed: number | null = null;
  #recent: readonly boolean[] = [];
  #hangover = 0;
  #speaking = false;

  get speaking(): boolean {
    return this.#speaking;
  }

  /** @param levelDb of one frame, dB of full scale. @returns whether somebody speaks. */
  take(levelDb: number): boolean {
    const silent = levelDb < digitalSilenceDb;
    if (!silent) this.#followFloor(levelDb);
    const over = silent ? -Infinity : levelDb - this.#floor;
    const loud = levelDb >= leastDb && over >= (this.#speaking ? continueDb : beginDb);
    this.#recent = [...this.#recent, loud].slice(-beginOutOf);
    if (this.#speaking) {
      this.#hangover = loud ? hangoverFrames : this.#hangover - 1;
      if (this.#hangover <= 0) this.#speaking = false;
    } else if (this.#recent.filter(Boolean).length >= beginFrames) {
      this.#speaking = true;
      this.#hangover = hangoverFrames;
    }
    return this.#speaking;
  }

  get #floor(): number {
    return Math.max(lowestFloorDb, Math.min(this.#slice, ...this.#slices));
  }

  /** Of a smoothed level, for single frames of noise fall below its mean by chance. */
  #followFloor(levelDb: number): void {
    this.#smoothed = this.#smoothed === null ? levelDb : this.#smoothed + 0.4 * (levelDb - this.#smoothed);
    this.#slice = Math.min(this.#slice, this.#smoothed);
    if (++this.#sliceFrames < floorSliceFrames) return;
    this.#slices.push(this.#slice);
    if (this.#slices.length > floorSlices) this.#slices.shift();
    this.#slice = Infinity;
    this.#sliceFrames = 0;
  }
}
