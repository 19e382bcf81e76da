import type { BrowserWindow } from 'electron';
import path from 'node:path';
import type { Clock } from '#shared/domain/clock.ts';
import type { Language } from '#shared/domain/entities.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { CentralSession } from '../../settings/central-session.ts';
import type { MainState } from '../main-state.ts';
import type { StoreHost } from '../store-host.ts';
import { ExportDesk, type ExportDeskOptions } from './export-desk.ts';
import { handMail } from './hand-mail.ts';
import { LetterDesk } from './letter-desk.ts';
import { OfficeHost } from './office-host.ts';
import type { OfficeLink, WhereTo } from './office-link.ts';
import { PrintDesk } from './print-desk.ts';
import { askWhichFile } from './open-dialog.ts';
import { queueFigurePage } from './queue-figure-page.ts';
import { askWhereTo } from './save-dialog.ts';
import { TemplateDesk } from './template-desk.ts';
import { trailPage } from './trail-page.ts';

interface OfficeParts {
  /** The build's output folder. */
  readonly out: string;
  readonly logFolder: string;
  readonly state: MainState;
  readonly store: StoreHost;
  readonly session: CentralSession;
  readonly language: () => Language;
  readonly window: () => BrowserWindow | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What Balie makes for office software. */
export class Office {
  readonly exports: ExportDesk;
  readonly letters: LetterDesk;
  readonly prints: PrintDesk;
  readonly templates: TemplateDesk;

  constructor({ out, logFolder, state, store, session, language, window, clock, logger }: OfficeParts) {
    const host = new OfficeHost({ entry: path.join(out, 'main/office.cjs'), logFolder, logger });
    const record = (input: Parameters<ExportDeskOptions['record']>[0]) => store.call('export.record', input);
    const whereTo: WhereTo = (wish) => askWhereTo(window(), wish);
    const link: OfficeLink = (work) => host.with(work);
    this.prints = new PrintDesk({ whereTo, record });
    this.templates = new TemplateDesk({ session, office: link, whereTo, whichFile: () => askWhichFile(window(), 'docx') });
    this.letters = new LetterDesk({ templates: () => store.call('letter.templates', undefined), file: async (sha256) => (await store.call('letter.file', { sha256 })).bytes, office: link, whereTo, hand: handMail, record });
    this.exports = new ExportDesk({
      allowed: () => state.snapshot.policy?.exports ?? [],
      language,
      async page({ request, ...where }) {
        if (request.list === 'queueFigures') return await queueFigurePage(session, request);
        if (request.list === 'identityChecks') return await trailPage({ session, names: (wish) => store.call('identity.names', wish) }, request, where.after);
        return await store.call('export.page', { request, ...where });
      },
      record,
      whereTo,
      office: link,
      clock,
      logger,
    });
  }
}
