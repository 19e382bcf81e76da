/**
 * The E-model for narrow-band telephony: ITU-T Recommendation G.107 (06/2015), "The E-model: a computational
 * model for use in transmission planning". Numbers in brackets are those of its formulae.
 *
 *     R = Ro - Is - Id - Ie-eff + A                                                                  (7-1)
 *
 * What only a planner of an analogue network can change stays at the default of Table 1: loudness and sidetone of
 * the telephones, room and circuit noise, echo return loss. A digital call with the echo cancelled differs from it
 * in delay (Idd) and in codec and loss (Ie-eff); A, the advantage of mobility, is 0 at a desk.
 *
 * The Recommendation is at https://www.itu.int/rec/T-REC-G.107-201506-I; it could not be opened where this was written. The formulae, their
 * constants and their numbers (clause 7 of this edition, clause 3 of those before 2014) were compared term by term with four
 * published implementations that cite them, and with the values that G.107 gives for its defaults (e-model.test.ts).
 */

/** Table 1, default values. dB, dBm0p and dB(A) as there. */
const sendLoudness = 8;
const receiveLoudness = 2;
const sidetoneMasking = 15;
const deltaSend = 3;
const deltaReceive = 3;
const talkerEchoLoss = 65;
const echoPathLoss = 110;
const circuitNoise = -70;
const noiseFloor = -64;
const roomNoise = 35;
const quantizingUnits = 1;
const delaySensitivity = 1;
const minimalPerceivedDelayMs = 100;

const overallLoudness = sendLoudness + receiveLoudness;
const decibels = (ratio: number): number => 10 * Math.log10(ratio);
const power = (level: number): number => 10 ** (level / 10);

/** No: the sum of all noise, referred to the 0 dBr point (7-3). */
function noise(): number {
  // (7-4): the room at the sender; (7-5) and (7-6): the room at the receiver, over the sidetone too; (7-7): the floor.
  const atSender = roomNoise - sendLoudness - deltaSend - 100 + 0.004 * (roomNoise - overallLoudness - deltaSend - 14) ** 2;
  const effectiveRoom = roomNoise + decibels(1 + power(10 - (sidetoneMasking + deltaReceive)));
  const atReceiver = receiveLoudness - 121 + effectiveRoom + 0.008 * (effectiveRoom - 35) ** 2;
  return decibels(power(circuitNoise) + power(atSender) + power(atReceiver) + power(noiseFloor + receiveLoudness));
}

/** Is: what happens together with the voice (7-8): too loud (7-9, 7-10), sidetone (7-11, 7-12), quantizing (7-13 to 7-17). */
function simultaneousImpairment(basic: number, totalNoise: number): number {
  const loudness = (overallLoudness + 0.2 * (64 + totalNoise - receiveLoudness)) / 8;
  const tooLoud = 20 * ((1 + loudness ** 8) ** (1 / 8) - loudness);
  const sidetone = -decibels(power(-sidetoneMasking) + power(-talkerEchoLoss));
  const badSidetone = 12 * (1 + ((sidetone - 13) / 6) ** 8) ** (1 / 8) - 28 * (1 + ((sidetone + 1) / 19.4) ** 35) ** (1 / 35) - 13 * (1 + ((sidetone - 3) / 33) ** 13) ** (1 / 13) + 29;
  const q = 37 - 15 * Math.log10(quantizingUnits);
  const g = 1.07 + 0.258 * q + 0.0602 * q ** 2;
  const quantizing = 15 * Math.log10(1 + 10 ** ((basic - 100) / 15 + 46 / 8.4 - g / 9) + 10 ** (46 / 30 - g / 40));
  return tooLoud + badSidetone + quantizing;
}

/** Idle: listener echo without delay (7-25, 7-26). */
function listenerEcho(basic: number): number {
  const difference = (basic - 10.5 * (echoPathLoss + 7)) / 2;
  return difference + Math.sqrt(difference ** 2 + 169);
}

/** Ro - Is - Idle at the default values: 93.2, with which every digital connection begins. */
const unimpaired = (() => {
  const totalNoise = noise();
  const basic = 15 - 1.5 * (sendLoudness + totalNoise); // (7-2)
  return basic - simultaneousImpairment(basic, totalNoise) - listenerEcho(basic);
})();

/** Idd: the delay alone makes a conversation hard (7-27, 7-28). */
function delayImpairment(mouthToEarMs: number): number {
  if (mouthToEarMs <= minimalPerceivedDelayMs) return 0;
  const x = Math.log2(mouthToEarMs / minimalPerceivedDelayMs);
  const n = 6 * delaySensitivity;
  return 25 * ((1 + x ** n) ** (1 / n) - 3 * (1 + (x / 3) ** n) ** (1 / n) + 2);
}

export interface Equipment {
  /** Ie: impairment by the codec without loss. */
  readonly impairment: number;
  /** Bpl: robustness against packet loss. */
  readonly lossRobustness: number;
}

/**
 * ITU-T G.113 Appendix I (05/2002, Tables I.2 and I.4): G.711 has Ie 0, and Bpl 4.3 without, 25.1 with concealment. The
 * audio window conceals. For G.722 and Opus that scale has no values (G.107.1 and G.107.2 have other scales, without
 * one for Opus); they count as G.711 with concealment, so their wider band is not rewarded.
 */
export const concealedG711: Equipment = { impairment: 0, lossRobustness: 25.1 };

export interface Transmission {
  /** Ta: one way, from mouth to ear. */
  readonly delayMs: number;
  /** Ppl: packets that could not be played, 0..100. */
  readonly lossPercent: number;
  /** BurstR: 1 for random loss, more when losses come together. */
  readonly burstRatio?: number;
  readonly equipment?: Equipment;
}

/** @returns R, 0..100: over 90 very satisfied, under 60 nearly all dissatisfied (ITU-T G.109). */
export function transmissionRating({ delayMs, lossPercent, burstRatio = 1, equipment = concealedG711 }: Transmission): number {
  const { impairment, lossRobustness } = equipment;
  // Ie-eff (7-29).
  const effective = impairment + (95 - impairment) * (lossPercent / (lossPercent / burstRatio + lossRobustness));
  return Math.min(100, Math.max(0, unimpaired - delayImpairment(delayMs) - effective));
}

/** MOS-CQE of a rating (Annex B, B-4): 1..4.5. The cubic dips under 1 between 0 and 6.5; nothing is worse than 1. */
export function meanOpinionScore(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}
