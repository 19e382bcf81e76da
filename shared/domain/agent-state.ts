import { z } from 'zod';
import { assertNever } from './errors.ts';
import { idSchema, instantSchema } from './ids.ts';

/** Why an operator is not ready (the Dutch words stand in the locale files). */
export const notReadyReasons = ['signed-in', 'break', 'lunch', 'training', 'meeting', 'administration', 'technical'] as const;
export const notReadyReasonSchema = z.enum(notReadyReasons);
export type NotReadyReason = z.infer<typeof notReadyReasonSchema>;

/**
 * What the operator is doing, as queues see it. `after` is where a wrap-up returns to: an operator
 * who asked for a break during the call gets it.
 */
const afterSchema = z.union([z.literal('available'), notReadyReasonSchema]);
export const agentStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-ready'), reason: notReadyReasonSchema, since: instantSchema }),
  z.object({ state: z.literal('available'), since: instantSchema }),
  z.object({ state: z.literal('on-call'), since: instantSchema, after: afterSchema }),
  z.object({ state: z.literal('wrap-up'), since: instantSchema, after: afterSchema, callId: idSchema }),
]);
export type AgentState = z.infer<typeof agentStateSchema>;

export type AgentEvent =
  | { readonly type: 'set-available' }
  | { readonly type: 'set-not-ready'; readonly reason: NotReadyReason }
  | { readonly type: 'call-started' }
  /** The last live call ended; `wrapUp` is false when it was never answered. */
  | { readonly type: 'calls-ended'; readonly callId: string; readonly wrapUp: boolean }
  | { readonly type: 'wrapped-up'; readonly callId: string };

type After = z.infer<typeof afterSchema>;

function rest(after: After, since: string): AgentState {
  return after === 'available' ? { state: 'available', since } : { state: 'not-ready', reason: after, since };
}

function afterOf(state: AgentState): After {
  switch (state.state) {
    case 'available':
      return 'available';
    case 'not-ready':
      return state.reason;
    case 'on-call':
    case 'wrap-up':
      return state.after;
  }
}

/** What a line has to know of its operator. */
export interface Readiness {
  /** Whether they take new calls, now or once what they are busy with is done. */
  readonly isReady: boolean;
  /** Why they are not ready now; null in a conversation or its wrap-up, whatever comes after. */
  readonly notReady: NotReadyReason | null;
}

export function readinessOf(state: AgentState): Readiness {
  return { isReady: afterOf(state) === 'available', notReady: state.state === 'not-ready' ? state.reason : null };
}

/**
 * The agent's next state. During a call or a wrap-up a request for another state is kept for
 * afterwards. A new state has a new `since`; an event that changes nothing returns the same object.
 */
export function nextAgentState(current: AgentState, event: AgentEvent, at: string): AgentState {
  switch (event.type) {
    case 'set-available':
    case 'set-not-ready': {
      const after: After = event.type === 'set-available' ? 'available' : event.reason;
      if (current.state === 'on-call' || current.state === 'wrap-up') return { ...current, after };
      return afterOf(current) === after ? current : rest(after, at);
    }
    case 'call-started':
      return current.state === 'on-call' ? current : { state: 'on-call', since: at, after: afterOf(current) };
    case 'calls-ended':
      if (current.state !== 'on-call') return current;
      return event.wrapUp ? { state: 'wrap-up', since: at, after: current.after, callId: event.callId } : rest(current.after, at);
    case 'wrapped-up':
      return current.state === 'wrap-up' && current.callId === event.callId ? rest(current.after, at) : current;
    default:
      return assertNever(event);
  }
}
