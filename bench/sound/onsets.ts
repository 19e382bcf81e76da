import type { Listener } from '../../tests/lab/audio/listener.ts';

/**
 * How long each sound took from where it was said to where it was heard: for every beginning the first beginning of the same
 * tone after it, as long as the next sound is not said meanwhile.
 * @param said - when sounds began, milliseconds since the epoch, in order.
 */
export function delaysOf(said: readonly number[], heard: readonly number[], longestMs: number): readonly number[] {
  return said.flatMap((at) => {
    const first = heard.find((moment) => moment > at);
    return first === undefined || first - at > longestMs ? [] : [first - at];
  });
}

/** When a tone began again after a pause: milliseconds since the epoch. */
export function onsetsOf(listener: Listener, hz: number, from: number): readonly number[] {
  const pauseMs = 200;
  const moments = listener.momentsOf(hz, from);
  return moments.filter((at, index) => index === 0 || at - (moments[index - 1] ?? 0) > pauseMs);
}
