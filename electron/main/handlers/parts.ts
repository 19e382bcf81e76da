import type { BrowserWindow } from 'electron';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { CentralSession } from '../../settings/central-session.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { Telephony } from '../../telephony/telephony.ts';
import type { PasswordCheck } from '../../settings/password-check.ts';
import type { AgentDesk } from '../agent-desk.ts';
import type { DatabaseCare } from '../database-care.ts';
import type { Equipment } from '../equipment.ts';
import type { DialRequests } from '../dial-requests.ts';
import type { IdleLock } from '../idle-lock.ts';
import type { LocalDatabase } from '../local-database.ts';
import type { MainState } from '../main-state.ts';
import type { Office } from '../office/office.ts';
import type { Recordings } from '../recordings.ts';
import type { StoreHost } from '../store-host.ts';
import type { UnsentKeeper } from '../unsent-keeper.ts';

/** The rooms of main that answer what the workspace asks. */
export interface HandlerParts {
  readonly state: MainState;
  readonly session: CentralSession;
  readonly lock: IdleLock;
  readonly passwordCheck: PasswordCheck;
  readonly telephony: Telephony;
  readonly desk: AgentDesk;
  readonly dialRequests: DialRequests;
  readonly recordings: Recordings;
  readonly settings: SettingsStore;
  readonly equipment: Equipment;
  readonly store: StoreHost;
  readonly office: Office;
  readonly unsent: UnsentKeeper;
  readonly database: LocalDatabase;
  readonly databaseCare: DatabaseCare;
  readonly applySettings: () => void;
  readonly window: () => BrowserWindow | null;
  readonly logFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

type AllHandlers = Handlers<MainContract>;

/** The handlers of the calls whose names begin with one of these words. */
export type HandlersOf<Area extends string> = { readonly [N in keyof AllHandlers as N extends `${Area}.${string}` ? N : never]: AllHandlers[N] };
