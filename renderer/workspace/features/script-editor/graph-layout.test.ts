import { expect, it } from 'vitest';
import type { Script } from '#shared/domain/script/script.ts';
import { bigScript } from '../../../../tests/fixtures/big-scripts.ts';
import { drawingOf, mostDrawn } from './graph-layout.ts';

it('where every step leads to the same one, all ways are drawn and every step has a place of its own', () => {
  const script = bigScript('chain', 500) as unknown as Script;
  const { steps, ways, left } = drawingOf(script, script.steps[250]?.key ?? '');
  const shown = new Set(steps.map(({ id }) => id));
  expect(left).toBe(500 - mostDrawn);
  expect(new Set(steps.map(({ x, y }) => `${x} ${y}`)).size).toBe(steps.length);
  for (const { key, answers } of script.steps) {
    if (shown.has(key)) expect(ways.filter(({ from }) => from === key)).toHaveLength(answers.filter(({ to }) => to === null || shown.has(to)).length);
  }
});
