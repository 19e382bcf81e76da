import { describe, expect, test } from 'vitest';
import { meanOpinionScore, transmissionRating } from './e-model.ts';

const perfect = { delayMs: 0, lossPercent: 0 };

describe('the rating R of ITU-T G.107', () => {
  test('is 93.2 when every parameter has its default value', () => {
    expect(transmissionRating(perfect)).toBeCloseTo(93.2, 1);
  });

  test('does not suffer from delay up to 100 ms (7-27)', () => {
    expect(transmissionRating({ ...perfect, delayMs: 100 })).toBe(transmissionRating(perfect));
  });

  test.each([
    // Idd by (7-27) and (7-28): X = lb(Ta / 100).
    [150, 93.0],
    [200, 90.2],
    [400, 69.1],
    [1000, 49.4],
  ])('with %i ms from mouth to ear is %f', (delayMs, expected) => {
    expect(transmissionRating({ ...perfect, delayMs })).toBeCloseTo(expected, 0);
  });

  test.each([
    // Ie-eff = 95 Ppl / (Ppl + 25.1), G.711 with concealment (G.113 Table I.4).
    [1, 89.6],
    [2, 86.2],
    [5, 77.4],
    [10, 66.1],
  ])('with %i %% of random loss, concealed, is %f', (lossPercent, expected) => {
    expect(transmissionRating({ ...perfect, lossPercent })).toBeCloseTo(expected, 1);
  });

  test('suffers more without concealment, by the codec, and from losses that come together', () => {
    const random = transmissionRating({ ...perfect, lossPercent: 2 });
    expect(transmissionRating({ ...perfect, lossPercent: 2, equipment: { impairment: 0, lossRobustness: 4.3 } })).toBeCloseTo(93.2 - 30.2, 1);
    // G.729A with VAD: Ie 11 (G.113 Table I.2): the well-known 82.
    expect(transmissionRating({ ...perfect, equipment: { impairment: 11, lossRobustness: 19 } })).toBeCloseTo(82.2, 1);
    expect(transmissionRating({ ...perfect, lossPercent: 2, burstRatio: 2 })).toBeLessThan(random);
  });

  test('stays between 0 and 100', () => {
    expect(transmissionRating({ delayMs: 10_000, lossPercent: 100 })).toBe(0);
  });
});

describe('the MOS of a rating', () => {
  test.each([
    // By (B-4); 90, 80, 70, 60 and 50 bound the classes of Table B.1, which has 4.03 for 80.
    [93.2, 4.41],
    [90, 4.34],
    [80, 4.02],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
    [0, 1],
    [-5, 1],
    [3, 1],
    [100, 4.5],
    [120, 4.5],
  ])('R %f is %f', (rating, mos) => {
    expect(meanOpinionScore(rating)).toBeCloseTo(mos, 2);
  });

  test('never falls when the rating rises', () => {
    const scores = Array.from({ length: 1001 }, (_, index) => meanOpinionScore(index / 10));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
  });
});
