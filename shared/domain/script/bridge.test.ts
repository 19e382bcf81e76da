import { expect, it } from 'vitest';
import { factsOf } from '../../../tests/fixtures/scripts.ts';
import { bridgeSentences } from './bridge.ts';
import { answer, startRun } from './engine.ts';
import { parseScript } from './parse.ts';

const script = parseScript({
  key: 'proef',
  version: 1,
  language: 'nl',
  title: 'Proef',
  start: 'a',
  objectionBudget: 0,
  steps: [
    {
      key: 'a',
      title: 'A',
      say: 'Hoeveel?',
      fields: [
        { key: 'aantal', label: 'Aantal', type: 'number', required: true, ask: 'Hoeveel dozen mogen het zijn?', rephrase: 'Dus {{aantal}} dozen.' },
        { key: 'rekening', label: 'Rekening', type: 'text', sensitive: true, rephrase: 'Op {{rekening}}.' },
        { key: 'rijksregister', label: 'Rijksregisternummer', type: 'national-number', rephrase: 'Dus {{rijksregister}}.' },
        { key: 'kaart', label: 'Kaart', type: 'payment', rephrase: 'Met {{kaart}}.' },
      ],
      answers: [{ key: 'x', label: 'X', to: 'b' }],
    },
    { key: 'b', title: 'B', say: 'Adres?', bridge: 'Ik kijk het even na.', fields: [{ key: 'straat', label: 'Straat', type: 'text', required: true, ask: 'In welke straat?' }], answers: [{ key: 'x', label: 'X', to: null }] },
  ],
});

it('first the step’s own sentence, then its open question, then older ones, then what was understood', () => {
  const { run } = answer(script, startRun(script), 'x', factsOf(), '2026-11-26T10:00:00.000Z');
  expect(bridgeSentences(script, run, {}).map(({ say }) => say)).toEqual(['Ik kijk het even na.', 'In welke straat?', 'Hoeveel dozen mogen het zijn?']);
  expect(bridgeSentences(script, run, { aantal: '3', straat: 'Coupure' }).map(({ say }) => say)).toEqual(['Ik kijk het even na.', 'Dus {{aantal}} dozen.']);
});

it('never says a sensitive field aloud', () => {
  expect(bridgeSentences(script, startRun(script), { aantal: '1', rekening: 'BE68', rijksregister: '85073003328', kaart: '••••' })).toEqual([{ kind: 'rephrase', say: 'Dus {{aantal}} dozen.' }]);
});
