import { useRef, useState, type ReactNode } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { refusalsOfNumber, storeKeys } from '../../app/store-queries.ts';
import { useReport } from '../../app/use-report.ts';
import { DialContext } from './DialContext.ts';
import { EmergencyDialog } from './EmergencyDialog.tsx';
import { dialTarget } from './numbers.ts';
import { RefusalDialog, type Refusal } from './RefusalDialog.tsx';
import { useTexts } from '../../i18n/use-texts.ts';

interface Question {
  readonly target: string;
  readonly decide: (confirmed: boolean) => void;
}

interface Objection {
  readonly refusals: readonly Refusal[];
  readonly decide: (reason: string | null) => void;
}

/** Every call that is made from the workspace goes through here, so that each of them asks before an emergency number, and before somebody who asked not to be called. */
export function DialProvider({ children }: { readonly children: ReactNode }) {
  const { main, store, queries } = useServices();
  const report = useReport();
  const { t } = useTexts();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const [objection, setObjection] = useState<Objection | null>(null);

  async function attempt(target: string): Promise<void> {
    if (!nobodyMinds(target)) await heed(target);
    try {
      await main.call('call.dial', { target, confirmed: false });
    } catch (thrown) {
      if (asBalieError(thrown).code !== 'call.emergency') throw thrown;
      if (!(await ask(target))) throw new NotWanted();
      await main.call('call.dial', { target, confirmed: true });
    }
  }

  /** @returns true when that was read while the number was typed: it is called in the turn of the key, then. */
  function nobodyMinds(target: string): boolean {
    const read = queries.getQueryState<readonly Refusal[]>(storeKeys.refusals(target));
    return read?.isInvalidated === false && read.data?.length === 0;
  }

  /** Who asked not to be called is not, unless the operator says why; the reason stands in their file. */
  async function heed(target: string): Promise<void> {
    const refusals = await refusalsOf(target);
    if (refusals.length === 0) return;
    const reason = await new Promise<string | null>((decide) => setObjection({ refusals, decide }));
    setObjection(null);
    if (reason === null) throw new NotWanted();
    for (const { customerId } of refusals) await store.call('note.add', { customerId, text: t('refusal.note', { reason }), pinned: false });
  }

  /** A store that starts knows nobody yet: the call does not wait for it. */
  async function refusalsOf(number: string): Promise<readonly Refusal[]> {
    try {
      return await queries.fetchQuery(refusalsOfNumber(store, number));
    } catch {
      return [];
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
      <RefusalDialog refusals={objection?.refusals ?? []} onDecide={(reason) => objection?.decide(reason)} />
      <EmergencyDialog number={question?.target ?? null} onDecide={(confirmed) => question?.decide(confirmed)} />
    </DialContext>
  );
}

/** The operator thought better of it. */
class NotWanted extends Error {}
