import { useRef, useState } from 'react';
import { useReport } from './use-report.ts';

interface Once {
  /** The action is on its way. */
  readonly busy: boolean;
  /** Does nothing while an action is on its way. True when it was done. */
  readonly once: (action: () => Promise<unknown>) => Promise<boolean>;
}

/** For what must not happen twice: a second press before the first was answered is no second wish. */
export function useOnce(): Once {
  const report = useReport();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async once(action) {
      // State comes a render later; a double click is faster.
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      const done = await report(action);
      running.current = false;
      setBusy(false);
      return done;
    },
  };
}
