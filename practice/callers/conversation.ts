import { comfortNoise, frameMs, frameSamples } from './g711.ts';
import type { Persona } from './personas.ts';
import { VoiceActivity } from './voice-activity.ts';
import type { VoiceClips } from './voice-clips.ts';

/** An answered call on which nobody speaks is greeted after this long. */
const helloMs = 4_000;
/** After the goodbye the operator may still say theirs. */
const lingerMs = 1_500;
const lingerAtMostMs = 8_000;

type Mode = 'listening' | 'speaking' | 'leaving' | 'gone';

/**
 * What a caller does on the line, 20 ms at a time: waits for the operator to finish, says the next
 * line, speaks up after a silence, says goodbye. It knows no network and no clock: it is stepped.
 */
export class Conversation {
  readonly #persona: Persona;
  readonly #clips: VoiceClips;
  readonly #random: () => number;
  readonly #voice = new VoiceActivity();
  #lines: string[];
  #mode: Mode = 'listening';
  #held = false;
  #heard: number | null = null;
  /** The clip being said, and how far. */
  #clip = new Uint8Array(0);
  #said = 0;
  #leavesAfterwards = false;
  #silentMs = 0;
  #modeMs = 0;
  #turnMs = 0;
  #silences = 0;
  #begun = false;

  constructor(persona: Persona, clips: VoiceClips, random: () => number) {
    this.#persona = persona;
    this.#clips = clips;
    this.#random = random;
    this.#lines = [...clips.keys()].filter((name) => name.startsWith('line-')).sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)));
  }

  /** The caller has hung up. */
  get ended(): boolean {
    return this.#mode === 'gone';
  }

  /** Whether a clip is being said. */
  get speaking(): boolean {
    return this.#mode === 'speaking' && !this.#held;
  }

  /** @param level loudness of a frame that arrived from the operator. */
  hear(level: number): void {
    this.#heard = Math.max(this.#heard ?? 0, level);
  }

  /** On hold the caller says nothing and loses no patience; afterwards the sentence begins again. */
  setHeld(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    this.#said = 0;
    this.#silentMs = 0;
    this.#turnMs = 0;
  }

  /** Goes 20 ms on. @returns what goes out in them; null while on hold and once it is over. */
  step(): Uint8Array | null {
    const level = this.#heard;
    this.#heard = null;
    if (this.#held || this.#mode === 'gone') return null;
    const spoke = this.#voice.speaking;
    this.#voice.hear(level);
    if (this.#voice.speaking) {
      this.#turnMs += frameMs;
      this.#silentMs = 0;
      this.#silences = 0;
      this.#begun = true;
    } else this.#silentMs += frameMs;
    this.#modeMs += frameMs;
    if (this.#mode === 'speaking') return this.#speak();
    if (this.#mode === 'leaving') this.#leave();
    else this.#listen(spoke && !this.#voice.speaking);
    return comfortNoise(this.#random);
  }

  #listen(turnOver: boolean): void {
    const { interruptsAfterMs, patienceMs } = this.#persona;
    if (interruptsAfterMs !== null && this.#turnMs >= interruptsAfterMs) return this.#sayNext();
    if (this.#voice.speaking) return;
    if (turnOver) this.#silentMs = 0;
    if (this.#turnMs > 0) {
      if (this.#silentMs >= this.#persona.thinkMs) this.#sayNext();
      return;
    }
    if (this.#silentMs < (this.#begun ? patienceMs : helloMs)) return;
    this.#onSilence();
  }

  #onSilence(): void {
    this.#silences += 1;
    if (this.#silences > this.#persona.silences) return this.#say('give-up', true);
    if (!this.#begun) {
      this.#begun = true;
      return this.#say('hello', false);
    }
    // Asks first, and then goes on by themselves: perhaps they are heard all the same.
    if (this.#silences % 2 === 1) this.#say('still-there', false);
    else this.#sayNext();
  }

  #sayNext(): void {
    const line = this.#lines.shift();
    if (line === undefined) this.#say('goodbye', true);
    else this.#say(line, false);
  }

  #say(clip: string, leavesAfterwards: boolean): void {
    this.#clip = new Uint8Array(this.#clips.get(clip) ?? []);
    this.#said = 0;
    this.#leavesAfterwards = leavesAfterwards;
    this.#turnMs = 0;
    this.#enter('speaking');
  }

  #speak(): Uint8Array {
    const frame = this.#clip.subarray(this.#said, this.#said + frameSamples);
    this.#said += frameSamples;
    if (this.#said >= this.#clip.length) {
      this.#enter(this.#leavesAfterwards ? 'leaving' : 'listening');
      // What the operator said meanwhile is no answer yet; what they are still saying is.
      if (!this.#voice.speaking) this.#turnMs = 0;
    }
    return frame.length === frameSamples ? frame : comfortNoise(this.#random);
  }

  #leave(): void {
    const quiet = !this.#voice.speaking && this.#silentMs >= lingerMs;
    if (quiet || this.#modeMs >= lingerAtMostMs) this.#enter('gone');
  }

  #enter(mode: Mode): void {
    this.#mode = mode;
    this.#modeMs = 0;
    this.#silentMs = 0;
  }
}
