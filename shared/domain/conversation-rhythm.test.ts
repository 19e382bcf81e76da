import { describe, expect, it } from 'vitest';
import { hear, listenAnew, noticeableOverlapMs, unheardRhythm, type ConversationRhythm } from './conversation-rhythm.ts';

/** `O` the operator speaks, `C` the customer, `B` both, `-` nobody: one sign a step. */
function play(signs: string, stepMs: number, from: ConversationRhythm = unheardRhythm): ConversationRhythm {
  return [...signs].reduce(
    (rhythm, sign, index) => hear(rhythm, { operator: 'OB'.includes(sign), customer: 'CB'.includes(sign), at: new Date(index * stepMs).toISOString() }),
    from,
  );
}

describe('the rhythm of a conversation', () => {
  it('is quiet since nobody speaks', () => {
    expect(unheardRhythm.quietSince).toBeNull();
    expect(play('OC--', 1000).quietSince).toBe(2000);
    expect(play('OC--C', 1000).quietSince).toBeNull();
  });

  it('counts when the operator speaks through the customer, for long enough', () => {
    expect(play('CBC', noticeableOverlapMs).overlaps).toBe(1);
    expect(play('CBO', noticeableOverlapMs).overlaps).toBe(1);
    expect(play('CBC', noticeableOverlapMs - 1).overlaps).toBe(0);
    expect(play('CBCBC', noticeableOverlapMs).overlaps).toBe(2);
  });

  it('does not count a customer who interrupts, or both beginning at once', () => {
    expect(play('OBO', 5000).overlaps).toBe(0);
    expect(play('-B-', 5000).overlaps).toBe(0);
  });

  it('begins anew after a hold and keeps the count', () => {
    const before = play('CBC-', noticeableOverlapMs);
    expect(listenAnew(before)).toEqual({ ...unheardRhythm, overlaps: 1 });
  });
});
