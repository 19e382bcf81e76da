import { describe, expect, it } from 'vitest';
import { withEvent, type ScriptEvent, type ScriptRun } from '../script/run.ts';
import { scriptSchema } from '../script/script.ts';
import { adherencePercent, scriptCounts } from './adherence.ts';

const at = '2026-11-02T09:00:00.000Z';
const script = scriptSchema.parse({
  ...{ key: 'bestellen', version: 1, language: 'nl', title: 'Bestellen', start: 'opening', objectionBudget: 2 },
  steps: [
    { key: 'opening', title: 'Opening', say: 'Goedemorgen', answers: [{ key: 'verder', label: 'Verder', to: 'voorwaarden' }] },
    {
      ...{ key: 'voorwaarden', title: 'Voorwaarden', say: 'U gaat akkoord met', mandatory: true },
      terms: [{ key: 'verkoop', version: 1, title: 'Verkoop', text: 'Veertien dagen bedenktijd.', mandatory: true }],
      answers: [
        { key: 'akkoord', label: 'Akkoord', to: 'slot' },
        { key: 'neen', label: 'Neen', to: 'slot', withoutTerms: true },
      ],
    },
    { key: 'slot', title: 'Slot', say: 'Dank u', answers: [{ key: 'dag', label: 'Dag', to: null }] },
  ],
});

const said = (step: string, answer: string, to: string | null): ScriptEvent => ({ type: 'answered', at, step, answer, to, objection: false, purpose: null });
const agreed: ScriptEvent = { type: 'term', at, term: 'verkoop', version: 1, agreed: true };

function counts(events: readonly ScriptEvent[], transferred = false) {
  const begun: ScriptRun = { scriptKey: 'bestellen', scriptVersion: 1, start: 'opening', events: [] };
  const all = scriptCounts({ script, run: events.reduce(withEvent, begun), transferred });
  return [all, adherencePercent(all)] as const;
}

describe('script adherence', () => {
  it('is whole when all was said and agreed to', () => {
    expect(counts([said('opening', 'verder', 'voorwaarden'), agreed, said('voorwaarden', 'akkoord', 'slot'), said('slot', 'dag', null)])).toEqual([{ said: 3, excused: 0, left: 0, terms: 1, agreed: 1 }, 100]);
  });

  it('counts a step that was left with a reason, and not one that was left without', () => {
    const reasoned: ScriptEvent = { type: 'skipped', at, step: 'opening', to: 'voorwaarden', reason: 'kent ons' };
    const silent: ScriptEvent = { ...reasoned, reason: null };
    const rest = [agreed, said('voorwaarden', 'akkoord', 'slot'), said('slot', 'dag', null)];
    expect(counts([reasoned, ...rest])[1]).toBe(100);
    expect(counts([silent, ...rest])).toEqual([{ said: 2, excused: 0, left: 1, terms: 1, agreed: 1 }, 75]);
  });

  it('asks for no terms of who declined them', () => {
    expect(counts([said('opening', 'verder', 'voorwaarden'), said('voorwaarden', 'neen', 'slot'), said('slot', 'dag', null)])[0]).toMatchObject({ terms: 0 });
  });

  it('counts the step on screen at the end as left, unless a colleague went on with it', () => {
    const half = [said('opening', 'verder', 'voorwaarden')];
    expect(counts(half)).toEqual([{ said: 1, excused: 0, left: 1, terms: 0, agreed: 0 }, 50]);
    expect(counts(half, true)[1]).toBe(100);
  });

  it('of a script that was not touched is nothing', () => {
    expect(adherencePercent(scriptCounts({ script, run: null, transferred: false }))).toBe(0);
    expect(adherencePercent(scriptCounts({ script, run: null, transferred: true }))).toBeNull();
  });

  it('counts what was gone back from as it was done in the end', () => {
    const silent: ScriptEvent = { type: 'skipped', at, step: 'opening', to: 'voorwaarden', reason: null };
    expect(counts([silent, { type: 'went-back', at }, said('opening', 'verder', 'voorwaarden')])[0]).toMatchObject({ said: 1, left: 1 });
  });
});

describe('script adherence of who took a call over', () => {
  const half = [said('opening', 'verder', 'voorwaarden')];
  const own = (events: readonly ScriptEvent[]) => {
    const begun: ScriptRun = { scriptKey: 'bestellen', scriptVersion: 1, start: 'opening', events: [] };
    return scriptCounts({ script, run: [...half, ...events].reduce(withEvent, begun), transferred: false, before: half.length });
  };

  it('counts their own steps, not those of the colleague', () => {
    expect(own([])).toEqual({ said: 0, excused: 0, left: 1, terms: 0, agreed: 0 });
    expect(own([agreed, said('voorwaarden', 'akkoord', 'slot'), said('slot', 'dag', null)])).toEqual({ said: 2, excused: 0, left: 0, terms: 1, agreed: 1 });
  });

  it('counts a step of the colleague that was gone back to and done again', () => {
    expect(own([{ type: 'went-back', at }, said('opening', 'verder', 'voorwaarden')])).toMatchObject({ said: 1, left: 1 });
  });
});
