import { describe, expect, test } from 'vitest';
import type { QualitySample } from './call-quality.ts';
import { QualityJudge } from './quality-judge.ts';

const second = (mos: number, change: Partial<QualitySample> = {}): QualitySample => ({ mos, lossPercent: 0, sentLossPercent: null, jitterMs: 2, roundTripMs: 40, codec: 'opus', ...change });

function feed(judge: QualityJudge, mos: number, seconds: number): void {
  for (let count = 0; count < seconds; count++) judge.take(second(mos));
}

describe('the level of a call', () => {
  test('is unknown until a second was measured, then good at once', () => {
    const judge = new QualityJudge();
    expect(judge.level).toBe('unknown');
    expect(judge.take(second(4.4))).toBe(true);
    expect(judge.level).toBe('good');
  });

  test('does not turn for one or two bad seconds', () => {
    const judge = new QualityJudge();
    feed(judge, 4.4, 10);
    feed(judge, 1, 2);
    feed(judge, 4.4, 20);
    expect(judge.level).toBe('good');
  });

  test('falls when it stays low, and needs longer to rise again', () => {
    const judge = new QualityJudge();
    feed(judge, 4.4, 10);
    feed(judge, 2, 12);
    expect(judge.level).toBe('poor');
    feed(judge, 4.4, 7);
    expect(judge.level).toBe('poor');
    feed(judge, 4.4, 30);
    expect(judge.level).toBe('good');
  });

  test('does not flutter at a bound', () => {
    const judge = new QualityJudge();
    feed(judge, 4.2, 5);
    let changes = 0;
    for (let count = 0; count < 200; count++) if (judge.take(second(count % 20 < 10 ? 3.97 : 4.03))) changes++;
    expect(changes).toBe(0);
  });

  test('of a call that is bad from its first second is told after a few', () => {
    const judge = new QualityJudge();
    feed(judge, 2.5, 3);
    expect(judge.level).toBe('unknown');
    feed(judge, 2.5, 1);
    expect(judge.level).toBe('poor');
  });
});

describe('the report', () => {
  test('is missing when nothing was measured', () => {
    expect(new QualityJudge().report).toBeNull();
  });

  test('has means over the seconds, and the worst stretch', () => {
    const judge = new QualityJudge();
    judge.take(second(4.4, { lossPercent: 0, jitterMs: 1, roundTripMs: null }));
    judge.take(second(4.0, { lossPercent: 2, jitterMs: 3, roundTripMs: 60, codec: 'PCMA' }));
    expect(judge.report).toEqual({ seconds: 2, mosMean: 4.2, mosWorst: 4.3, lossPercent: 1, jitterMs: 2, roundTripMs: 60, codec: 'PCMA' });
  });
});
