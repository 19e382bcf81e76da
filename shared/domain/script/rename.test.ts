import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faultsOf } from './check.ts';
import { withCapturedKey, withPurposeKey, withStepKey } from './rename.ts';
import { parseScript } from './parse.ts';
import type { Script } from './script.ts';

const sample = parseScript(JSON.parse(readFileSync(new URL('../../../resources/scripts/bestelling-wijnabonnement.nl.json', import.meta.url), 'utf8')));

it.each<[string, (script: Script) => readonly string[], (script: Script, key: string, next: string) => Script]>([
  ['field', ({ steps }) => steps.flatMap(({ fields = [] }) => fields.map(({ key }) => key)), withCapturedKey],
  ['step', ({ steps }) => steps.map(({ key }) => key), withStepKey],
  ['purpose', ({ purposes = [] }) => purposes.map(({ key }) => key), withPurposeKey],
])('every %s of a script can have another key, and nothing is left behind; back again it is what it was', (_, keysOf, rename) => {
  const keys = keysOf(sample);
  expect(keys.length).toBeGreaterThan(1);
  for (const key of keys) {
    const renamed = rename(sample, key, 'heelAnders');
    expect(faultsOf(renamed)).toEqual([]);
    expect(keysOf(renamed)).toEqual(keys.map((each) => (each === key ? 'heelAnders' : each)));
    expect(rename(renamed, 'heelAnders', key)).toEqual(sample);
  }
});

it('texts, questions, conditions on every level and what answers fill in go along; look-alikes and other steps stay as they are', () => {
  const base: Script = {
    key: 'proef', version: 1, language: 'nl', title: 'Proef', start: 'a', objectionBudget: 0, recordingConsent: 'Mag dit, {{doos}}?',
    steps: [
      { key: 'a', title: 'A', say: '{{ doos }} en {{dozen}} en {doos}', bridge: '{{doos}}?', variants: [{ register: 'informal', say: 'Je {{doos}}' }], fields: [{ key: 'doos', label: 'Doos', type: 'text', ask: '{{doos}}?', rephrase: 'Dus {{doos}}' }], answers: [{ key: 'x', label: 'X', to: 'b', set: { anders: '1', doos: 'rood' }, when: { captured: { doos: null }, any: [{ captured: { doos: '1' } }, { customerKnown: true }], not: { captured: { doos: '2' } } } }] },
      { key: 'b', title: 'B', say: 'Dag', answers: [{ key: 'y', label: 'Y', to: null }] },
    ],
  };
  const renamed = withCapturedKey(base, 'doos', 'kist');
  expect(JSON.parse(JSON.stringify(base).replaceAll('{{ doos }}', '{{ kist }}').replaceAll('{{doos}}', '{{kist}}').replaceAll('"doos"', '"kist"'))).toEqual(renamed);
  expect(Object.keys(renamed.steps[0]!.answers[0]!.set!)).toEqual(['anders', 'kist']);
  expect(renamed.steps[1]).toBe(base.steps[1]);
  expect(() => withCapturedKey(base, 'a.b(', 'kist')).not.toThrow();
});
