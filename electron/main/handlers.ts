import { behindTheLock } from '#shared/domain/behind-the-lock.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import { callHandlers } from './handlers/call-handlers.ts';
import { deviceHandlers } from './handlers/device-handlers.ts';
import { equipmentHandlers } from './handlers/equipment-handlers.ts';
import { figuresHandlers } from './handlers/figures-handlers.ts';
import { lineHandlers } from './handlers/line-handlers.ts';
import { officeHandlers } from './handlers/office-handlers.ts';
import type { HandlerParts } from './handlers/parts.ts';
import { recordingHandlers } from './handlers/recording-handlers.ts';
import { scriptHandlers } from './handlers/script-handlers.ts';
import { sessionHandlers } from './handlers/session-handlers.ts';
import { spellingHandlers } from './handlers/spelling-handlers.ts';
import { templateHandlers } from './handlers/template-handlers.ts';
import { trailHandlers } from './handlers/trail-handlers.ts';

/** What the workspace may ask of main, room by room. */
export function createHandlers(parts: HandlerParts): Handlers<MainContract> {
  return {
    'snapshot.get': () => behindTheLock(parts.state.snapshot),
    ...sessionHandlers(parts),
    ...callHandlers(parts),
    ...lineHandlers(parts),
    ...deviceHandlers(parts),
    ...equipmentHandlers(parts),
    ...recordingHandlers(parts),
    ...officeHandlers(parts),
    ...scriptHandlers(parts),
    ...templateHandlers(parts),
    ...figuresHandlers(parts),
    ...trailHandlers(parts),
    ...spellingHandlers(parts),
  };
}
