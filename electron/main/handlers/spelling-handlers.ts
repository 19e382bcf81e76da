import path from 'node:path';
import { app, session } from 'electron';
import { Dictionaries } from '../dictionaries.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** Which languages are written in. */
export function spellingHandlers({ logger }: HandlerParts): HandlersOf<'spelling'> {
  const dictionaries = new Dictionaries({
    source: path.join(app.getAppPath(), 'resources/dictionaries'),
    profile: path.join(app.getPath('userData'), 'Dictionaries'),
    session: session.defaultSession,
    logger,
  });
  return { 'spelling.use': ({ languages }) => dictionaries.use(languages) };
}
