import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { scopeOf, type Access } from '../access/scope.ts';
import { Announcer } from './announcer.ts';
import type { News } from './head.ts';
import { NewsDesk, Reader } from './news-desk.ts';

function setUp(requestsUnderWay = 0) {
  const clock = new ManualClock();
  const changed = new Announcer<News>((error) => expect.unreachable(String(error)));
  const desk = new NewsDesk(changed, clock, () => requestsUnderWay);
  const told: string[] = [];
  const join = (name: string, access: Partial<Access> = {}) => {
    const scope = scopeOf({ agentId: name, role: 'operator', queues: ['orders'], customers: 'queues', extension: null, ...access });
    return desk.join(new Reader(scope, (cursor) => told.push(`${name} ${cursor.split('-')[1] ?? ''}`)));
  };
  let sequence = 0;
  const publish = (...audience: string[]) => changed.publish({ epoch: 'e', sequence: (sequence += 1), audience: audience.length === 0 ? null : audience });
  return { clock, desk, told, join, publish };
}

describe('news', () => {
  it('is told to those whom it concerns: of their queue, role or customers, or everybody', () => {
    const { clock, told, join, publish } = setUp();
    join('an');
    join('bart', { queues: ['claims'], customers: 'all' });
    join('lead', { role: 'team-lead', queues: ['claims'] });
    join('admin', { role: 'administrator' });
    const heardOf = (...audience: string[]): string[] => {
      told.length = 0;
      publish(...audience);
      clock.advance(100);
      return told.map((line) => line.split(' ')[0] ?? '').sort();
    };
    expect(heardOf('q:orders')).toEqual(['admin', 'an']);
    expect(heardOf('q:claims')).toEqual(['admin', 'bart', 'lead']);
    expect(heardOf('u')).toEqual(['admin', 'lead']);
    expect(heardOf('c')).toEqual(['admin', 'bart']);
    expect(heardOf('q:nobody')).toEqual(['admin']);
    expect(heardOf()).toEqual(['admin', 'an', 'bart', 'lead']);
  });

  it('that comes close together is told once, with the last place', () => {
    const { clock, told, join, publish } = setUp();
    join('an');
    for (let change = 0; change < 10; change++) publish('q:orders');
    clock.advance(1000);
    expect(told).toEqual(['an 10']);
    expect(clock.pending).toBe(0);
  });

  it('reaches a hundred readers a second, in turn, and whom it names before them', () => {
    const { clock, told, join, publish } = setUp();
    for (let index = 0; index < 300; index++) join(`n${index}`);
    join('mine', { extension: '203' });
    publish();
    publish('q:orders', 'x:203');
    clock.advance(50);
    expect(told).toEqual(['n0 2', 'n1 2', 'n2 2', 'n3 2', 'mine 2', 'n4 2']);
    // Somebody who has been told waits at the end again, so that nobody is passed over.
    publish();
    clock.advance(950);
    expect(told.length).toBe(101);
    clock.advance(5_000);
    expect(new Set(told.map((line) => line.split(' ')[0])).size).toBe(301);
    expect(clock.pending).toBe(0);
  });

  it('waits while the process is busy, but for twenty readers a second and whom it names', () => {
    const { clock, told, join, publish } = setUp(3);
    for (let index = 0; index < 100; index++) join(`n${index}`);
    join('mine', { extension: '203' });
    publish();
    publish('x:203');
    clock.advance(1_000);
    expect([told.length, told[0]]).toEqual([21, 'mine 2']);
  });

  it('is not told to who has left, and leaves no timer', () => {
    const { clock, desk, told, join, publish } = setUp();
    const leave = join('an');
    publish();
    leave();
    leave();
    clock.advance(1000);
    expect([told, desk.size, clock.pending]).toEqual([[], 0, 0]);
  });
});
