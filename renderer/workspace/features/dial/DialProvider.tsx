import { useRef, useState, type ReactNode } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { DialContext } from './DialContext.ts';
import { EmergencyDialog } from './EmergencyDialog.tsx';
import { dialTarget } from './numbers.ts';

interface Question {
  readonly target: string;
  readonly decide: (confirmed: boolean) => void;
}

/** Every call that is made from the workspace goes through here, so that each of them asks before an emergency number. */
export function DialProvider({ children }: { readonly children: ReactNode }) {
  const { main } = useServices();
  const report = useReport();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);

  async function attempt(target: string): Promise<void> {
    try {
      await main.call('call.dial', { target, confirmed: false });
    } catch (thrown) {
      if (asBalieError(thrown).code !== 'call.emergency') throw thrown;
      if (!(await ask(target))) throw new NotWanted();
      await main.call('call.dial', { target, confirmed: true });
    }
  }

  async function ask(target: string): Promise<boolean> {
    const confirmed = await new Promise<boolean>((decide) => setQuestion({ target, decide }));
    setQuestion(null);
    return confirmed;
  }

  async function dial(text: string): Promise<boolean> {
    const target = dialTarget(text);
    // State comes a render later; a double click is faster.
    if (target === '' || running.current) return false;
    running.current = true;
    setBusy(true);
    let wanted = true;
    const done = await report(async () => {
      try {
        await attempt(target);
      } catch (thrown) {
        if (!(thrown instanceof NotWanted)) throw thrown;
        wanted = false;
      }
    });
    running.current = false;
    setBusy(false);
    return done && wanted;
  }

  return (
    <DialContext value={{ busy, dial }}>
      {children}
      <EmergencyDialog number={question?.target ?? null} onDecide={(confirmed) => question?.decide(confirmed)} />
    </DialContext>
  );
}

/** The operator thought better of it. */
class NotWanted extends Error {}
