import { z } from 'zod';
import { idSchema } from './ids.ts';
import { isSensitive, stepOf, type Script } from './script/script.ts';
import { incomingRunSchema, scriptRunSchema, stateOf, type ScriptRun } from './script/run.ts';

const title = z.string().max(120);
const capturedSchema = z.record(z.string().max(64), z.string().max(4000));

/** How far a script was when its call was transferred: what a colleague goes on with. */
export const carriedScriptSchema = z.strictObject({
  scriptId: idSchema,
  /** The script's title and that of the step on screen, for whoever does not have the script; `step` is null once the script had ended. */
  title,
  step: title.nullable(),
  /** Null on a workstation that cannot read it: a newer Balie wrote it. */
  run: scriptRunSchema.nullable(),
  /** What its fields have, without payment data and other sensitive ones. */
  captured: capturedSchema,
});
export type CarriedScript = z.infer<typeof carriedScriptSchema>;

/** As central sends it: what of it cannot be read costs nobody the note of the hand-over, nor what was checked. */
export const incomingCarriedScriptSchema = z
  .object({ ...carriedScriptSchema.shape, run: incomingRunSchema.nullable().catch(null), captured: capturedSchema.catch({}) })
  .nullable()
  .catch(null);

/**
 * What became of a carried script at the colleague: `taken` and `other-version` go on at its step; with `anew` and `unreadable` the
 * script begins at its first step, with what was captured; with `begun`, `other-script` and `no-script` the colleague keeps their own.
 */
export const carriedStandingSchema = z.enum(['taken', 'other-version', 'anew', 'unreadable', 'begun', 'other-script', 'no-script']);
export type CarriedStanding = z.infer<typeof carriedStandingSchema>;

/** What a page is told of it. */
export const carriedViewSchema = carriedScriptSchema.pick({ title: true, step: true }).extend({ standing: carriedStandingSchema });
export type CarriedView = z.infer<typeof carriedViewSchema>;

/** @returns of what was captured only what is known to be no payment or other sensitive data: the script's other fields, and what its answers set. */
export function carriable(script: Script, captured: Readonly<Record<string, string>>): Record<string, string> {
  const fields = script.steps.flatMap((step) => step.fields ?? []);
  const sensitive = new Set(fields.filter(isSensitive).map(({ key }) => key));
  const known = new Set([...fields.map(({ key }) => key), ...script.steps.flatMap(({ answers }) => answers.flatMap(({ set }) => Object.keys(set ?? {})))]);
  return Object.fromEntries(Object.entries(captured).filter(([key, value]) => value !== '' && known.has(key) && !sensitive.has(key)));
}

/** @returns whether the script, as it is here, still has the step at which the run stands. */
export function standsIn(script: Script, run: ScriptRun): boolean {
  const { step } = stateOf(run);
  return run.scriptKey === script.key && (step === null || stepOf(script, step) !== null);
}

/** @returns how many events of `run` are the colleague's: all of the carried run's where it was gone on with, otherwise none. */
export function carriedEvents(run: ScriptRun | null, carried: ScriptRun | null): number {
  if (run === null || carried === null || run.scriptKey !== carried.scriptKey || run.start !== carried.start || run.events.length < carried.events.length) return 0;
  const isSame = carried.events.every((event, index) => JSON.stringify(event) === JSON.stringify(run.events[index]));
  return isSame ? carried.events.length : 0;
}
