import { expect, it } from 'vitest';
import { carriable, carriedEvents } from './carried-script.ts';
import type { ScriptRun } from './script/run.ts';
import { scriptSchema } from './script/script.ts';

const script = scriptSchema.parse({
  ...{ key: 's', version: 1, language: 'nl', title: 'S', start: 'a', objectionBudget: 0 },
  steps: [
    {
      ...{ key: 'a', title: 'A', say: 'A' },
      fields: [
        { key: 'aantal', label: 'Aantal', type: 'number' },
        { key: 'rekening', label: 'Rekening', type: 'iban', sensitive: true },
        { key: 'kaart', label: 'Kaart', type: 'payment' },
        { key: 'rijksnummer', label: 'Rijksnummer', type: 'national-number' },
      ],
      answers: [{ key: 'x', label: 'X', to: null, set: { doel: 'vraag' } }],
    },
  ],
});

it('carries what is known to be neither payment nor sensitive, and nothing that the script does not know', () => {
  expect(carriable(script, { aantal: '2', doel: 'vraag', rekening: 'BE68539007547034', kaart: '•••', rijksnummer: '80041212345', vreemd: '1' })).toEqual({ aantal: '2', doel: 'vraag' });
  expect(carriable(script, { aantal: '' })).toEqual({});
});

it('a run is the colleague’s as far as it is the same, and not at all once it went another way', () => {
  const event = { type: 'went-back' as const, at: '2026-11-02T09:00:00.000Z' };
  const run = (...events: ScriptRun['events']): ScriptRun => ({ scriptKey: 's', scriptVersion: 1, start: 'a', events });
  expect(carriedEvents(run(event, event), run(event))).toBe(1);
  expect(carriedEvents({ ...run(event, event), scriptVersion: 2 }, run(event))).toBe(1);
  expect(carriedEvents(run({ ...event, at: '2026-11-02T09:00:01.000Z' }), run(event))).toBe(0);
  expect(carriedEvents(run(), run(event))).toBe(0);
  expect(carriedEvents(null, run(event))).toBe(0);
});
