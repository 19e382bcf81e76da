import { z } from 'zod';
import { instantSchema } from '../ids.ts';
import type { IdentityCheck } from './entities.ts';
import { guardedBy, guardedClassSchema, identityCheckKeySchema, wayOutSchema, type GuardedClass, type IdentityCheckKey, type IdentityPolicy, type WayOut } from './policy.ts';

/** What the gate looks at of a row of the trail. */
export type GateEvent = Pick<IdentityCheck, 'customerId' | 'at' | 'kind' | 'check' | 'way' | 'carried'>;

/**
 * `verified`: all that is guarded is open. `failed`: the tries are used up. `impossible`: the file does not hold enough to ask.
 * Neither of the last two shuts what was opened before.
 */
export const gateStatusSchema = z.enum(['asking', 'verified', 'failed', 'impossible']);
export type GateStatus = z.infer<typeof gateStatusSchema>;

export interface GateState {
  readonly status: GateStatus;
  readonly passed: ReadonlySet<IdentityCheckKey>;
  readonly triesLeft: number;
  readonly opened: readonly GuardedClass[];
  readonly locked: readonly GuardedClass[];
  /** Right answers that open everything. */
  readonly needed: number;
  /** When the last right answer was given, here or by a colleague; null where there was none. */
  readonly verifiedAt: string | null;
  /** The colleague who heard it, where it came along with the call. */
  readonly carriedFrom: string | null;
  readonly wayOut: WayOut | null;
}

/**
 * Replays what happened at the gate of one conversation. Right answers count for the customer they were given for; wrong ones
 * count whoever it was, so that another file gives nobody new tries.
 *
 * @param events of the conversation, oldest first.
 * @param onFile what the customer's file can be asked about.
 */
export function gateState(policy: IdentityPolicy, customerId: string, events: readonly GateEvent[], onFile: ReadonlySet<IdentityCheckKey>): GateState {
  const guarded = guardedBy(policy);
  const needed = Math.max(0, ...guarded.map((kind) => policy.needed[kind]));
  const own = events.filter((event) => event.customerId === customerId);
  const passed = new Set(own.flatMap(passedIn).filter((check) => policy.checks.includes(check)));
  const wrong = events.reduce((sum, { kind, carried }) => sum + (kind === 'wrong' ? 1 : (carried?.wrong ?? 0)), 0);
  const triesLeft = Math.max(0, policy.tries - wrong);
  const registered = own.some(({ kind }) => kind === 'registered');
  const opened = guarded.filter((kind) => registered || passed.size >= policy.needed[kind]);
  const locked = guarded.filter((kind) => !opened.includes(kind));
  const last = own.findLast((event) => event.kind === 'registered' || passedIn(event).length > 0);
  const askable = policy.checks.filter((check) => !passed.has(check) && onFile.has(check)).length;
  const next = Math.min(...locked.map((kind) => policy.needed[kind]));
  const status = locked.length === 0 ? 'verified' : triesLeft === 0 ? 'failed' : passed.size + askable < next ? 'impossible' : 'asking';
  return {
    ...{ status, passed, triesLeft, opened, locked, needed },
    verifiedAt: last === undefined ? null : (last.carried?.at ?? last.at),
    carriedFrom: last?.carried?.agentId ?? null,
    wayOut: events.findLast(({ kind }) => kind === 'gave-up')?.way ?? null,
  };
}

function passedIn({ kind, check, carried }: GateEvent): readonly IdentityCheckKey[] {
  if (kind === 'carried') return carried?.passed ?? [];
  return kind === 'passed' && check !== null ? [check] : [];
}

/** @returns whether an answer to this check is heard now. */
export function mayAnswer(policy: IdentityPolicy, state: GateState, check: IdentityCheckKey, onFile: ReadonlySet<IdentityCheckKey>): boolean {
  return state.status === 'asking' && policy.checks.includes(check) && onFile.has(check) && !state.passed.has(check);
}

/** The gate as the workspace shows it: how far it is, and nothing of what is behind it. */
export const gateViewSchema = z.object({
  status: gateStatusSchema,
  checks: z.array(z.object({ key: identityCheckKeySchema, state: z.enum(['open', 'passed', 'not-on-file']) })),
  needed: z.number().int().min(0),
  triesLeft: z.number().int().min(0),
  locked: z.array(guardedClassSchema),
  verifiedAt: instantSchema.nullable(),
  /** The colleague who heard the answers, where they came along with a transfer. */
  verifiedBy: z.string().nullable(),
  wayOut: wayOutSchema.nullable(),
});
export type GateView = z.infer<typeof gateViewSchema>;

export function gateView(policy: IdentityPolicy, state: GateState, onFile: ReadonlySet<IdentityCheckKey>, verifiedBy: string | null): GateView {
  return {
    status: state.status,
    checks: policy.checks.map((key) => ({ key, state: state.passed.has(key) ? 'passed' : onFile.has(key) ? 'open' : 'not-on-file' })),
    needed: state.needed,
    triesLeft: state.triesLeft,
    locked: [...state.locked],
    verifiedAt: state.verifiedAt,
    verifiedBy,
    wayOut: state.wayOut,
  };
}
