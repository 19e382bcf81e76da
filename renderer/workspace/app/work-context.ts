import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useState } from 'react';
import type { Call } from '#shared/domain/call.ts';
import { asBalieError, type BalieError } from '#shared/domain/errors.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { chooseWork, noWork, type Work } from '../features/calls/choose-work.ts';
import { useServices } from './services.ts';
import { interactionById, interactionOfCall } from './store-queries.ts';
import { useSnapshot } from './use-snapshot.ts';

export interface WorkInHand {
  readonly work: Work | null;
  /** The call that is shown; null for an interaction whose call is gone. */
  readonly call: Call | null;
  readonly file: InteractionFile | null;
  readonly error: BalieError | null;
  /** Shows another conversation; null lets the calls decide. */
  readonly show: (work: Work | null) => void;
}

export const WorkContext = createContext<WorkInHand | null>(null);

export function useWork(): WorkInHand {
  const work = useContext(WorkContext);
  if (work === null) throw new Error('WorkContext is missing');
  return work;
}

/** Keeps what is shown, by {@link chooseWork}, and its file. */
export function useChosenWork(): WorkInHand {
  const { store } = useServices();
  const { calls } = useSnapshot();
  const [choice, setChoice] = useState(noWork);
  const next = chooseWork(choice, calls);
  if (next !== choice) setChoice(next);

  const { work } = next;
  const callId = work?.kind === 'call' ? work.callId : null;
  const ofCall = useQuery({ ...interactionOfCall(store, callId ?? ''), enabled: callId !== null });
  const byId = useQuery({ ...interactionById(store, work?.kind === 'interaction' ? work.id : ''), enabled: work?.kind === 'interaction' });
  const query = callId === null ? byId : ofCall;
  return {
    work,
    call: calls.find((call) => call.id === callId) ?? null,
    file: work === null ? null : (query.data ?? null),
    error: query.error === null ? null : asBalieError(query.error),
    show: (other) => setChoice({ ...next, work: other }),
  };
}
