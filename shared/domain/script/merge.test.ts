import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bigScript } from '../../../tests/fixtures/big-scripts.ts';
import { differenceOf } from './difference.ts';
import { mergeScripts } from './merge.ts';
import { parseScript } from './parse.ts';
import type { Script, ScriptStep } from './script.ts';

const base = parseScript(bigScript('chain', 8));
const step = (key: string): ScriptStep => ({ key, title: `Nieuw ${key}`, say: 'Nieuw', answers: [{ key: 'x', label: 'X', to: null }] });

type Edit = readonly ['say' | 'remove' | 'add' | 'title', number];

/** @param only steps whose number leaves this rest: so two authors never touch the same. */
function edited(script: Script, edits: readonly Edit[], author: string, only: number): Script {
  return edits.reduce((now, [what, number]) => {
    const key = `s${number - (number % 2) + only}`;
    const steps = now.steps.flatMap((each, index) => {
      if (what === 'add') return index === number && !now.steps.some((other) => other.key === `${author}${number}`) ? [each, step(`${author}${number}`)] : [each];
      if (each.key !== key) return [each];
      return what === 'remove' ? [] : [{ ...each, [what]: `${author} ${number}` }];
    });
    return { ...now, steps };
  }, script);
}

const edits = fc.array(fc.tuple(fc.constantFrom('say' as const, 'remove' as const, 'add' as const, 'title' as const), fc.nat(7)), { maxLength: 6 });

it('two who work on different steps lose nothing, whoever saves first', () => {
  fc.assert(
    fc.property(edits, edits, (ofAn, ofBart) => {
      const an = edited(base, ofAn, 'an', 0);
      const bart = edited(base, ofBart, 'bart', 1);
      const { merged, conflicts } = mergeScripts(base, an, bart);
      expect(conflicts).toEqual([]);
      const byKey = (script: Script): Record<string, ScriptStep> => Object.fromEntries(script.steps.map((each) => [each.key, each]));
      expect(byKey(merged)).toEqual(byKey(mergeScripts(base, bart, an).merged));
      for (const { key } of merged.steps) expect(byKey(merged)[key]).toEqual([byKey(an)[key], byKey(bart)[key]].find((each) => JSON.stringify(each) !== JSON.stringify(byKey(base)[key])) ?? byKey(base)[key]);
      expect(mergeScripts(base, an, base).merged.steps).toEqual(an.steps);
      expect(mergeScripts(base, base, bart).merged.steps).toEqual(bart.steps);
    }),
  );
});

it('what both changed is shown with both, and becomes whose they say', () => {
  const mine = { ...base, title: 'Van mij', steps: base.steps.map((each) => (each.key === 's1' ? { ...each, say: 'Mijn' } : each)) };
  const theirs = { ...base, title: 'Van hen', steps: base.steps.filter(({ key }) => key !== 's1') };
  const { merged, conflicts } = mergeScripts(base, mine, theirs);
  expect(conflicts.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['head title', 'step s1']);
  expect(conflicts[1]).toMatchObject({ mine: { say: 'Mijn' }, theirs: null });
  expect([merged.title, merged.steps.length]).toEqual(['Van mij', 8]);
  const chosen = mergeScripts(base, mine, theirs, { 'head title': 'theirs', 'step s1': 'theirs' }).merged;
  expect([chosen.title, chosen.steps.length]).toEqual(['Van hen', 7]);
});

it('a difference names the step, the part and the words', () => {
  const [first, second, ...rest] = base.steps;
  const after: Script = { ...base, objectionBudget: 3, steps: [{ ...first!, say: 'Anders', answers: first!.answers.map((answer) => (answer.key === 'verder' ? { ...answer, label: 'Goed' } : answer)) }, ...rest, step('erbij'), second!].filter(({ key }) => key !== 's3') };
  expect(differenceOf(base, after)).toMatchObject([
    { kind: 'changed', step: null, place: ['objectionBudget'], before: '2', after: '3' },
    { kind: 'changed', step: { key: 's0', title: 'Stap 0' }, place: ['say'], after: 'Anders' },
    { kind: 'changed', step: { key: 's0' }, place: ['answers', 'Goed', 'label'], before: 'Antwoord verder', after: 'Goed' },
    { kind: 'added', step: { key: 'erbij', title: 'Nieuw erbij' }, place: [], after: 'Nieuw' },
    { kind: 'moved', step: { key: 's1' } },
    { kind: 'removed', step: { key: 's3' }, place: [] },
  ]);
  expect(differenceOf(base, base)).toEqual([]);
});
