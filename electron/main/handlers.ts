import type { BrowserWindow } from 'electron';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { CentralSession } from '../settings/central-session.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { AgentDesk } from './agent-desk.ts';
import { exportLogWithDialog } from './log-export.ts';
import type { MainState } from './main-state.ts';
import { pendingHandlers } from './pending-handlers.ts';
import type { StoreHost } from './store-host.ts';

export interface HandlerParts {
  readonly state: MainState;
  readonly session: CentralSession;
  readonly telephony: Telephony;
  readonly desk: AgentDesk;
  readonly settings: SettingsStore;
  readonly store: StoreHost;
  readonly setDatabaseAside: (stamp: string) => string;
  readonly applySettings: () => void;
  readonly window: () => BrowserWindow | null;
  readonly logFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What the workspace may ask of main. */
export function createHandlers(parts: HandlerParts): Handlers<MainContract> {
  const { state, session, telephony, desk, settings, logger } = parts;
  return {
    ...pendingHandlers,
    'snapshot.get': () => state.snapshot,

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

    'call.answer': ({ callId }) => telephony.answer(callId),
    'call.decline': ({ callId }) => telephony.decline(callId),
    'call.hangUp': ({ callId }) => telephony.hangUp(callId),
    'call.setMuted': ({ callId, muted }) => telephony.setMuted(callId, muted),
    'call.setHeld': ({ callId, held }) => telephony.setHeld(callId, held),
    'call.sendDigits': ({ callId, digits }) => telephony.sendDigits(callId, digits),
    'call.dial': async ({ target }) => ({ callId: await telephony.dial(target) }),

    'store.retry': async () => {
      await parts.store.open();
      const { store } = state.snapshot;
      if (store.state === 'failed') throw new BalieError(store.error, 'the database still cannot be opened');
    },
    'store.setAside': async () => {
      if (state.snapshot.store.state !== 'failed') throw new BalieError('store.refused', 'a database that is open is not put aside');
      const aside = parts.setDatabaseAside(isoNow(parts.clock));
      await parts.store.open();
      return { path: aside };
    },

    'settings.get': () => settings.get(),
    'settings.set': (change) => {
      const next = settings.set(change);
      parts.applySettings();
      return next;
    },
    'log.export': async () => ({ path: await exportLogWithDialog(parts.logFolder, parts.window()) }),
    'log.defect': ({ message, stack }) => logger.error({ message, stack, process: 'workspace' }, 'a defect in the workspace'),
  };
}
