import { useEffectEvent, useLayoutEffect } from 'react';
import { useServices } from './services.ts';
import type { Combination } from './shortcuts.ts';

/** Binds a key to an action while the component is on screen and `enabled`. */
export function useShortcut(combination: Combination, action: () => void, enabled = true): void {
  const { shortcuts } = useServices();
  const run = useEffectEvent(action);
  // With what is shown, not behind its frame: whoever types ahead presses the key as soon as they see what it is for.
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    return shortcuts.add(combination, () => run());
  }, [shortcuts, combination, enabled]);
}
