import { expect, it } from 'vitest';
import { Announcer } from './announcer.ts';

it('tells everybody until they stop listening, even where one of them throws', () => {
  const errors: unknown[] = [];
  const announcer = new Announcer<number>((error) => errors.push(error));
  const heard: number[] = [];
  const broken = new Error('broken');
  announcer.subscribe(() => {
    throw broken;
  });
  const stop = announcer.subscribe((value) => heard.push(value));
  announcer.publish(1);
  stop();
  stop();
  announcer.publish(2);
  expect(heard).toEqual([1]);
  expect(errors).toEqual([broken, broken]);
  expect(announcer.size).toBe(1);
});

it('counts the same listener twice when it subscribes twice', () => {
  const announcer = new Announcer<number>(() => undefined);
  const heard: number[] = [];
  const listener = (value: number): void => void heard.push(value);
  announcer.subscribe(listener)();
  announcer.subscribe(listener);
  announcer.publish(1);
  expect(heard).toEqual([1]);
});
