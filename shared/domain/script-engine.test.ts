import { describe, expect, it } from 'vitest';
import { answer, back, currentStep, missingFields, offeredAnswers, resumeRun, skip, startRun, type ScriptFacts } from './script-engine.ts';
import { parseScript } from './script-parse.ts';
import { progress } from './script-progress.ts';
import type { Script, ScriptRun } from './script.ts';

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

const unknown: ScriptFacts = { captured: {}, customerKnown: false };
const known: ScriptFacts = { captured: {}, customerKnown: true };
const keys = (run: ScriptRun, facts: ScriptFacts): string[] => offeredAnswers(script, run, facts).map((offered) => offered.key);
const at = (step: string): ScriptRun => ({ ...startRun(script), step });

describe('offered answers', () => {
  it('depend on whether the customer is known', () => {
    expect(keys(startRun(script), known)).toEqual(['gekend', 'nieuw']);
    expect(keys(startRun(script), unknown)).toEqual(['nieuw']);
  });

  it('depend on captured values, where null asks for an empty one', () => {
    expect(keys(at('keuze'), unknown)).toEqual(['ja', 'duur', 'leeg']);
    expect(keys(at('keuze'), { ...unknown, captured: { pakket: ' klein ' } })).toEqual(['ja', 'duur', 'klein']);
  });

  it('leave objections out once the budget is spent', () => {
    let run = at('keuze');
    for (let objection = 0; objection < 2; objection += 1) {
      run = answer(script, run, 'duur', unknown).run;
      run = answer(script, run, 'toch', unknown).run;
    }
    expect(run.objections).toBe(2);
    expect(keys(run, unknown)).toEqual(['ja', 'leeg']);
    expect(() => answer(script, run, 'duur', unknown)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
  });
});

describe('a run', () => {
  it('captures what an answer sets and keeps what was captured', () => {
    const advance = answer(script, startRun(script), 'gekend', { ...known, captured: { note: 'x' } });
    expect(advance.captured).toEqual({ note: 'x', herkomst: 'gekend' });
    expect(advance.run.step).toBe('keuze');
  });

  it('ends, and then offers nothing', () => {
    const { run } = answer(script, at('slot'), 'einde', unknown);
    expect(currentStep(script, run)).toBeNull();
    expect(offeredAnswers(script, run, unknown)).toEqual([]);
    expect(() => skip(script, run, 'toch', unknown)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
  });

  it('goes back and returns the objection', () => {
    const objected = answer(script, at('keuze'), 'duur', unknown).run;
    expect(back(script, objected)).toEqual(at('keuze'));
    expect(back(script, startRun(script))).toEqual(startRun(script));
  });

  it('asks for a reason before a mandatory step is skipped', () => {
    expect(() => skip(script, at('keuze'), '  ', unknown)).toThrow(expect.objectContaining({ code: 'script.not-offered' }));
    expect(skip(script, at('keuze'), ' haast ', unknown)).toMatchObject({ step: 'slot', trail: [{ step: 'keuze', answer: null, reason: 'haast' }] });
    expect(skip(script, startRun(script), null, known)).toMatchObject({ step: 'keuze', trail: [{ reason: null }] });
  });

  it('is taken up in a newer version only where its step still exists', () => {
    const older = { ...at('keuze'), scriptVersion: 1 };
    expect(resumeRun(script, older)).toEqual(at('keuze'));
    expect(resumeRun(script, { ...older, step: 'verdwenen' })).toEqual(startRun(script));
    expect(resumeRun(script, { ...older, scriptKey: 'ander' })).toEqual(startRun(script));
  });

  it('names the required fields that are still empty', () => {
    const { run } = answer(script, at('gegevens'), 'verder', unknown);
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
    const choosing = answer(script, startRun(script), 'gekend', known).run;
    const objected = answer(script, choosing, 'duur', known).run;
    expect(progress(script, objected, known)).toEqual({ position: 2, total: 3, ended: false, upcoming: ['Keuze', 'Slot'] });
    expect(progress(script, answer(script, objected, 'toch', known).run, known)).toMatchObject({ position: 2, total: 3 });
  });

  it('is complete at the end', () => {
    const choosing = answer(script, startRun(script), 'gekend', known).run;
    const closing = answer(script, choosing, 'ja', known).run;
    expect(progress(script, closing, known)).toMatchObject({ position: 3, total: 3, ended: false });
    expect(progress(script, answer(script, closing, 'einde', known).run, known)).toMatchObject({ position: 3, total: 3, ended: true });
  });
});
