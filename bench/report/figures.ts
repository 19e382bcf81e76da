import { median, p95 } from './statistics.ts';

export const parts = ['start', 'calls', 'load', 'delay', 'telephony', 'soak', 'shift', 'background', 'store', 'script', 'knowledge', 'central'] as const;
export type Part = (typeof parts)[number];

/** These take longer than all the others together: they run when they are asked for. */
export const usualParts: readonly Part[] = parts.filter((part) => part !== 'soak' && part !== 'shift' && part !== 'background' && part !== 'central' && part !== 'knowledge');

/** What is measured, and the limit it must hold: a ratio to the peer (or to plain statements), or an absolute value for the median or the 95th percentile. */
export interface Figure {
  /** The part of the bench that takes it. */
  readonly part: Part;
  readonly name: string;
  readonly unit: string;
  readonly limit: { readonly ratio: number } | { readonly value: number } | { readonly p95: number };
}

export const figures = {
  inviteToRinging: { part: 'calls', name: 'INVITE in to 180 out', unit: 'ms', limit: { ratio: 1.2 } },
  answerToOk: { part: 'calls', name: 'answer to 200 out', unit: 'ms', limit: { ratio: 0.15 } },
  answerToRtp: { part: 'calls', name: 'answer to first RTP', unit: 'ms', limit: { ratio: 0.8 } },
  dialToInvite: { part: 'calls', name: 'dial to INVITE out', unit: 'ms', limit: { ratio: 0.05 } },
  inviteToFile: { part: 'calls', name: 'INVITE in to customer file painted', unit: 'ms', limit: { value: 100 } },
  startToRegistered: { part: 'start', name: 'process start to registered', unit: 'ms', limit: { ratio: 0.9 } },
  startToInteractive: { part: 'start', name: 'process start to interactive workspace', unit: 'ms', limit: { value: 2000 } },
  memoryIdle: { part: 'load', name: 'memory idle (PSS)', unit: 'MB', limit: { ratio: 1.3 } },
  memoryInCall: { part: 'load', name: 'memory in a call (PSS)', unit: 'MB', limit: { ratio: 1.3 } },
  cpuInCall: { part: 'load', name: 'CPU in a call, meters on', unit: '% of a core', limit: { ratio: 1.3 } },
  ringToScript: { part: 'script', name: 'ring (180 out) to script and customer painted', unit: 'ms', limit: { value: 50 } },
  stepToStep: { part: 'script', name: 'key of an answer to the next step painted (8: under 16)', unit: 'ms', limit: { p95: 16 } },
  keyToPaint: { part: 'script', name: 'key in the note to paint, while 10,000 changes come in (8: under 16)', unit: 'ms', limit: { p95: 16 } },
  workspaceCrash: { part: 'telephony', name: 'sound not sent when the workspace crashes', unit: 'ms', limit: { value: 0 } },
  audioCrash: { part: 'telephony', name: 'audio window crashed to RTP again', unit: 'ms', limit: { value: 500 } },
  networkChange: { part: 'telephony', name: 'Wi-Fi to cable in a call: both heard again', unit: 'ms', limit: { value: 3000 } },
  headsetPulled: { part: 'telephony', name: 'headset pulled out in a call: both heard again', unit: 'ms', limit: { value: 1000 } },
  answerToSound: { part: 'calls', name: 'answer to first audio sent', unit: 'ms', limit: { value: 60 } },
  callerToOperator: { part: 'delay', name: 'mouth to ear, caller to operator', unit: 'ms', limit: { ratio: 1.1 } },
  operatorToCaller: { part: 'delay', name: 'mouth to ear, operator to caller', unit: 'ms', limit: { ratio: 1.1 } },
  soakMemory: { part: 'soak', name: 'memory after 1,000 calls against 100 calls', unit: '% more', limit: { value: 5 } },
  soakHandles: { part: 'soak', name: 'open handles after 1,000 calls against 100', unit: 'more', limit: { value: 4 } },
  soakConnections: { part: 'soak', name: 'peer connections after 1,000 calls against 100', unit: 'more', limit: { value: 0 } },
  // Held against Balie itself with its window visible, which stands where the peer does otherwise.
  ringHidden: { part: 'background', name: 'INVITE in to ring heard, hidden for six minutes (peer: visible)', unit: 'ms', limit: { ratio: 1.2 } },
  drawnHidden: { part: 'background', name: 'INVITE in to call in the page, hidden for six minutes (peer: visible)', unit: 'ms', limit: { ratio: 1.2 } },
  shiftMemory: { part: 'shift', name: 'memory at the end of the shift against its first hour', unit: '% more', limit: { value: 5 } },
  shiftHandles: { part: 'shift', name: 'open handles at the end of the shift against its first hour', unit: 'more', limit: { value: 4 } },
  shiftConnections: { part: 'shift', name: 'peer connections at the end of the shift against its first hour', unit: 'more', limit: { value: 0 } },
} as const satisfies Record<string, Figure>;

export type FigureId = keyof typeof figures;
export type Side = 'Balie' | 'peer';

/** The samples of a run, by figure and side, in the order in which they were taken. */
export class Samples {
  readonly #values = new Map<string, number[]>();

  add(figure: FigureId, side: Side, value: number): void {
    const key = `${figure} ${side}`;
    const values = this.#values.get(key);
    if (values === undefined) this.#values.set(key, [value]);
    else values.push(value);
  }

  of(figure: FigureId, side: Side): readonly number[] {
    return this.#values.get(`${figure} ${side}`) ?? [];
  }
}

/** One line of the report; the shape of the JSON document. */
export interface Result {
  readonly name: string;
  readonly unit: string;
  /** Median, 95th percentile and number of Balie's samples. */
  readonly value: number;
  readonly p95: number;
  readonly n: number;
  /** Median and 95th percentile of the peer's samples; null where the limit is absolute. */
  readonly peer: number | null;
  readonly peerP95: number | null;
  /** Median to median. */
  readonly ratio: number | null;
  readonly limit: string;
  readonly ok: boolean;
}

/** Holds samples against a figure's limit. Without samples of Balie the limit does not hold. */
export function judge(figure: Figure, balie: readonly number[], peer: readonly number[]): Result {
  const { name, unit, limit } = figure;
  const value = median(balie);
  const relative = 'ratio' in limit;
  const ratio = relative ? value / median(peer) : null;
  return {
    name,
    unit,
    value: round(value),
    p95: round(p95(balie)),
    n: balie.length,
    peer: peer.length === 0 ? null : round(median(peer)),
    peerP95: peer.length === 0 ? null : round(p95(peer)),
    ratio: ratio === null ? null : round(ratio),
    ...held(limit, { value, p95: p95(balie), ratio: ratio ?? Number.NaN }, unit),
  };
}

function held(limit: Figure['limit'], { value, p95: high, ratio }: { value: number; p95: number; ratio: number }, unit: string): Pick<Result, 'limit' | 'ok'> {
  if ('ratio' in limit) return { limit: `ratio <= ${limit.ratio}`, ok: ratio <= limit.ratio };
  if ('p95' in limit) return { limit: `p95 <= ${limit.p95} ${unit}`, ok: high <= limit.p95 };
  return { limit: `<= ${limit.value} ${unit}`, ok: value <= limit.value };
}

/** The issue of the telephone asks for these with its own: they are parts that can be asked for alone, too. */
export const withTelephony: readonly Part[] = ['calls', 'load', 'delay'];

/** @returns the figures of these parts. */
export function resultsOf(samples: Samples, chosen: readonly Part[]): readonly Result[] {
  const ids = (Object.keys(figures) as FigureId[]).filter((id) => chosen.includes(figures[id].part));
  return ids.map((id) => judge(figures[id], samples.of(id, 'Balie'), samples.of(id, 'peer')));
}

/** Three digits that mean something. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
