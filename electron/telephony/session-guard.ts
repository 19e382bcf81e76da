import type { Session } from './jssip.ts';

/** Faults of the signalling that JsSIP answers by ending the call. */
export type Fault = 'transport' | 'timeout' | 'dialog';

interface GuardOptions {
  /** True while the conversation goes on although the signalling has this fault. */
  readonly survives: (fault: Fault) => boolean;
  /** `kept`: the call goes on. */
  readonly onFault: (fault: Fault, kept: boolean) => void;
}

/**
 * Keeps JsSIP from ending a call that is alive. A request that meets an outage (no transport, no answer) ends a session in
 * JsSIP 3.13.8 although both sides hear each other. These three of its decisions are put to us first; what we do not keep,
 * JsSIP ends as it would. What a session timer decides is ours altogether, see `session-timer.ts`.
 */
export function guardSession(session: Session, { survives, onFault }: GuardOptions): void {
  function put(fault: Fault, end: () => void): void {
    const kept = survives(fault);
    onFault(fault, kept);
    if (!kept) end();
  }

  const onTransportError = session.onTransportError.bind(session);
  const onRequestTimeout = session.onRequestTimeout.bind(session);
  const onDialogError = session.onDialogError.bind(session);

  session.onTransportError = () => put('transport', onTransportError);
  session.onRequestTimeout = () => put('timeout', onRequestTimeout);
  session.onDialogError = () => put('dialog', onDialogError);
}
