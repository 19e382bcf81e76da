import { expect, test } from 'vitest';
import { VisibleLevels } from './visible-levels.ts';

const callId = '0197a000-0000-7000-8000-000000000001';

test('a level that moves a bar is told, silence and what nobody sees are not', () => {
  const levels = new VisibleLevels();
  expect(levels.differ({ callId, microphone: 0, speaker: 0 })).toBe(true);
  expect(levels.differ({ callId, microphone: 0, speaker: 0.0001 })).toBe(false);
  expect(levels.differ({ callId, microphone: 0.5, speaker: 0 })).toBe(true);
  expect(levels.differ({ callId, microphone: 0.51, speaker: 0 })).toBe(false);
  expect(levels.differ({ callId, microphone: 0, speaker: 0 })).toBe(true);
});

test('another call begins anew', () => {
  const levels = new VisibleLevels();
  levels.differ({ callId, microphone: 0.5, speaker: 0.5 });
  expect(levels.differ({ callId: 'another', microphone: 0.5, speaker: 0.5 })).toBe(true);
});
