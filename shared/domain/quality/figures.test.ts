import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAgreement, type QualityTargets } from './agreement.ts';
import type { ConversationQuality } from './entities.ts';
import { figureNames, figuresOf, figuresSchema, standingOf, type JudgedConversation } from './figures.ts';
import { firstContactOf } from './first-contact.ts';
import { dayOf, figuresByPeriod, mondayOf } from './periods.ts';
import { uncovered } from './spans.ts';

const id = '01890000-0000-7000-8000-000000000001';
const targets: QualityTargets = { ...noAgreement, pickUpPercent: 80, wrapUpSeconds: 60, adherencePercent: 90, pickUpSeconds: 20, durationSeconds: 300 };

function talk(change: Partial<ConversationQuality> = {}, firstContact: JudgedConversation['firstContact'] = 'resolved'): JudgedConversation {
  const quality: ConversationQuality = {
    ...{ id, version: 1, updatedAt: '2026-11-02T09:00:00.000Z', interactionId: id, agentId: id, queueId: id, direction: 'inbound', purpose: 'klacht' },
    ...{ startedAt: '2026-11-02T09:00:00.000Z', endedAt: '2026-11-02T09:05:00.000Z', pickUpMs: 10_000, talkMs: 200_000, holdMs: 0, holds: 0, wrapUpMs: 30_000 },
    ...{ silenceMs: 20_000, silences: 2, overlapMs: 0, overlaps: 1, script: null, adherencePercent: 80, completenessPercent: 100, readBackAt: null },
    ...change,
  };
  return { quality, firstContact };
}

describe('figures of conversations together', () => {
  it('times are medians, with the share that kept to the target', () => {
    const { pickUp, wrapUp, duration } = figuresOf([talk(), talk({ pickUpMs: 15_000 }), talk({ pickUpMs: 90_000, wrapUpMs: null, holdMs: 200_000 }), talk({ pickUpMs: null })], targets);
    expect(pickUp).toEqual({ value: 15, count: 3, within: 2 / 3 });
    expect(wrapUp).toEqual({ value: 30, count: 3, within: 1 });
    expect(duration).toEqual({ value: 200, count: 4, within: 3 / 4 });
  });

  it('silence is a share of the time talked, of the calls whose sound was followed', () => {
    const figures = figuresOf([talk(), talk({ silenceMs: null, overlaps: null })], null);
    expect(figures.silence).toEqual({ value: 0.1, count: 1, within: null });
    expect(figures.overlap).toEqual({ value: 1, count: 1, within: null });
  });

  it('first contact counts those that can be judged', () => {
    const all = (['resolved', 'returned', 'follow-up-open', 'pending', 'unknown', 'resolved'] as const).map((state) => talk({}, state));
    expect(figuresOf(all, targets).firstContact).toEqual({ value: 0.5, count: 4, within: null });
  });

  it('the pick-up time is held against the agreed share, the others against the median or mean', () => {
    const figures = figuresOf([talk(), talk({ pickUpMs: 15_000 }), talk({ pickUpMs: 90_000 })], targets);
    expect(standingOf('pickUp', figures.pickUp, targets)).toBe('not-kept');
    expect(standingOf('pickUp', figures.pickUp, { ...targets, pickUpPercent: null })).toBe('kept');
    expect(standingOf('wrapUp', figures.wrapUp, targets)).toBe('kept');
    expect(standingOf('adherence', figures.adherence, targets)).toBe('not-kept');
    expect(standingOf('firstContact', figures.firstContact, targets)).toBeNull();
    expect(standingOf('hold', figures.hold, targets)).toBeNull();
  });

  it('nothing has no figures, and no standing', () => {
    const figures = figuresOf([], targets);
    for (const name of figureNames) expect([figures[name].value, standingOf(name, figures[name], targets)]).toEqual([null, null]);
  });

  it('fit their schema and do not depend on the order, whatever was counted (property)', () => {
    const ms = fc.integer({ min: 0, max: 3_600_000 });
    const any = fc.record({ pickUpMs: fc.option(ms), talkMs: ms, holdMs: ms, wrapUpMs: fc.option(ms), silenceMs: fc.option(ms), overlaps: fc.nat({ max: 50 }), completenessPercent: fc.nat({ max: 100 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (changes) => {
        const talks = changes.map((change) => talk(change));
        const figures = figuresOf(talks, targets);
        expect(figuresSchema.safeParse(figures).success).toBe(true);
        expect(figuresOf(talks.toReversed(), targets).pickUp).toEqual(figures.pickUp);
      }),
      { numRuns: 100 },
    );
  });
});

describe('days and weeks', () => {
  it('are those of where somebody works', () => {
    expect(dayOf('2026-11-29T23:30:00.000Z', 'Europe/Brussels')).toBe('2026-11-30');
    expect(dayOf('2026-11-29T23:30:00.000Z', 'America/New_York')).toBe('2026-11-29');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-30')).toBe('2026-11-30');
  });

  it('have their figures, oldest first', () => {
    const periods = figuresByPeriod([talk({ startedAt: '2026-11-10T09:00:00.000Z' }), talk(), talk({ startedAt: '2026-11-03T22:59:00.000Z' })], { bucket: 'week', timeZone: 'Europe/Brussels', targets });
    expect(periods.map(({ day, figures }) => [day, figures.conversations])).toEqual([
      ['2026-11-02', 2],
      ['2026-11-09', 1],
    ]);
  });
});

describe('first-contact resolution', () => {
  const facts = { endedAt: '2026-11-02T09:00:00.000Z', hasCustomer: true, returnedAt: null, followUps: [], returnDays: 7, now: '2026-11-10T09:00:00.000Z' };

  it.each([
    ['resolved', {}],
    ['pending', { now: '2026-11-09T08:59:59.000Z', returnedAt: '2026-11-03T09:00:00.000Z' }],
    ['returned', { returnedAt: '2026-11-09T08:59:59.000Z' }],
    ['resolved', { returnedAt: '2026-11-09T09:00:00.000Z' }],
    ['follow-up-open', { followUps: ['2026-11-04T09:00:00.000Z', null] }],
    ['resolved', { followUps: ['2026-11-04T09:00:00.000Z'] }],
    ['follow-up-open', { followUps: ['2026-11-09T10:00:00.000Z'] }],
    ['unknown', { hasCustomer: false }],
  ] as const)('is %s for %j', (wanted, change) => {
    expect(firstContactOf({ ...facts, ...change })).toBe(wanted);
  });
});

describe('wrap-up time', () => {
  const at = (second: number): string => new Date(second * 1000).toISOString();
  it('does not run while another call is up', () => {
    const span = { from: at(0), until: at(100) };
    expect(uncovered(span, [])).toBe(100_000);
    expect(uncovered(span, [{ from: at(50), until: at(70) }, { from: at(10), until: at(30) }])).toBe(60_000);
    expect(uncovered(span, [{ from: at(-5), until: at(20) }, { from: at(10), until: at(30) }, { from: at(90), until: at(200) }])).toBe(60_000);
    expect(uncovered({ from: at(10), until: at(0) }, [])).toBe(0);
  });
});
