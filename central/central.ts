import type { ImportReport } from '#shared/contract/import.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Administration } from './agents/administration.ts';
import type { AgentStateNotice } from './agents/agent-states.ts';
import type { Context, Limits } from './context.ts';
import type { DatabaseChoice } from './database/open.ts';
import { CentralError, codeOf } from './errors.ts';
import { createApp } from './http/app.ts';
import type { CentralApp } from './http/types.ts';
import type { OidcOptions } from './session/oidc.ts';
import type { ArticleFiles } from './import/article-files.ts';
import { articleFile } from './import/import-articles.ts';
import { offerFile, procedureFile, readRecords } from './import/import-casework.ts';
import { customerFile, importCountry } from './import/import-customers.ts';
import { importFile, importRecords } from './import/import-file.ts';
import { productFile } from './import/import-products.ts';
import { importLetters } from './letters/import-letters.ts';
import type { LetterFolder } from './letters/letter-folder.ts';
import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import { articleFeedbackFile } from './lists/article-feedback-file.ts';
import { Metrics, type MetricsOptions } from './operations/metrics.ts';
import type { OrderState } from '#shared/domain/ordering/order.ts';
import { HoldKeeper } from './ordering/hold-keeper.ts';
import { advanceOrder, type CentreStep } from './ordering/orders.ts';
import { centre } from './sync/change-log.ts';
import { importRows, isEmpty, type ImportRows } from './sync/import.ts';
import { ScriptKeeper } from './scripts/script-keeper.ts';
import { wire } from './wiring.ts';

export interface CentralOptions {
  readonly database: DatabaseChoice;
  /**
   * 32 bytes that seal stored secrets. Needed with PostgreSQL; absent, a data folder keeps its own in
   * a file of mode 600, and a database in memory forgets it.
   */
  readonly key?: Uint8Array;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly logger?: Logger;
  readonly clock?: Clock;
  readonly trustProxy?: string | false;
  readonly limits?: Partial<Limits>;
  /** The centre's own provider of identities; absent: passwords and enrolment only. */
  readonly oidc?: OidcOptions;
  /** Figures for Prometheus, at an address of their own; absent: none. */
  readonly metrics?: MetricsOptions;
  /** Webhooks may go to the centre's own network, and over http. Default: to the internet by https only. */
  readonly privateWebhooks?: boolean;
}

/** The reference central API, running in this process. */
export interface Central {
  readonly app: CentralApp;
  /** What an administrator can do. */
  readonly admin: Administration;
  /** Base URL without a slash at the end. @throws before {@link Central.listen}. */
  readonly url: string;
  /** Where the figures are; null where there are none, or before {@link Central.listen}. */
  readonly metricsUrl: string | null;
  /** @returns the URL. @throws CentralError `port-in-use`, `listen-failed`. */
  listen(): Promise<string>;
  /** Ends event streams and requests, then the database. */
  close(): Promise<void>;
  /** Brings rows in, all or none; connected devices hear of them. @returns how many. */
  import(rows: ImportRows): Promise<number>;
  /** Customers from a CSV file; with `dryRun` nothing is written. @throws Problem 400 where it is no such file. */
  importCustomers(text: string, dryRun: boolean): Promise<ImportReport>;
  /** Products, and counts of the warehouse, from a CSV file; likewise. */
  importProducts(text: string, dryRun: boolean): Promise<ImportReport>;
  /** Procedures and offers as JSON lists, known again by their keys. */
  importProcedures(text: string, dryRun: boolean): Promise<ImportReport>;
  importOffers(text: string, dryRun: boolean): Promise<ImportReport>;
  /** Articles that operators look up; likewise. */
  importArticles(records: ArticleFiles['records'], dryRun: boolean): Promise<ImportReport>;
  /** Templates of letters and mails, known again by their keys; likewise. */
  importLetters(folder: LetterFolder, dryRun: boolean): Promise<ImportReport>;
  /** Withdraws a template. @returns it, or null where there is none with this key. */
  withdrawLetter(key: string): Promise<LetterTemplate | null>;
  /** Every template, by key. */
  letterTemplates(): Promise<LetterTemplate[]>;
  /** What operators think of articles, as a CSV file. */
  articleFeedback(): Promise<string>;
  /** Fills a database that was never written; `rows` is only called then. @returns how many rows, 0 where there was data. */
  seed(rows: () => ImportRows | Promise<ImportRows>): Promise<number>;
  /** Moves an order on its way to the customer. @returns its new state. @throws CentralError `order-unknown`, `order-step`. */
  advanceOrder(number: string, step: CentreStep): Promise<OrderState>;
  /** @returns what ends the subscription. */
  onAgentState(listener: (notice: AgentStateNotice) => void): () => void;
  /** The last known state of every operator who is signed in. */
  agentStates(): Promise<AgentStateNotice[]>;
}

const day = 24 * 3_600_000;
/** How long the answer to a mutation is kept: longer than any outbox stays unsent. */
const answersKeptMs = 180 * day;

/** Forgets what nobody can ask for any more. */
async function sweep({ database, clock, sessions }: Context): Promise<void> {
  await sessions.sweep();
  await database.db.deleteFrom('mutation').where('at', '<', new Date(clock.now() - answersKeptMs)).execute();
}

function listenError(error: unknown, host: string, port: number): CentralError {
  if (codeOf(error) === 'EADDRINUSE') return new CentralError('port-in-use', `Port ${port} on ${host} is in use. Stop the other program, or choose another port.`, error);
  const reason = error instanceof Error ? error.message : String(error);
  return new CentralError('listen-failed', `Cannot listen on ${host} port ${port}: ${reason}`, error);
}

/**
 * Opens the database and prepares the API; {@link Central.listen} opens the port.
 *
 * @throws CentralError `database-unreachable`, `folder-in-use`, `database-from-the-future`, `key-invalid`.
 */
export async function createCentral(options: CentralOptions): Promise<Central> {
  const context = await wire(options);
  const { database, bus, log, agentStates } = context;
  const { host = '127.0.0.1', port = 0 } = options;
  let app: CentralApp;
  let metrics: Metrics | null = null;
  try {
    await sweep(context);
    app = await createApp(context, {
      trustProxy: options.trustProxy ?? false,
      prepare: (made) => {
        if (options.metrics !== undefined) metrics = new Metrics(made, context, options.metrics);
      },
    });
  } catch (error) {
    await bus.close();
    await database.close();
    throw error;
  }
  const holds = new HoldKeeper(context);
  const scripts = new ScriptKeeper(context);
  let url: string | null = null;
  let metricsUrl: string | null = null;
  return {
    app,
    admin: context.administration,
    get url() {
      if (url === null) throw new Error('The central API does not listen yet');
      return url;
    },
    get metricsUrl() {
      return metricsUrl;
    },
    async listen() {
      url = await app.listen({ host, port }).catch((error: unknown) => {
        throw listenError(error, host, port);
      });
      metricsUrl = (await metrics?.listen()) ?? null;
      context.dispatcher.start();
      return url;
    },
    async close() {
      await context.dispatcher.close();
      await metrics?.close();
      await app.close();
      await holds.stop();
      await scripts.stop();
      await bus.close();
      await database.close();
    },
    import: async (rows) => await importRows(log, rows),
    importCustomers: async (text, dryRun) => await importFile(log, context.audit, customerFile(await importCountry(database.db)), { text, dryRun, ...centre }),
    importProducts: async (text, dryRun) => await importFile(log, context.audit, productFile(context.clock), { text, dryRun, ...centre }),
    importProcedures: async (text, dryRun) => await importRecords(log, context.audit, procedureFile, readRecords(text), { dryRun, ...centre }),
    importOffers: async (text, dryRun) => await importRecords(log, context.audit, offerFile, readRecords(text), { dryRun, ...centre }),
    importArticles: async (records, dryRun) => await importRecords(log, context.audit, articleFile(context.clock), records, { dryRun, ...centre }),
    importLetters: async (folder, dryRun) => await importLetters(context, folder, dryRun),
    withdrawLetter: async (key) => {
      const template = await context.letters.byKey(key);
      return template === null ? null : await context.letters.withdraw(centre, template.id);
    },
    letterTemplates: async () => await context.letters.all(),
    articleFeedback: async () => await articleFeedbackFile(database.db),
    seed: async (rows) => ((await isEmpty(database.db)) ? await importRows(log, await rows()) : 0),
    advanceOrder: async (number, step) => await advanceOrder(log, number, step),
    onAgentState: (listener) => context.agentStateChanged.subscribe(listener),
    agentStates: async () => await agentStates.list(),
  };
}
