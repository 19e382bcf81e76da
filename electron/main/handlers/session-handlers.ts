import { isoNow } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { net, shell } from 'electron';
import { askProvider, signInWays } from '../../settings/provider-sign-in.ts';
import { mainText } from '../texts.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** Signing in and out, and what the operator is doing. */
export function sessionHandlers({ state, session, desk, settings, store, unsent, clock }: HandlerParts): HandlersOf<'session' | 'agent'> {
  const fetchCentral = (url: string, init?: RequestInit): Promise<Response> => net.fetch(url, init);
  /** The browser that is being waited for; a second one takes the place of the first. */
  let waiting = new AbortController();
  const page = (ok: boolean): string => {
    const text = mainText(settings.get().language);
    return `<!doctype html><meta charset="utf-8"><title>Balie</title><p>${ok ? text.backToBalie : text.notSignedIn}</p>`;
  };
  return {
    'session.ways': async ({ centralUrl }) => await signInWays(fetchCentral, centralUrl),
    'session.signInWithProvider': async ({ centralUrl }) => {
      waiting.abort();
      waiting = new AbortController();
      const { signal } = waiting;
      const { oidc } = await signInWays(fetchCentral, centralUrl);
      if (oidc === null) throw new BalieError('session.provider-refused', 'this centre has no provider');
      settings.set({ centralUrl });
      await session.signInThrough(centralUrl, async (deviceId) => await askProvider(centralUrl, oidc, { fetch: fetchCentral, deviceId, openBrowser: async (url) => await shell.openExternal(url), page, signal }));
    },
    'session.abandonSignIn': () => waiting.abort(),
    'session.signIn': async ({ centralUrl, username, password }) => {
      settings.set({ centralUrl, username });
      await session.signIn(centralUrl, username, password);
    },
    'session.signOut': async ({ unsent: wish }) => {
      if (state.snapshot.calls.some((call) => call.state !== 'ended')) throw new BalieError('call.illegal', 'a call is still up');
      const counts = store.ready ? await unsent.count() : null;
      // Nothing that was not sent goes without a word.
      if (wish === 'ask' && counts !== null && counts.mutations + counts.drafts > 0) return { unsent: { mutations: counts.mutations, drafts: counts.drafts } };
      const { session: signedIn } = state.snapshot;
      desk.setNotReady('signed-in');
      await session.signOut();
      if (counts !== null && signedIn.state === 'signed-in') await unsent.wipe(signedIn.agent.id, isoNow(clock), wish !== 'discard');
      return { unsent: null };
    },

    'agent.setAvailable': () => desk.setAvailable(),
    'agent.setNotReady': ({ reason }) => desk.setNotReady(reason),
    'agent.wrappedUp': ({ callId }) => desk.wrappedUp(callId),
  };
}
