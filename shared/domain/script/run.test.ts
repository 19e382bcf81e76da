import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { factsOf } from '../../../tests/fixtures/scripts.ts';
import { agree, answer, back, currentStep, jump, objectionsLeft, offeredAnswers, openTerms, resumeRun, skip, speakTo, startRun, type ScriptAdvance } from './engine.ts';
import { parseScript } from './parse.ts';
import { scriptRunSchema, stateOf, type RunState, type ScriptRun } from './run.ts';
import { stepOf, type Script } from './script.ts';

const shipped = parseScript(JSON.parse(readFileSync(new URL('../../../resources/scripts/bestelling-wijnabonnement.nl.json', import.meta.url), 'utf8')));
const now = '2026-11-26T10:00:00.000Z';

/** What an operator may do, by any means: `pick` chooses among what is there. */
const actions = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('answer' as const), pick: fc.nat(8) }),
    fc.record({ kind: fc.constant('back' as const) }),
    fc.record({ kind: fc.constant('skip' as const) }),
    fc.record({ kind: fc.constant('jump' as const), pick: fc.nat(60) }),
    fc.record({ kind: fc.constant('counter' as const), pick: fc.nat(60) }),
    fc.record({ kind: fc.constant('audience' as const), register: fc.constantFrom('formal', 'informal', null) }),
    fc.record({ kind: fc.constant('term' as const), pick: fc.nat(3), agreed: fc.boolean() }),
  ),
  { maxLength: 80 },
);

type Action = typeof actions extends fc.Arbitrary<(infer A)[]> ? A : never;

function act(script: Script, at: ScriptAdvance, action: Action): ScriptAdvance {
  const facts = factsOf(at.captured);
  const { run } = at;
  switch (action.kind) {
    case 'answer': {
      const offered = offeredAnswers(script, run, facts);
      const chosen = offered[action.pick % Math.max(1, offered.length)];
      return chosen === undefined ? at : answer(script, run, chosen.key, facts, now);
    }
    case 'back':
      return back(run, at.captured, now);
    case 'skip':
      return currentStep(script, run) === null ? at : { ...at, run: skip(script, run, 'haast', facts, now) };
    case 'jump':
    case 'counter': {
      const steps = action.kind === 'jump' ? script.steps : script.steps.filter(({ kind }) => kind === 'objection');
      const to = steps[action.pick % steps.length]!;
      return to.kind === 'objection' && objectionsLeft(script, run) === 0 ? at : { ...at, run: jump(script, run, to.key, 'klant vraagt het', now) };
    }
    case 'audience':
      return { ...at, run: speakTo(run, { language: null, register: action.register }, now) };
    case 'term': {
      const terms = currentStep(script, run)?.terms ?? [];
      const term = terms[action.pick % Math.max(1, terms.length)];
      return term === undefined ? at : { ...at, run: agree(script, run, term.key, action.agreed, now) };
    }
  }
}

/** What the customer heard, whatever the run says it counted: how often a counter-argument was come to. */
function countersHeard({ trail, step }: RunState): number {
  return [...trail.map((entry) => entry.step), step].slice(1).filter((key) => key !== null && stepOf(shipped, key)?.kind === 'objection').length;
}

/** As it comes back from the database or from a colleague: another object, read anew. */
const stored = (run: ScriptRun): ScriptRun => scriptRunSchema.parse(JSON.parse(JSON.stringify(run)));

/** What the call's queue says, and what becomes of it while the call goes on: null leaves it to the script. */
const budgets = fc.option(fc.nat(3));

it('whatever the operator does and the queue says, the budget is never exceeded, a run replays exactly, and there is a way on', () => {
  fc.assert(
    fc.property(actions, budgets, budgets, (todo, ofQueue, later) => {
      const budget = ofQueue ?? shipped.objectionBudget;
      let at: ScriptAdvance = { run: startRun(shipped, ofQueue), captured: {} };
      for (const action of todo) {
        at = act(shipped, { ...at, run: resumeRun(shipped, at.run, later) }, action);
        const state = stateOf(at.run);
        expect(state.objections).toBeGreaterThanOrEqual(0);
        expect(state.objections).toBeLessThanOrEqual(budget);
        expect(countersHeard(state)).toBeLessThanOrEqual(budget);
        // Nothing was typed: what is captured is what the answers that stand did set.
        expect(Object.fromEntries(Object.entries(at.captured).filter(([, value]) => value !== ''))).toEqual(state.set);
        if (state.step !== null) expect(offeredAnswers(shipped, at.run, factsOf(at.captured)).some((offered) => offered.objection !== true)).toBe(true);
      }
      expect(stateOf(stored(at.run))).toEqual(stateOf(at.run));
      expect(objectionsLeft(shipped, stored(at.run))).toBe(budget - stateOf(at.run).objections);
    }),
    { numRuns: 300 },
  );
});

it('a run goes on the same way after any point at which it was stored', () => {
  fc.assert(
    fc.property(actions, fc.nat(80), budgets, (todo, crash, ofQueue) => {
      const play = (from: ScriptAdvance, some: readonly Action[]): ScriptAdvance => some.reduce((at, action) => act(shipped, at, action), from);
      const begun: ScriptAdvance = { run: startRun(shipped, ofQueue), captured: {} };
      const through = play(begun, todo);
      const before = play(begun, todo.slice(0, crash));
      const resumed = play({ ...before, run: stored(before.run) }, todo.slice(crash));
      expect(stateOf(resumed.run)).toEqual(stateOf(through.run));
      expect(resumed.captured).toEqual(through.captured);
    }),
    { numRuns: 200 },
  );
});

it('a run that was made up is refused, or replays without harm', () => {
  const anything = fc.record({ scriptKey: fc.string(), scriptVersion: fc.integer(), start: fc.string(), events: fc.array(fc.object(), { maxLength: 5 }) });
  fc.assert(
    fc.property(anything, (made) => {
      const parsed = scriptRunSchema.safeParse(made);
      if (parsed.success) expect(stateOf(parsed.data).objections).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('a run in which it was not kept yet what answers set is read, and goes back as before', () => {
  const answered = { type: 'answered', at: now, step: 'a', answer: 'x', to: 'b', objection: false, purpose: null };
  const run = scriptRunSchema.parse({ scriptKey: 's', scriptVersion: 1, start: 'a', events: [answered] });
  expect(stateOf(run)).toMatchObject({ step: 'b', set: {} });
  expect(back(run, { doel: 'klacht' }, now).captured).toEqual({ doel: 'klacht' });
});

it('going back from nothing that was taken changes nothing', () => {
  const run = scriptRunSchema.parse({ scriptKey: 's', scriptVersion: 1, start: 'a', events: [{ type: 'went-back', at: now }] });
  expect(stateOf(run)).toMatchObject({ step: 'a', trail: [], objections: 0 });
  expect(openTerms(shipped, run)).toEqual([]);
});
