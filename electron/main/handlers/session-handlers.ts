import { BalieError } from '#shared/domain/errors.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** Signing in and out, and what the operator is doing. */
export function sessionHandlers({ state, session, desk, settings }: HandlerParts): HandlersOf<'session' | 'agent'> {
  return {
    'session.signIn': async ({ centralUrl, username, password }) => {
      settings.set({ centralUrl, username });
      await session.signIn(centralUrl, username, password);
    },
    'session.signOut': async () => {
      if (state.snapshot.calls.some((call) => call.state !== 'ended')) throw new BalieError('call.illegal', 'a call is still up');
      desk.setNotReady('signed-in');
      await session.signOut();
    },

    'agent.setAvailable': () => desk.setAvailable(),
    'agent.setNotReady': ({ reason }) => desk.setNotReady(reason),
    'agent.wrappedUp': ({ callId }) => desk.wrappedUp(callId),
  };
}
