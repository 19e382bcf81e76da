import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bigScript, type BigScript } from '../../../tests/fixtures/big-scripts.ts';
import { adviceOn } from './advice.ts';
import { faultsOf } from './check.ts';
import { adviceCodes, faultCodes, pointerOf } from './finding.ts';
import { findingText } from './finding-words.ts';
import { scriptJsonSchema } from './json-schema.ts';
import { findingsOf, parseScript } from './parse.ts';
import type { Script } from './script.ts';
import { shapeOf } from './shape.ts';

type Json = Record<string, unknown>;

const step = (key: string, to: string | null, extra: Json = {}): Json => ({ key, title: key, say: 'Dag', answers: [{ key: 'verder', label: 'Verder', to }], ...extra });
const script = (steps: readonly Json[], extra: Json = {}): Json => ({ key: 'proef', version: 1, language: 'nl', title: 'Proef', start: 'a', objectionBudget: 0, steps, ...extra });
const close = (key: string, extra: Json = {}): Json => step(key, null, { kind: 'close', ...extra });
const said = (input: unknown): readonly string[] => findingsOf(input).map(({ code, path }) => `${code} ${pointerOf(path)}`);

describe('what is found in a script', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['nothing in a sound one', script([step('a', 'b'), close('b')]), []],
    ['an empty text, and what else is wrong', script([step('a', 'x', { say: '' }), close('b')]), ['shape-empty /steps/0/say', 'step-missing /steps/0/answers/0/to']],
    ['a circle, and what leads into it', script([step('a', 'b'), step('b', 'c'), step('c', 'b')]), ['no-way-to-end /steps/0', 'circle /steps/1', 'circle /steps/2', 'no-closing-step /steps']],
    ['a dead end', script([close('a', { answers: [{ key: 'x', label: 'X', to: null, when: { customerKnown: true } }] })]), ['dead-end /steps/0']],
    ['a step that nothing leads to', script([close('a'), close('b')]), ['unreachable /steps/1']],
    ['an objection that is never offered', script([close('a', { answers: [{ key: 'x', label: 'X', to: null }, { key: 'y', label: 'Y', to: 'a', objection: true }] })]), ['objection-never-offered /steps/0/answers/1']],
    ['a budget that nothing draws on', script([close('a')], { objectionBudget: 2 }), ['budget-unused /objectionBudget']],
    ['a variant that is never said', script([close('a', { variants: [{ register: 'informal', say: 'Hoi' }, { register: 'informal', say: 'Hallo' }] })]), ['variant-double /steps/0/variants/1']],
    ['two steps of one title', script([step('a', 'b'), close('b', { title: 'A ' })]), ['title-twice /steps/1/title']],
    ['a field of the file with another type', script([close('a', { fields: [{ key: 'mail', label: 'Mail', type: 'text', bind: 'contact.email' }] })]), ['bound-type /steps/0/fields/0']],
    ['a property that is none', script([close('a', { colour: 'red' })]), ['shape-unknown /steps/0']],
    ['a list that is none', script([close('a', { answers: 'verder' })]), ['shape-type /steps/0/answers']],
    ['a key that is no key', script([close('a', { answers: [{ key: '__proto__', label: 'X', to: null }] })]), ['shape-value /steps/0/answers/0/key']],
  ])('%s', (_, input, expected) => {
    expect(said(input)).toEqual(expected);
  });

  it('has words in every language, with every value filled in', () => {
    const values = { key: 'k', most: 3, expected: 'string', names: 'n', why: 'w', words: 40, language: 'fr', register: 'informal' };
    for (const code of [...faultCodes, ...adviceCodes]) {
      const texts = (['nl', 'fr', 'de', 'en'] as const).map((language) => findingText({ code, values }, language));
      expect(new Set(texts).size, code).toBe(4);
      for (const text of texts) expect(text).not.toMatch(/\{\{|undefined/);
    }
  });
});

it('what would reach into every object is left out of what is captured', () => {
  const text = JSON.stringify(script([close('a')])).replace('"to":null', '"to":null,"set":{"__proto__":"x","constructor":"y"}');
  const set = parseScript(JSON.parse(text)).steps[0]?.answers[0]?.set ?? {};
  expect(Object.getOwnPropertyNames(set)).toEqual(['constructor']);
  expect(Object.getPrototypeOf(set)).toBe(Object.prototype);
});

function parsedShape(input: unknown): Script {
  const shape = shapeOf(input);
  if (!shape.fits) throw new Error('the script has no shape');
  return shape.script;
}

/** A script that counts how often something is read from its steps: work in proportion, without a clock. */
function watched(script: Script): { readonly script: Script; readonly looks: () => number } {
  let looks = 0;
  const count: ProxyHandler<Script['steps'][number]> = {
    get: (step, name, receiver): unknown => {
      looks += 1;
      return Reflect.get(step, name, receiver);
    },
  };
  return { script: { ...script, steps: script.steps.map((step) => new Proxy(step, count)) }, looks: () => looks };
}

describe('ten thousand steps', () => {
  it.each<[BigScript, boolean]>([
    ['chain', true],
    ['wide', true],
    ['circle', false],
    ['tangled', false],
    ['hostile', true],
  ])('%s: is read, and %s that it can be used', (kind, sound) => {
    const faults = findingsOf(bigScript(kind)).filter(({ level }) => level === 'fault');
    expect(faults.length === 0).toBe(sound);
  });

  it('are looked at no more often, each, than those of a thousand', () => {
    const looksPerStep = (size: number): number => {
      const { script, looks } = watched(parsedShape(bigScript('tangled', size)));
      faultsOf(script);
      adviceOn(script);
      return looks() / size;
    };
    expect(looksPerStep(10_000)).toBeLessThan(1.05 * looksPerStep(1_000));
  });

  it('one too many is refused', () => {
    expect(() => parseScript(bigScript('chain', 10_001))).toThrow(/steps/);
  });
});

it('the committed JSON Schema is the one the format generates; if not: npm run scripts:schema', () => {
  expect(readFileSync(new URL('../../../resources/script.schema.json', import.meta.url), 'utf8')).toBe(`${JSON.stringify(scriptJsonSchema(), null, 2)}\n`);
});
