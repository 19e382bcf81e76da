import { isoNow } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { exportLogWithDialog } from '../log-export.ts';
import { savePersonalData } from '../personal-data-file.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** This device: its database, its settings, its log. */
export function deviceHandlers({ state, store, settings, database, databaseCare, applySettings, window, logFolder, clock, logger }: HandlerParts): HandlersOf<'store' | 'settings' | 'log' | 'personalData'> {
  return {
    'store.retry': async () => {
      await store.open();
      const now = state.snapshot.store;
      if (now.state === 'failed') throw new BalieError(now.error, 'the database still cannot be opened');
    },
    'store.setAside': async () => {
      if (state.snapshot.store.state !== 'failed') throw new BalieError('store.refused', 'a database that is open is not put aside');
      const aside = database.setAside(isoNow(clock));
      await store.open();
      return { path: aside };
    },

    'store.repair': async () => {
      const now = state.snapshot.store;
      const damaged = now.state === 'failed' ? now.error : now.state === 'ready' ? now.trouble : undefined;
      if (damaged !== 'store.corrupt') throw new BalieError('store.refused', 'the database is not damaged');
      const { mutations, drafts, incomplete } = await store.repair();
      return { mutations, drafts, incomplete };
    },
    'store.compact': async () => await databaseCare.compact(),

    'settings.get': () => settings.get(),
    'settings.set': (change) => {
      const next = settings.set(change);
      applySettings();
      return next;
    },
    'personalData.save': async ({ name, text }) => ({ saved: await savePersonalData(name, text, window()) }),
    'log.export': async () => ({ path: await exportLogWithDialog(logFolder, window()) }),
    'log.defect': ({ message, stack }) => logger.error({ message, stack, process: 'workspace' }, 'a defect in the workspace'),
  };
}
