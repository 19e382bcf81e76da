import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTallySchema, ended, heard, held, nothingCounted, paused, type Counting } from './tally.ts';

const stepMs = 100;
const at = (ms: number): string => new Date(ms).toISOString();

/** One letter is a tenth of a second: O operator, C customer, B both, . nobody, H on hold. */
function count(course: string): Counting['tally'] {
  const last = [...course].reduce<Counting>((counting, sign, index) => {
    const now = at(index * stepMs);
    return heard(held(counting, sign === 'H', now), { operator: 'OB'.includes(sign), customer: 'CB'.includes(sign), at: now });
  }, nothingCounted);
  return ended(last, at(course.length * stepMs)).tally;
}

const tenths = (sign: string, seconds: number): string => sign.repeat(seconds * 10);

describe('what is counted of a call', () => {
  it('a silence of three seconds and more, whole; a shorter one is a breath', () => {
    expect(count(`${tenths('O', 2)}${tenths('.', 4)}${tenths('C', 2)}${tenths('.', 2)}O`)).toMatchObject({ silences: 1, silenceMs: 4_000, heard: true });
  });

  it('an overlap that can be noticed, and nobody who interrupts the operator', () => {
    expect(count(`${tenths('C', 2)}${tenths('B', 2)}${tenths('C', 1)}`)).toMatchObject({ overlaps: 1, overlapMs: 2_000 });
    expect(count(`${tenths('C', 2)}BBB${tenths('C', 1)}`)).toMatchObject({ overlaps: 0, overlapMs: 0 });
    expect(count(`${tenths('O', 2)}${tenths('B', 2)}${tenths('O', 1)}`)).toMatchObject({ overlaps: 0 });
  });

  it('hold is hold and no silence; the silence before it counts', () => {
    expect(count(`${tenths('O', 1)}${tenths('.', 5)}${tenths('H', 30)}${tenths('C', 1)}`)).toMatchObject({ holds: 1, holdMs: 30_000, silences: 1, silenceMs: 5_000, heldSince: null });
  });

  it('a hold that is never taken back ends with the call', () => {
    expect(count(`${tenths('O', 1)}${tenths('H', 8)}`)).toMatchObject({ holds: 1, holdMs: 8_000, heldSince: null });
  });

  it('nothing where nobody was ever heard', () => {
    expect(count(tenths('.', 20)).heard).toBe(false);
  });

  it('never more than the call lasted, never less than before, whatever happens (property)', () => {
    const event = fc.record({ kind: fc.constantFrom('voice', 'hold', 'pause'), after: fc.integer({ min: 0, max: 20_000 }), operator: fc.boolean(), customer: fc.boolean() });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let now = 0;
        let counting = nothingCounted;
        for (const { kind, after, operator, customer } of events) {
          now += after;
          const before = counting.tally;
          if (kind === 'voice') counting = heard(counting, { operator, customer, at: at(now) });
          else if (kind === 'hold') counting = held(counting, operator, at(now));
          else counting = paused(counting, at(now));
          for (const field of ['holdMs', 'holds', 'silenceMs', 'silences', 'overlapMs', 'overlaps'] as const) expect(counting.tally[field]).toBeGreaterThanOrEqual(before[field]);
        }
        const { tally } = ended(counting, at(now));
        expect(callTallySchema.safeParse(tally).success).toBe(true);
        expect(tally.holdMs + tally.silenceMs + tally.overlapMs).toBeLessThanOrEqual(now);
        expect(tally.silenceMs).toBeGreaterThanOrEqual(tally.silences * 3_000);
      }),
      { numRuns: 200 },
    );
  });
});
