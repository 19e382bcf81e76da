import { z } from 'zod';
import { instantSchema } from '../ids.ts';
import { languageSchema, registerSchema } from '../language.ts';
import { scriptKeySchema } from './key.ts';
import { objectionBudgetSchema } from './objection-budget.ts';

const at = instantSchema;
const reason = z.string().min(1).max(500);

/**
 * What happened in a run. An event holds all that its effect depends on, so that a run replays to the same state whatever
 * became of the script meanwhile.
 */
export const scriptEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...{ type: z.literal('answered'), at, step: scriptKeySchema, answer: scriptKeySchema, to: scriptKeySchema.nullable(), objection: z.boolean(), purpose: scriptKeySchema.nullable() },
    /** What the answer captured by itself; absent where it captured nothing, and in runs of before it was kept. */
    set: z.record(scriptKeySchema, z.string().max(200)).optional(),
  }),
  /** Left unsaid. `reason` is null only in runs of before every step asked one. */
  z.strictObject({ type: z.literal('skipped'), at, step: scriptKeySchema, to: scriptKeySchema.nullable(), reason: reason.nullable() }),
  /** Gone to out of order. `objection`: what was gone to is a counter-argument, which is spent by it as by an answer. */
  z.strictObject({ type: z.literal('jumped'), at, step: scriptKeySchema.nullable(), to: scriptKeySchema, reason, objection: z.boolean().optional() }),
  z.strictObject({ type: z.literal('went-back'), at }),
  /** Other words from here on; null takes those of the queue and the customer. */
  z.strictObject({ type: z.literal('audience'), at, language: languageSchema.nullable(), register: registerSchema.nullable() }),
  z.strictObject({ type: z.literal('term'), at, term: scriptKeySchema, version: z.number().int().positive(), agreed: z.boolean() }),
]);
export type ScriptEvent = z.infer<typeof scriptEventSchema>;

/** More than a long day of one call. What comes after is refused, so that a row stays a row. */
export const mostEvents = 2000;

/** Where a call stands in its script, as it happened: kept with the interaction, so that it survives a crash and travels with a transfer. */
export const scriptRunSchema = z.strictObject({
  scriptKey: scriptKeySchema,
  scriptVersion: z.number().int().positive(),
  /** The step it began at. */
  start: scriptKeySchema,
  /** Counter-arguments that this call may have, where its queue said so when it began; absent: the script's. */
  objectionBudget: objectionBudgetSchema.optional(),
  events: z.array(scriptEventSchema).max(mostEvents),
});
export type ScriptRun = z.infer<typeof scriptRunSchema>;

/** As another workstation sends it: what a newer one adds to a run is left out. An event that is not known is no run. */
export const incomingRunSchema = scriptRunSchema.strip();

/** A step that was left behind. `answer` is null where it was skipped or jumped from, and then `reason` may say why. */
export interface TrailEntry {
  readonly step: string;
  readonly answer: string | null;
  readonly reason: string | null;
  readonly objection: boolean;
  /** What the answer captured by itself; absent where it captured nothing. */
  readonly set?: Readonly<Record<string, string>>;
}

/** What a run amounts to. */
export interface RunState {
  /** The step on screen; null once the script has ended. */
  readonly step: string | null;
  /** Oldest first. */
  readonly trail: readonly TrailEntry[];
  /** Counter-arguments spent. */
  readonly objections: number;
  readonly purpose: string | null;
  /** What the operator chose; null follows queue and customer. */
  readonly language: z.infer<typeof languageSchema> | null;
  readonly register: z.infer<typeof registerSchema> | null;
  /** Terms that were agreed to, with the version that was read. */
  readonly terms: Readonly<Record<string, number>>;
  /** What the answers that stand captured by themselves. What was typed is no event: it is the journal's. */
  readonly set: Readonly<Record<string, string>>;
}

const known = new WeakMap<ScriptRun, RunState>();

/** @returns the state to which a run's events lead, always the same for the same events. */
export function stateOf(run: ScriptRun): RunState {
  let state = known.get(run);
  if (state === undefined) {
    state = run.events.reduce(apply, begin(run.start));
    known.set(run, state);
  }
  return state;
}

/** @returns the run with one event more; `run` stays as it is. */
export function withEvent(run: ScriptRun, event: ScriptEvent): ScriptRun {
  const next = { ...run, events: [...run.events, event] };
  known.set(next, apply(stateOf(run), event));
  return next;
}

function begin(step: string): RunState {
  return { step, trail: [], objections: 0, purpose: null, language: null, register: null, terms: {}, set: {} };
}

function apply(state: RunState, event: ScriptEvent): RunState {
  switch (event.type) {
    case 'answered':
      return {
        ...state,
        step: event.to,
        trail: [...state.trail, { step: event.step, answer: event.answer, reason: null, objection: event.objection, ...(event.set === undefined ? {} : { set: event.set }) }],
        set: event.set === undefined ? state.set : { ...state.set, ...event.set },
        objections: state.objections + (event.objection ? 1 : 0),
        purpose: event.purpose ?? state.purpose,
      };
    case 'skipped':
      return { ...state, step: event.to, trail: [...state.trail, { step: event.step, answer: null, reason: event.reason, objection: false }] };
    case 'jumped': {
      const objection = event.objection === true;
      return {
        ...state,
        step: event.to,
        trail: event.step === null ? state.trail : [...state.trail, { step: event.step, answer: null, reason: event.reason, objection }],
        objections: state.objections + (objection ? 1 : 0),
      };
    }
    case 'went-back':
      return wentBack(state);
    case 'audience':
      return { ...state, language: event.language, register: event.register };
    case 'term':
      return { ...state, terms: event.agreed ? { ...state.terms, [event.term]: event.version } : Object.fromEntries(Object.entries(state.terms).filter(([term]) => term !== event.term)) };
  }
}

function wentBack(state: RunState): RunState {
  const last = state.trail.at(-1);
  if (last === undefined) return state;
  const trail = state.trail.slice(0, -1);
  // Taken back is what was chosen by mistake: the counter-argument was not used, and what an earlier answer set stands again.
  const set = last.set === undefined ? state.set : Object.assign({}, ...trail.map((entry) => entry.set)) as RunState['set'];
  return { ...state, step: last.step, trail, objections: state.objections - (last.objection ? 1 : 0), set };
}
