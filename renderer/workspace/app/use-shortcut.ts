import { useEffect, useEffectEvent } from 'react';
import { useServices } from './services.ts';
import type { Combination } from './shortcuts.ts';

/** Binds a key to an action while the component is on screen and `enabled`. */
export function useShortcut(combination: Combination, action: () => void, enabled = true): void {
  const { shortcuts } = useServices();
  const run = useEffectEvent(action);
  useEffect(() => {
    if (!enabled) return undefined;
    return shortcuts.add(combination, () => run());
  }, [shortcuts, combination, enabled]);
}
