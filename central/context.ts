import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { AgentAccesses } from './access/agent-access.ts';
import type { Audit } from './access/audit.ts';
import type { Administration } from './agents/administration.ts';
import type { AgentStates, AgentStateNotice } from './agents/agent-states.ts';
import type { Bus } from './database/bus.ts';
import type { OpenDatabase } from './database/open.ts';
import type { Secrets } from './secrets.ts';
import type { OidcOptions, OidcSignIn } from './session/oidc.ts';
import type { Devices } from './session/devices.ts';
import type { Sessions } from './session/sessions.ts';
import type { QueueScripts } from './scripts/queue-scripts.ts';
import type { LetterTemplates } from './letters/letter-templates.ts';
import type { ScriptVersions } from './scripts/script-versions.ts';
import type { Dispatcher } from './webhooks/dispatcher.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { Announcer } from './sync/announcer.ts';
import type { ChangeLog } from './sync/change-log.ts';
import type { News } from './sync/head.ts';
import type { NewsDesk } from './sync/news-desk.ts';

/** The parts that the routes work with, wired once in `central.ts`. */
export interface Context {
  readonly database: OpenDatabase;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly secrets: Secrets;
  readonly sessions: Sessions;
  /** null: the centre has no provider of identities. */
  readonly oidc: OidcSignIn | null;
  readonly oidcOptions: OidcOptions | null;
  readonly webhooks: Webhooks;
  readonly dispatcher: Dispatcher;
  readonly devices: Devices;
  readonly audit: Audit;
  readonly accesses: AgentAccesses;
  readonly log: ChangeLog;
  readonly administration: Administration;
  readonly agentStates: AgentStates;
  readonly scriptVersions: ScriptVersions;
  readonly queueScripts: QueueScripts;
  readonly letters: LetterTemplates;
  /** The newest place in the log after each commit, of whichever process, and whom it concerns. */
  readonly changed: Announcer<News>;
  /** How many requests this process is answering. */
  readonly traffic: { underWay: number };
  /** Who listens for news. */
  readonly newsDesk: NewsDesk;
  /** What an agent may have is another; null: what everybody may. */
  readonly accessChanged: Announcer<string | null>;
  readonly agentStateChanged: Announcer<AgentStateNotice>;
  /** Sessions that were signed out or revoked. */
  readonly sessionEnded: Announcer<string>;
  /** The line to the other processes was broken and stands again: what they said meanwhile was not heard. */
  readonly resumed: Announcer<null>;
  readonly limits: Limits;
}

/** Requests a minute, in each process: attempts at the doors that need no token, and what one session may ask. */
export interface Limits {
  readonly perUser: number;
  readonly perAddress: number;
  readonly refreshPerAddress: number;
  readonly perSession: number;
  readonly importsPerSession: number;
}
