import { queueOverview } from '../queue-overview.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** Figures of queues, for who leads them: central has them, and decides who may see them. */
export function figuresHandlers({ session }: HandlerParts): HandlersOf<'figures'> {
  return { 'figures.queues': async (wish) => await queueOverview(session, wish) };
}
