import { createContext, useContext } from 'react';
import type { Call } from '#shared/domain/call.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { BalieError } from '#shared/domain/errors.ts';
import type { Work } from '../features/calls/choose-work.ts';
import { useSnapshot } from './use-snapshot.ts';

export interface WorkInHand {
  readonly work: Work | null;
  readonly file: InteractionFile | null;
  readonly error: BalieError | null;
  /** Shows another conversation; null lets the calls decide. */
  readonly show: (work: Work | null) => void;
}

export const WorkContext = createContext<WorkInHand | null>(null);

/** The file at once, for what answers a key in it; see {@link useFileNow}. */
export const FileNowContext = createContext<InteractionFile | null>(null);

export function useWork(): WorkInHand {
  const work = useContext(WorkContext);
  if (work === null) throw new Error('WorkContext is missing');
  return work;
}

/**
 * The file of {@link useWork} as it stands this moment. Every answer in the script changes the file: the script is drawn with the key,
 * and all else that shows the file right behind it, so that the next sentence does not wait for the whole desk.
 */
export function useFileNow(): InteractionFile | null {
  return useContext(FileNowContext);
}

/** A part of the call that is shown: null for an interaction whose call is gone. Drawn again only when that part changes. */
export function useShownCall<T>(select: (call: Call) => T): T | null {
  const { work } = useWork();
  return useSnapshot(({ calls }) => {
    const call = work?.kind === 'call' ? calls.find((candidate) => candidate.id === work.callId) : undefined;
    return call === undefined ? null : select(call);
  });
}
