import { identityTrail } from '../identity-trail.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** The trail of identity checks, for who leads a team: central has it, and decides who may see whose. */
export function trailHandlers({ session }: HandlerParts): HandlersOf<'identity'> {
  return { 'identity.trail': async ({ wish, cursor }) => await identityTrail(session, wish, cursor) };
}
