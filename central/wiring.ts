import { join } from 'node:path';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { AgentAccesses } from './access/agent-access.ts';
import { Audit } from './access/audit.ts';
import { Administration } from './agents/administration.ts';
import { AgentStates, type AgentStateNotice } from './agents/agent-states.ts';
import type { CentralOptions } from './central.ts';
import type { Context, Limits } from './context.ts';
import { PostgresBus, silentBus, type Bus, type BusListener, type Notice } from './database/bus.ts';
import { openDatabase, type OpenDatabase } from './database/open.ts';
import { CentralError, loggable } from './errors.ts';
import { createSecrets, keyFromFile, newKey } from './secrets.ts';
import { QueueScripts } from './scripts/queue-scripts.ts';
import { LetterTemplates } from './letters/letter-templates.ts';
import { ScriptVersions } from './scripts/script-versions.ts';
import { Devices } from './session/devices.ts';
import { OidcSignIn } from './session/oidc.ts';
import { Sessions } from './session/sessions.ts';
import { Announcer } from './sync/announcer.ts';
import { ChangeLog, readHead } from './sync/change-log.ts';
import { Head, type News } from './sync/head.ts';
import { NewsDesk } from './sync/news-desk.ts';
import { Dispatcher } from './webhooks/dispatcher.ts';
import { Webhooks } from './webhooks/webhooks.ts';

const defaultLimits: Limits = { perUser: 10, perAddress: 60, refreshPerAddress: 300, perSession: 3_000, importsPerSession: 30 };

function keyFor({ database, key }: CentralOptions): Uint8Array {
  if (key !== undefined) return key;
  switch (database.kind) {
    case 'memory':
      return newKey();
    case 'folder':
      return keyFromFile(join(database.folder, 'central.key'));
    case 'postgres':
      throw new CentralError('key-invalid', 'With PostgreSQL a key must be given: stored secrets are sealed with it.');
  }
}

type Foundation = Pick<Context, 'logger' | 'clock' | 'database'>;

async function openBus({ database: choice }: CentralOptions, { logger, clock }: Foundation, listener: BusListener): Promise<Bus> {
  if (choice.kind !== 'postgres') return silentBus;
  return await PostgresBus.open({ url: choice.url, channel: `balie_${choice.schema ?? 'public'}`, clock, logger, listener });
}

type Told = Pick<Context, 'changed' | 'accessChanged' | 'sessionEnded' | 'agentStateChanged' | 'resumed'>;

/** What the other processes say, passed on to the listeners of this one. */
class Ear implements BusListener {
  readonly #database: OpenDatabase;
  readonly #head: Head;
  readonly #told: Told;
  readonly #onError: (error: unknown) => void;
  agentStates: AgentStates | null = null;

  constructor(database: OpenDatabase, head: Head, told: Told, onError: (error: unknown) => void) {
    this.#database = database;
    this.#head = head;
    this.#told = told;
    this.#onError = onError;
  }

  onNotice(notice: Notice): void {
    switch (notice.topic) {
      case 'changed':
        return this.#head.movedTo(notice);
      case 'session-ended':
        return this.#told.sessionEnded.publish(notice.sessionId);
      case 'access':
        return this.#told.accessChanged.publish(notice.agentId);
      case 'agent-state':
        return void this.agentStates?.heard(notice.agentId).catch(this.#onError);
    }
  }

  onResumed(): void {
    readHead(this.#database.db).then((place) => this.#head.isAt(place), this.#onError);
    this.#told.accessChanged.publish(null);
    this.#told.resumed.publish(null);
  }
}

/** Opens the database and puts the parts together. */
export async function wire(options: CentralOptions): Promise<Context> {
  const logger = options.logger ?? silentLogger;
  const clock = options.clock ?? systemClock;
  const secrets = createSecrets(keyFor(options));
  const database = await openDatabase(options.database, logger);
  const { db } = database;
  const onError = (error: unknown): void => logger.error({ err: loggable(error) }, 'a listener failed');
  const told: Told = {
    changed: new Announcer<News>(onError),
    accessChanged: new Announcer<string | null>(onError),
    sessionEnded: new Announcer<string>(onError),
    agentStateChanged: new Announcer<AgentStateNotice>(onError),
    resumed: new Announcer<null>(onError),
  };
  const head = new Head(told.changed);
  const ear = new Ear(database, head, told, onError);
  const bus = await openBus(options, { logger, clock, database }, ear).catch(async (error: unknown) => {
    await database.close();
    throw new CentralError('database-unreachable', `The database cannot be listened to: ${error instanceof Error ? error.message : String(error)}`, error);
  });
  const log = new ChangeLog(db, clock, head, bus);
  const agentStates = new AgentStates(db, told.agentStateChanged, bus);
  ear.agentStates = agentStates;
  const onEnded = (sessionId: string, agentId: string): void => {
    told.sessionEnded.publish(sessionId);
    agentStates.forget(agentId).catch(onError);
  };
  const traffic = { underWay: 0 };
  const newsDesk = new NewsDesk(told.changed, clock, () => traffic.underWay);
  const audit = new Audit(clock);
  const sessions = new Sessions({ db, clock, secrets, bus, audit, onEnded });
  const oidcOptions = options.oidc ?? null;
  const oidc = oidcOptions === null ? null : new OidcSignIn(oidcOptions, { db, clock, sessions });
  const webhooks = new Webhooks({ db, clock, secrets, audit });
  const dispatcher = new Dispatcher({ db, clock, secrets, logger, privateAllowed: options.privateWebhooks ?? false });
  const devices = new Devices(db, sessions);
  const accesses = new AgentAccesses({ db, bus, audit, sessions, changed: told.accessChanged });
  const administration = new Administration({ db, log, secrets, clock, accesses });
  const queueScripts = new QueueScripts({ db, clock, log, audit });
  const scriptVersions = new ScriptVersions({ db, clock, log, audit, queueScripts });
  const letters = new LetterTemplates({ db, clock, log, audit });
  const limits = { ...defaultLimits, ...options.limits };
  return { database, bus, clock, logger, secrets, sessions, oidc, oidcOptions, webhooks, dispatcher, devices, audit, accesses, log, administration, agentStates, scriptVersions, queueScripts, letters, traffic, newsDesk, ...told, limits };
}
