import type { Migration } from '../database/migrate.ts';
import { entities } from './0010-entities.ts';
import { journalOutbox } from './0020-journal-outbox.ts';
import { search } from './0030-search.ts';
import { telephone } from './0040-telephone.ts';
import { searchAtAMillion } from './0050-search-at-a-million.ts';
import { customerFile } from './0060-customer-file.ts';
import { unsentWork } from './0080-unsent-work.ts';
import { orders } from './0070-orders.ts';
import { dataExports } from './0090-data-exports.ts';
import { scriptEvents } from './0110-script-events.ts';
import { firstFill } from './0130-first-fill.ts';
import { identity } from './0150-identity.ts';
import { accuracy } from './0160-accuracy.ts';
import { knowledge } from './0170-knowledge.ts';
import { shiftNews } from './0171-shift-news.ts';
import { quality } from './0180-quality.ts';
import { casework } from './0190-casework.ts';
import { scriptEditions } from './0200-script-editions.ts';
import { longWords } from './0205-long-words.ts';
import { letters } from './0210-letters.ts';
import { articleTerms } from './0230-article-terms.ts';
import { carriedScripts } from './0240-carried-scripts.ts';
import { chosenScript } from './0250-chosen-script.ts';
import { mailWords } from './0280-mail-words.ts';
import { callers } from './0290-callers.ts';
import { objectionBudgets } from './0310-objection-budgets.ts';
import { letterDrafts } from './0320-letter-drafts.ts';
import { supersededOfCustomers } from './0330-superseded-of-customers.ts';
import { bulkRows } from './0340-bulk-rows.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  entities,
  journalOutbox,
  search,
  telephone,
  searchAtAMillion,
  customerFile,
  orders,
  unsentWork,
  dataExports,
  scriptEvents,
  firstFill,
  identity,
  accuracy,
  knowledge,
  shiftNews,
  quality,
  casework,
  scriptEditions,
  longWords,
  letters,
  articleTerms,
  carriedScripts,
  chosenScript,
  mailWords,
  callers,
  objectionBudgets,
  letterDrafts,
  supersededOfCustomers,
  bulkRows,
];
