import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { pauseWishes } from './sensitive-pause.ts';

/**
 * Pauses recordings while a sensitive field has the focus. Another window in front changes nothing: the
 * account number may well be read out while the operator looks at another program. When this page dies,
 * main leaves the recording paused; the page that comes after it resumes it, since nothing is typed in it.
 */
export function SensitiveGuard(): null {
  const { main } = useServices();
  const report = useReport();
  const calls = useSnapshot((snapshot) => snapshot.calls);
  const isSensitive = useSyncExternalStore(followFocus, sensitiveHasFocus);
  const ask = useEffectEvent(() => {
    for (const { name, callId } of pauseWishes(calls, isSensitive)) void report(() => main.call(name, { callId, reason: 'sensitive-field' }));
  });
  // Main answers with a snapshot, so a wish is said once for each.
  useEffect(() => ask(), [calls, isSensitive]);
  return null;
}

function sensitiveHasFocus(): boolean {
  return document.activeElement?.closest('[data-sensitive]') !== null && document.activeElement !== null;
}

function followFocus(onChange: () => void): () => void {
  // On `focusout` the focus has not arrived anywhere yet: a task later it has.
  const later = (): void => void setTimeout(onChange);
  document.addEventListener('focusin', onChange);
  document.addEventListener('focusout', later);
  return () => {
    document.removeEventListener('focusin', onChange);
    document.removeEventListener('focusout', later);
  };
}
