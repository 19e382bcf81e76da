import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../tests/fixtures/scripts.ts';
import { agree, answer, back, currentStep, jump, missingFields, needsOwnWords, objectionsLeft, offeredAnswers, openTerms, resumeRun, skip, startRun } from './engine.ts';
import type { ScriptFacts } from './condition.ts';
import { parseScript } from './parse.ts';
import { progress } from './progress.ts';
import { stateOf, type ScriptRun } from './run.ts';
import type { Script } from './script.ts';

const script: Script = parseScript({
  key: 'proef',
  version: 2,
  language: 'nl',
  title: 'Proef',
  start: 'opening',
  objectionBudget: 2,
  steps: [
    {
      key: 'opening',
      title: 'Opening',
      say: 'Dag',
      answers: [
        { key: 'gekend', label: 'Gekend', to: 'keuze', when: { customerKnown: true }, set: { herkomst: 'gekend' } },
        { key: 'nieuw', label: 'Nieuw', to: 'gegevens' },
      ],
    },
    { key: 'gegevens', title: 'Gegevens', say: 'Uw naam?', fields: [{ key: 'constructor', label: 'Naam', type: 'text', required: true }], answers: [{ key: 'verder', label: 'Verder', to: 'keuze' }] },
    {
      key: 'keuze',
      title: 'Keuze',
      say: 'Wat kiest u?',
      mandatory: true,
      fields: [{ key: 'pakket', label: 'Pakket', type: 'text', required: true }],
      answers: [
        { key: 'ja', label: 'Ja', to: 'slot' },
        { key: 'duur', label: 'Te duur', to: 'weerwoord', objection: true },
        { key: 'klein', label: 'Klein pakket', to: 'slot', when: { captured: { pakket: 'klein' } } },
        { key: 'leeg', label: 'Nog niets gekozen', to: 'slot', when: { captured: { pakket: null } } },
      ],
    },
    { key: 'weerwoord', title: 'Weerwoord', say: 'Maar', answers: [{ key: 'toch', label: 'Toch', to: 'keuze' }] },
    { key: 'slot', title: 'Slot', say: 'Tot ziens', answers: [{ key: 'einde', label: 'Einde', to: null }] },
  ],
});

const unknown = factsOf({}, { customer: null });
const known = factsOf();
const now = '2026-11-26T10:00:00.000Z';
const keys = (run: ScriptRun, facts: ScriptFacts): string[] => offeredAnswers(script, run, facts).map((offered) => offered.key);
const at = (step: string): ScriptRun => ({ ...startRun(script), start: step });

describe('offered answers', () => {
  it('depend on whether the customer is known', () => {
    expect(keys(startRun(script), known)).toEqual(['gekend', 'nieuw']);
    expect(keys(startRun(script), unknown)).toEqual(['nieuw']);
  });

  it('depend on captured values, where null asks for an empty one', () => {
    expect(keys(at('keuze'), unknown)).toEqual(['ja', 'duur', 'leeg']);
    expect(keys(at('keuze'), { ...unknown, captured: { pakket: ' klein ' } })).toEqual(['ja', 'duur', 'klein']);
  });

  it('leave objections out as the queue says, in a run that began over it; a script without any gets none', () => {
    const over = (budget: number): ScriptRun => ({ ...startRun(script, budget), start: 'keuze' });
    expect(keys(over(0), unknown)).not.toContain('duur');
    const countered = answer(script, over(1), 'duur', unknown, now).run;
    expect(keys(answer(script, countered, 'toch', unknown, now).run, unknown)).not.toContain('duur');
    expect(objectionsLeft(script, over(3))).toBe(3);
    const without = { ...script, objectionBudget: 0 };
    expect(startRun(without, 2)).toEqual(startRun(without));
  });

  it('keep their budget when the run is taken up over another queue, and take the new one where they begin anew', () => {
    const begun = { ...startRun(script, 1), start: 'keuze' };
    expect(resumeRun(script, { ...begun, scriptVersion: 1 }, 3)).toEqual(begun);
    expect(resumeRun(script, { ...begun, start: 'verdwenen' }, 3).objectionBudget).toBe(3);
    expect(resumeRun(script, null, 3).objectionBudget).toBe(3);
    expect(resumeRun(script, at('keuze'), 3).objectionBudget).toBeUndefined();
  });

  it('leave objections out once the budget is spent', () => {
    let run = at('keuze');
    for (let objection = 0; objection < 2; objection += 1) {
      run = answer(script, run, 'duur', unknown, now).run;
      run = answer(script, run, 'toch', unknown, now).run;
    }
    expect(stateOf(run).objections).toBe(2);
    expect(keys(run, unknown)).toEqual(['ja', 'leeg']);
    expect(() => answer(script, run, 'duur', unknown, now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
  });
});

describe('a run', () => {
  it('captures what an answer sets and keeps what was captured', () => {
    const advance = answer(script, startRun(script), 'gekend', { ...known, captured: { note: 'x' } }, now);
    expect(advance.captured).toEqual({ note: 'x', herkomst: 'gekend' });
    expect(stateOf(advance.run).step).toBe('keuze');
  });

  it('ends, and then offers nothing', () => {
    const { run } = answer(script, at('slot'), 'einde', unknown, now);
    expect(currentStep(script, run)).toBeNull();
    expect(offeredAnswers(script, run, unknown)).toEqual([]);
    expect(() => skip(script, run, 'toch', unknown, now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
  });

  it('goes back and returns the objection', () => {
    const objected = answer(script, at('keuze'), 'duur', unknown, now).run;
    expect(stateOf(back(objected, {}, now).run)).toEqual(stateOf(at('keuze')));
    expect(back(startRun(script), {}, now)).toEqual({ run: startRun(script), captured: {} });
  });

  it('goes back and takes along what the answer set, but not what was typed over it', () => {
    const answered = answer(script, startRun(script), 'gekend', { ...known, captured: { note: 'x' } }, now);
    expect(stateOf(answered.run).set).toEqual({ herkomst: 'gekend' });
    const before = back(answered.run, answered.captured, now);
    expect(stateOf(before.run)).toEqual(stateOf(startRun(script)));
    expect(before.captured).toEqual({ note: 'x', herkomst: '' });
    expect(back(answered.run, { ...answered.captured, herkomst: 'beurs' }, now).captured).toEqual({ note: 'x', herkomst: 'beurs' });
  });

  it('asks for a reason before a step is skipped, mandatory or not', () => {
    expect(() => skip(script, at('keuze'), '  ', unknown, now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
    expect(stateOf(skip(script, at('keuze'), ' haast ', unknown, now))).toMatchObject({ step: 'slot', trail: [{ step: 'keuze', answer: null, reason: 'haast' }] });
    expect(() => skip(script, startRun(script), '', known, now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
    expect(stateOf(skip(script, startRun(script), 'al besproken', known, now))).toMatchObject({ step: 'keuze', trail: [{ reason: 'al besproken' }] });
  });

  it('is content with a usual reason, but not where a step or one of its terms is mandatory', () => {
    expect(needsOwnWords(script, startRun(script))).toBe(false);
    expect(needsOwnWords(script, at('keuze'))).toBe(true);
  });

  it('is taken up in a newer version only where its step still exists', () => {
    const older = { ...at('keuze'), scriptVersion: 1 };
    expect(resumeRun(script, older)).toEqual(at('keuze'));
    expect(resumeRun(script, { ...older, start: 'verdwenen' })).toEqual(startRun(script));
    expect(resumeRun(script, { ...older, scriptKey: 'ander' })).toEqual(startRun(script));
  });

  it('names the required fields that are still empty', () => {
    const { run } = answer(script, at('gegevens'), 'verder', unknown, now);
    expect(missingFields(script, run, {}).map((field) => field.key)).toEqual(['constructor', 'pakket']);
    expect(missingFields(script, run, { constructor: 'Peeters', pakket: 'klein' })).toEqual([]);
  });
});

describe('progress', () => {
  it('counts the likeliest path', () => {
    expect(progress(script, startRun(script), known)).toEqual({ position: 1, total: 3, ended: false, upcoming: ['Keuze', 'Slot'] });
    expect(progress(script, startRun(script), unknown)).toMatchObject({ position: 1, total: 4 });
  });

  it('stands still during an objection', () => {
    const choosing = answer(script, startRun(script), 'gekend', known, now).run;
    const objected = answer(script, choosing, 'duur', known, now).run;
    expect(progress(script, objected, known)).toEqual({ position: 2, total: 3, ended: false, upcoming: ['Keuze', 'Slot'] });
    expect(progress(script, answer(script, objected, 'toch', known, now).run, known)).toMatchObject({ position: 2, total: 3 });
  });

  it('is complete at the end', () => {
    const choosing = answer(script, startRun(script), 'gekend', known, now).run;
    const closing = answer(script, choosing, 'ja', known, now).run;
    expect(progress(script, closing, known)).toMatchObject({ position: 3, total: 3, ended: false });
    expect(progress(script, answer(script, closing, 'einde', known, now).run, known)).toMatchObject({ position: 3, total: 3, ended: true });
  });
});

describe('terms', () => {
  const withTerms = parseScript({
    key: 'proef',
    version: 1,
    language: 'nl',
    title: 'Proef',
    start: 'voorwaarden',
    objectionBudget: 2,
    steps: [
      {
        key: 'voorwaarden',
        title: 'Voorwaarden',
        say: 'Ik lees ze voor.',
        kind: 'inform',
        terms: [{ key: 'herroeping', version: 3, title: 'Herroeping', text: 'Veertien dagen.', mandatory: true }, { key: 'nieuwsbrief', version: 1, title: 'Nieuwsbrief', text: 'Mag dat?' }],
        answers: [
          { key: 'akkoord', label: 'Akkoord', to: null },
          { key: 'twijfel', label: 'Twijfelt', to: 'weerwoord', objection: true },
          { key: 'weigert', label: 'Weigert', to: null, withoutTerms: true },
        ],
      },
      { key: 'weerwoord', title: 'Weerwoord', say: 'Maar', kind: 'objection', answers: [{ key: 'terug', label: 'Terug', to: 'voorwaarden' }] },
    ],
  });
  const begun = startRun(withTerms);
  const offered = (run: ScriptRun): string[] => offeredAnswers(withTerms, run, known).map(({ key }) => key);

  it('that are mandatory and open leave only objecting and declining', () => {
    expect(openTerms(withTerms, begun).map(({ key }) => key)).toEqual(['herroeping']);
    expect(offered(begun)).toEqual(['twijfel', 'weigert']);
  });

  it('open the way when they are agreed to, and close it when that is taken back', () => {
    const agreed = agree(withTerms, begun, 'herroeping', true, now);
    expect(offered(agreed)).toEqual(['akkoord', 'twijfel', 'weigert']);
    expect(stateOf(agreed).terms).toEqual({ herroeping: 3 });
    expect(offered(agree(withTerms, agreed, 'herroeping', false, now))).toEqual(['twijfel', 'weigert']);
    expect(() => agree(withTerms, begun, 'geen', true, now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
  });

  it('agreed to in an older version are open again', () => {
    const agreed = agree(withTerms, begun, 'herroeping', true, now);
    const newer = { ...withTerms, steps: withTerms.steps.map((step) => ({ ...step, terms: step.terms?.map((term) => ({ ...term, version: 4 })) })) };
    expect(openTerms(newer, agreed).map(({ key }) => key)).toEqual(['herroeping']);
  });

  it('are no way around the budget: a counter-argument cannot be gone to once it is spent', () => {
    let run = begun;
    for (const key of ['twijfel', 'terug', 'twijfel', 'terug']) run = answer(withTerms, run, key, known, now).run;
    expect(offered(run)).toEqual(['weigert']);
    expect(() => jump(withTerms, run, 'weerwoord', 'toch nog eens', now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
  });

  it('a counter-argument that is gone to out of order is spent, and given back by going back', () => {
    const once = jump(withTerms, begun, 'weerwoord', 'klant begint erover', now);
    const twice = jump(withTerms, jump(withTerms, once, 'voorwaarden', 'terug', now), 'weerwoord', 'nog eens', now);
    expect([once, twice].map((run) => objectionsLeft(withTerms, run))).toEqual([1, 0]);
    expect(() => jump(withTerms, twice, 'weerwoord', 'toch nog eens', now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
    expect(objectionsLeft(withTerms, back(twice, {}, now).run)).toBe(1);
    expect(offered(back(twice, {}, now).run)).toContain('twijfel');
  });
});

describe('going out of order', () => {
  it('asks a reason and a step that exists', () => {
    expect(() => jump(script, startRun(script), 'slot', ' ', now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
    expect(() => jump(script, startRun(script), 'nergens', 'haast', now)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
    expect(stateOf(jump(script, startRun(script), 'slot', ' haast ', now))).toMatchObject({ step: 'slot', trail: [{ step: 'opening', answer: null, reason: 'haast' }] });
  });
});
