import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../tests/fixtures/scripts.ts';
import { adviceOn } from './advice.ts';
import { startRun } from './engine.ts';
import { parseScript } from './parse.ts';
import { progress } from './progress.ts';

type Json = Record<string, unknown>;

const step = (key: string, to: string | null, extra: Json = {}): Json => ({ key, title: key, say: 'Dag', answers: [{ key: 'verder', label: 'Verder', to }], ...extra });
const script = (steps: readonly Json[], extra: Json = {}): Json => ({ key: 'proef', version: 1, language: 'nl', title: 'Proef', start: 'a', objectionBudget: 2, steps, ...extra });

function nested(depth: number): Json {
  let inner: Json = {};
  for (let level = 0; level < depth; level++) inner = { not: inner };
  return inner;
}

function refusalOf(input: unknown): unknown {
  try {
    return parseScript(input);
  } catch (error) {
    return error;
  }
}

describe('parseScript refuses', () => {
  it.each<[string, unknown, string]>([
    ['what is no script', null, 'script'],
    ['an unknown property', script([step('a', null)], { colour: 'red' }), 'script'],
    ['a wrong type deep inside', script([step('a', null, { say: 7 })]), 'steps.0.say'],
    ['a missing first step', script([step('a', null)], { start: 'b' }), 'start'],
    ['an answer that leads nowhere', script([step('a', 'b')]), 'steps.a.answers.verder.to'],
    ['a step twice', script([step('a', null), step('a', null)]), 'steps.a'],
    ['an answer twice', script([step('a', null, { answers: [1, 2].map(() => ({ key: 'x', label: 'X', to: null })) })]), 'steps.a.answers.x'],
    ['a field twice', script([step('a', 'b', { fields: [{ key: 'f', label: 'F', type: 'text' }] }), step('b', null, { fields: [{ key: 'f', label: 'F', type: 'text' }] })]), 'steps.b.fields.f'],
    ['a choice without options', script([step('a', null, { fields: [{ key: 'f', label: 'F', type: 'choice' }] })]), 'steps.a.fields.f'],
    ['a field called as a spoken value', script([step('a', null, { fields: [{ key: 'operator', label: 'F', type: 'text' }] })]), 'steps.a.fields.operator'],
    ['an unknown placeholder', script([step('a', null, { say: 'Dag {{nobody}}' })]), 'steps.a.say'],
    ['an unknown placeholder in the words about recording', script([step('a', null)], { recordingConsent: 'Mag {{nobody}} opnemen?' }), 'recordingConsent'],
    ['a condition on what nothing captures', script([step('a', null, { answers: [{ key: 'x', label: 'X', to: null, when: { captured: { f: '1' } } }, { key: 'y', label: 'Y', to: null }] })]), 'steps.a.answers.x.when'],
    ['an unreachable step', script([step('a', null), step('b', null)]), 'steps.b'],
    ['a circle without a way out', script([step('a', 'b'), step('b', 'a')]), 'steps.a'],
    ['a step whose only way out is an objection', script([step('a', null, { answers: [{ key: 'x', label: 'X', to: null, objection: true }] })]), 'steps.a'],
    ['a purpose that is not there', script([step('a', null, { answers: [{ key: 'x', label: 'X', to: null, purpose: 'order' }] })]), 'steps.a.answers.x.purpose'],
    ['a counter-argument without a budget', script([step('a', null, { kind: 'objection' })], { objectionBudget: 0 }), 'steps.a'],
    ['a counter-argument that no objection leads to', script([step('a', 'b'), step('b', null, { kind: 'objection' })]), 'steps.a.answers.verder'],
    ['a closing step that does not end', script([step('a', 'b', { kind: 'close' }), step('b', null)]), 'steps.a'],
    ['a mandatory term that nobody can decline', script([step('a', null, { terms: [{ key: 't', version: 1, title: 'T', text: 'T', mandatory: true }] })]), 'steps.a'],
    ['an unknown placeholder in a variant', script([step('a', null, { variants: [{ register: 'informal', say: '{{nobody}}' }] })]), 'steps.a.variants.0.say'],
    ['what was nested to exhaust the reader', script([step('a', null, { answers: [{ key: 'x', label: 'X', to: null, when: nested(5000) }] })]), 'script'],
  ])('%s, and names the place', (_, input, place) => {
    expect(refusalOf(input)).toMatchObject({ code: 'script.invalid', details: { place } });
  });
});

describe('the shipped scripts', () => {
  const folder = new URL('../../../resources/scripts/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it('are there in Dutch, French and English', () => {
    const languages = files.map((file) => parseScript(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).language);
    expect(new Set(languages)).toEqual(new Set(['nl', 'fr', 'en']));
  });

  it.each(files)('%s is sound, branches, and takes at least eight steps', (file) => {
    const shipped = parseScript(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    expect(file).toBe(`${shipped.key}.${shipped.language}.json`);
    expect(adviceOn(shipped)).toEqual([]);
    expect(shipped.steps.some((candidate) => candidate.answers.length >= 3)).toBe(true);
    expect(shipped.steps.some((candidate) => candidate.answers.some((answer) => answer.objection === true))).toBe(true);
    for (const facts of [factsOf(), factsOf({}, { customer: null })]) {
      expect(progress(shipped, startRun(shipped), facts).total).toBeGreaterThanOrEqual(8);
    }
  });
});
