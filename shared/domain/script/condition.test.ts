import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../tests/fixtures/scripts.ts';
import { conditionSchema, holds, type ScriptFacts } from './condition.ts';

const when = (condition: unknown, facts: ScriptFacts = factsOf()): boolean => holds(conditionSchema.parse(condition), facts);
const at = (clock: string, day: number): ScriptFacts => factsOf({}, { time: { minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)), day } });

describe('a condition', () => {
  it('holds where it asks nothing', () => {
    expect(holds(undefined, factsOf())).toBe(true);
    expect(when({})).toBe(true);
  });

  it.each<[string, unknown, boolean]>([
    ['customer known', { customerKnown: true }, true],
    ['kind', { customer: { kind: 'organisation' } }, false],
    ['one of several segments', { customer: { segment: ['new', 'regular'] } }, true],
    ['language of the customer', { customer: { language: ['fr'] } }, false],
    ['queue', { queue: ['bestellingen-nl'] }, true],
    ['another queue', { queue: ['klantendienst-nl'] }, false],
    ['language spoken', { language: ['nl', 'fr'] }, true],
    ['any of', { any: [{ queue: ['x'] }, { customer: { kind: 'person' } }] }, true],
    ['none of', { any: [{ queue: ['x'] }] }, false],
    ['not', { not: { customerKnown: true } }, false],
    ['all together', { customerKnown: true, queue: ['bestellingen-nl'], not: { language: ['de'] } }, true],
  ])('%s', (_, condition, expected) => {
    expect(when(condition)).toBe(expected);
  });

  it('on a customer does not hold for a stranger', () => {
    expect(when({ customer: {} }, factsOf({}, { customer: null }))).toBe(false);
    expect(when({ queue: ['bestellingen-nl'] }, factsOf({}, { queueKey: null }))).toBe(false);
  });

  it.each<[string, number, boolean]>([
    ['17:59', 1, false],
    ['18:00', 1, true],
    ['23:59', 5, true],
    ['00:30', 6, true],
    ['05:59', 6, true],
    ['06:00', 6, false],
    ['18:00', 6, false],
    ['00:30', 1, false],
  ])('over midnight at %s on day %i belongs to the evening', (clock, day, expected) => {
    expect(when({ time: { from: '18:00', to: '06:00', days: [1, 2, 3, 4, 5] } }, at(clock, day))).toBe(expected);
  });

  it('refuses what is no condition', () => {
    expect(conditionSchema.safeParse({ eval: '1' }).success).toBe(false);
    expect(conditionSchema.safeParse({ not: { not: {} } }).success).toBe(false);
    expect(conditionSchema.safeParse({ time: { from: '25:00', to: '06:00' } }).success).toBe(false);
  });
});
