import type { Migration } from '../migrate.ts';
import { entities } from './0010-entities.ts';
import { changeLog } from './0020-change-log.ts';
import { sessions } from './0030-sessions.ts';
import { workplace } from './0040-workplace.ts';
import { telephone } from './0050-telephone.ts';
import { customerFile } from './0060-customer-file.ts';
import { orders } from './0070-orders.ts';
import { dataExports } from './0090-data-exports.ts';
import { access } from './0100-access.ts';
import { oidc } from './0105-oidc.ts';
import { webhooks } from './0110-webhooks.ts';
import { scriptEvents } from './0120-script-events.ts';
import { audiences } from './0140-audiences.ts';
import { listIndexes } from './0141-list-indexes.ts';
import { identity } from './0150-identity.ts';
import { knowledge } from './0170-knowledge.ts';
import { quality } from './0180-quality.ts';
import { casework } from './0190-casework.ts';
import { scriptVersions } from './0200-script-versions.ts';
import { letters } from './0210-letters.ts';
import { queueScriptPlans } from './0230-queue-script-plans.ts';
import { carriedScripts } from './0240-carried-scripts.ts';
import { queueObjections } from './0250-queue-objections.ts';

/** In order. A migration that has been released is never edited: the next number mends it. */
export const migrations: readonly Migration[] = [entities, changeLog, sessions, workplace, telephone, customerFile, orders, dataExports, access, oidc, webhooks, scriptEvents, audiences, listIndexes, identity, knowledge, quality, casework, scriptVersions, letters, queueScriptPlans, carriedScripts, queueObjections];
