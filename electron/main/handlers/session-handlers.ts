import { isoNow } from '#shared/domain/clock.ts';
import { asBalieError, BalieError } from '#shared/domain/errors.ts';
import { net, shell } from 'electron';
import { askProvider, signInWays } from '../../settings/provider-sign-in.ts';
import { mainText } from '../texts.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** Signing in and out, and what the operator is doing. */
export function sessionHandlers({ state, session, lock, passwordCheck, desk, settings, store, unsent, clock, logger }: HandlerParts): HandlersOf<'session' | 'agent' | 'lock'> {
  const fetchCentral = (url: string, init?: RequestInit): Promise<Response> => net.fetch(url, init);
  /** The browser that is being waited for; a second one takes the place of the first. */
  let waiting = new AbortController();
  const page = (ok: boolean): string => {
    const text = mainText(settings.get().language);
    return `<!doctype html><meta charset="utf-8"><title>Balie</title><p>${ok ? text.backToBalie : text.notSignedIn}</p>`;
  };
  const askBrowser = async (centralUrl: string, anew: boolean): Promise<(deviceId: string) => Promise<string>> => {
    waiting.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    const { oidc } = await signInWays(fetchCentral, centralUrl);
    if (oidc === null) throw new BalieError('session.provider-refused', 'this centre has no provider');
    return async (deviceId) => await askProvider(centralUrl, oidc, { fetch: fetchCentral, deviceId, openBrowser: async (url) => await shell.openExternal(url), page, signal, anew });
  };
  /** For a day without the centre. Without it the operator is signed in all the same. */
  const remember = (password: string): void => {
    const { session: signedIn } = state.snapshot;
    if (signedIn.state === 'signed-in') passwordCheck.keep(signedIn.agent.id, password).catch((error: unknown) => logger.warn({ err: error }, 'a locked desk will not be opened without the centre'));
  };
  return {
    'session.ways': async ({ centralUrl }) => await signInWays(fetchCentral, centralUrl),
    'session.signInWithProvider': async ({ centralUrl }) => {
      const ask = await askBrowser(centralUrl, false);
      settings.set({ centralUrl });
      await session.signInThrough(centralUrl, ask);
    },
    'session.abandonSignIn': () => waiting.abort(),
    'session.signIn': async ({ centralUrl, username, password }) => {
      settings.set({ centralUrl, username });
      await session.signIn(centralUrl, username, password);
      remember(password);
    },
    'session.signOut': async ({ unsent: wish }) => {
      if (state.snapshot.calls.some((call) => call.state !== 'ended')) throw new BalieError('call.illegal', 'a call is still up');
      // Whoever passes a locked desk throws nobody's work away.
      if (lock.isLocked && wish === 'discard') throw new BalieError('lock.locked', 'the desk is locked');
      const counts = store.ready ? await unsent.count() : null;
      // Nothing that was not sent goes without a word.
      if (wish === 'ask' && counts !== null && counts.mutations + counts.drafts > 0) return { unsent: { mutations: counts.mutations, drafts: counts.drafts } };
      const { session: signedIn } = state.snapshot;
      desk.setNotReady('signed-in');
      await session.signOut();
      passwordCheck.forget();
      if (counts !== null && signedIn.state === 'signed-in') await unsent.wipe(signedIn.agent.id, isoNow(clock), wish !== 'discard');
      return { unsent: null };
    },

    'lock.now': () => lock.lock(),
    'lock.open': async ({ password }) => {
      await lock.attempt(async () => await isTheirs(password, { session, state, passwordCheck }, remember));
    },
    'lock.openWithProvider': async () => {
      const { session: signedIn } = state.snapshot;
      if (signedIn.state !== 'signed-in') throw new BalieError('session.signed-out', 'nobody is signed in');
      await session.confirm(await askBrowser(signedIn.centralUrl, true));
      await lock.open();
    },

    'agent.setAvailable': () => desk.setAvailable(),
    'agent.setNotReady': ({ reason }) => desk.setNotReady(reason),
    'agent.wrappedUp': ({ callId }) => desk.wrappedUp(callId),
  };
}

/** Central decides, and its word is the newest. Only where it cannot be asked, what was kept at the last sign-in does. */
async function isTheirs(password: string, { session, state, passwordCheck }: Pick<HandlerParts, 'session' | 'state' | 'passwordCheck'>, remember: (password: string) => void): Promise<boolean> {
  try {
    await session.confirm({ password });
    remember(password);
    return true;
  } catch (thrown) {
    const { code } = asBalieError(thrown);
    if (code === 'session.credentials') return false;
    const { session: signedIn } = state.snapshot;
    if (code !== 'session.unreachable' || signedIn.state !== 'signed-in') throw thrown;
    const known = await passwordCheck.matches(signedIn.agent.id, password);
    if (known === null) throw new BalieError('lock.needs-centre', 'nothing is kept here that could tell', { cause: thrown });
    return known;
  }
}
