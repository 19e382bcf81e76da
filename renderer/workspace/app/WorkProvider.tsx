import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { chooseWork, noWork } from '../features/calls/choose-work.ts';
import { useServices } from './services.ts';
import { interactionById, interactionOfCall } from './store-queries.ts';
import { useBehindFrame } from './use-after-paint.ts';
import { useSnapshot } from './use-snapshot.ts';
import { FileNowContext, WorkContext, type WorkInHand } from './work-context.ts';

/** Keeps what is shown, by {@link chooseWork}, and its file. */
export function WorkProvider({ children }: { readonly children: ReactNode }) {
  const { store } = useServices();
  const calls = useSnapshot((snapshot) => snapshot.calls);
  const [choice, setChoice] = useState(noWork);
  const next = chooseWork(choice, calls);
  if (next !== choice) setChoice(next);

  const { work } = next;
  const callId = work?.kind === 'call' ? work.callId : null;
  const ofCall = useQuery({ ...interactionOfCall(store, callId ?? ''), enabled: callId !== null });
  const byId = useQuery({ ...interactionById(store, work?.kind === 'interaction' ? work.id : ''), enabled: work?.kind === 'interaction' });
  const { data, error } = callId === null ? byId : ofCall;
  const file = work === null ? null : (data ?? null);
  // The same object while nothing in it changed: a call that is muted draws its card, not the file.
  const inHand = useMemo(
    (): WorkInHand => ({
      work,
      file,
      error: error === null ? null : asBalieError(error),
      show: (other) => setChoice((before) => ({ ...before, work: other })),
    }),
    [work, file, error],
  );
  const before = useBehindFrame(inHand);
  return (
    <FileNowContext value={file}>
      <WorkContext value={isSameWork(before, inHand) ? before : inHand}>{children}</WorkContext>
    </FileNowContext>
  );
}

/** Only what goes on in the same conversation may be drawn later: another one is there at once, everywhere. */
function isSameWork(one: WorkInHand, other: WorkInHand): boolean {
  return one.work === other.work && one.file?.interaction.id === other.file?.interaction.id && one.error === other.error;
}
