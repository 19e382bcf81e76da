import type { RingTone } from '#shared/ipc/audio-list.ts';

/** A figure of notes: start in seconds, frequency in Hz. Soft sine bells, no alarm: an operator hears it a hundred times a day. */
export interface Figure {
  readonly notes: readonly (readonly [at: number, frequency: number])[];
  readonly everySeconds: number;
  readonly level: number;
  /** How long a note holds before it fades; a bell does not hold. */
  readonly holdSeconds: number;
}

const bells: Figure['notes'] = [
  [0, 659.26],
  [0.18, 830.61],
  [0.36, 987.77],
  [0.72, 830.61],
  [0.9, 987.77],
];

/** What can be played: the tones, and what the operator plays to try a speaker. */
export const figures: Readonly<Record<Exclude<RingTone, 'none'> | 'chime', Figure>> = {
  /** At full volume; the operator's setting lowers it. */
  ring: { notes: bells, everySeconds: 3, level: 0.275, holdSeconds: 0 },
  // The Belgian waiting tone is far too loud in a headset: one short note, much quieter than speech.
  waiting: {
    notes: [
      [0, 440],
      [0.25, 440],
    ],
    everySeconds: 5,
    level: 0.03,
    holdSeconds: 0,
  },
  // The Belgian ringback tone: 425 Hz, one second on, three off (ITU-T E.180).
  ringback: { notes: [[0, 425]], everySeconds: 4, level: 0.08, holdSeconds: 1 },
  // A call is about to be on the line by itself: unlike anything else that is heard, and over before the caller speaks.
  cue: {
    notes: [
      [0, 880],
      [0.14, 1174.66],
    ],
    everySeconds: 3,
    level: 0.16,
    holdSeconds: 0.09,
  },
  chime: {
    notes: [
      [0, 523.25],
      [0.25, 659.26],
      [0.5, 783.99],
    ],
    everySeconds: 2,
    level: 0.2,
    holdSeconds: 0,
  },
};
