import { useEffect } from 'react';
import type { LineState } from '#shared/domain/presence.ts';
import { useServices } from '../../app/services.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';

/** Asks main to watch these telephones while the component is on the screen. */
export function useWatched(numbers: readonly string[]): void {
  const { presence } = useServices();
  const list = numbers.join('\n');
  useEffect(() => (list === '' ? undefined : presence.add(list.split('\n'))), [presence, list]);
}

/** @returns what a colleague's telephone does; `unknown` while nobody tells. */
export function useLineState(number: string): LineState {
  return useSnapshot(({ presence }) => presence.find((other) => other.number === number)?.state ?? 'unknown');
}
