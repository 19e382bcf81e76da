import { beforeEach, describe, expect, test } from 'vitest';
import type { RtpSecond } from '#shared/ipc/audio-list.ts';
import { CallSound, type SoundFact } from './call-sound.ts';

const second: RtpSecond = { slot: 1, received: 50, lost: 0, discarded: 0, jitterMs: 1, bufferMs: 30, roundTripMs: 20, sentLossPercent: 0, codec: 'opus' };

describe('the sound of a call', () => {
  let facts: SoundFact[];
  let levels: string[];
  let sound: CallSound;

  beforeEach(() => {
    facts = [];
    levels = [];
    sound = new CallSound({ onLevel: (level) => levels.push(level), onFact: (fact) => facts.push(fact) });
  });

  test('tells a sample for every second in which something was due', () => {
    sound.onSecond(second);
    sound.onSecond({ ...second, received: 0 });
    sound.onSecond(second);
    expect(facts.map(({ type }) => type)).toEqual(['sample', 'sample']);
    expect(levels).toEqual(['good']);
  });

  test('tells a voice when it changes', () => {
    sound.onVoice({ operator: true, customer: false });
    sound.onVoice({ operator: true, customer: false });
    sound.onVoice({ operator: true, customer: true });
    expect(facts).toEqual([
      { type: 'voice', operator: true, customer: false },
      { type: 'voice', operator: true, customer: true },
    ]);
  });

  test('hears nobody on hold, whatever plays', () => {
    sound.onVoice({ operator: false, customer: true });
    sound.setTalk(false);
    sound.onVoice({ operator: false, customer: false });
    sound.onVoice({ operator: false, customer: true });
    sound.setTalk(true);
    sound.onVoice({ operator: true, customer: true });
    expect(facts.map((fact) => fact.type === 'voice' && fact.customer)).toEqual([true, false, true]);
  });

  test('reports once at its end, and nothing when nothing was measured', () => {
    sound.end();
    expect(facts).toEqual([]);
    sound.onSecond(second);
    sound.end();
    expect(facts.at(-1)).toMatchObject({ type: 'report', report: { seconds: 1, codec: 'opus', roundTripMs: 20 } });
  });
});
