import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateState, mayAnswer, type GateEvent } from './gate.ts';
import { guardedClasses, identityChecks, identityPolicySchema, type IdentityCheckKey, type IdentityPolicy } from './policy.ts';

const at = '2026-11-26T10:00:00.000Z';
const customer = 'anna';
const all = new Set<IdentityCheckKey>(identityChecks);
const policy: IdentityPolicy = { checks: ['birthDate', 'postcode', 'customerNumber'], needed: { personal: 2, financial: 3, health: 0 }, tries: 3, carryMinutes: 15, betweenCalls: 'open' };

const event = (kind: GateEvent['kind'], check: IdentityCheckKey | null = null, extra: Partial<GateEvent> = {}): GateEvent => ({ customerId: customer, at, kind, check, way: null, carried: null, ...extra });

const policies = fc
  .record({
    checks: fc.uniqueArray(fc.constantFrom(...identityChecks), { minLength: 1 }),
    needed: fc.record({ personal: fc.nat(8), financial: fc.nat(8), health: fc.nat(8) }),
    tries: fc.integer({ min: 1, max: 9 }),
    carryMinutes: fc.nat(60),
    betweenCalls: fc.constantFrom('open' as const, 'masked' as const),
  })
  .map(({ needed, ...rest }): IdentityPolicy => {
    const most = (value: number): number => Math.min(value, rest.checks.length);
    return { ...rest, needed: { personal: most(needed.personal), financial: most(needed.financial), health: most(needed.health) } };
  });
const events = fc.array(
  fc.record({
    customerId: fc.constantFrom(customer, 'somebody else'),
    at: fc.constant(at),
    kind: fc.constantFrom('passed' as const, 'wrong' as const, 'gave-up' as const),
    check: fc.constantFrom(...identityChecks),
    way: fc.constantFrom('call-back' as const, null),
    carried: fc.constant(null),
  }),
  { maxLength: 30 },
);

describe('the gate', () => {
  it('opens a class with the answers it needs, and everything with the most', () => {
    const one = gateState(policy, customer, [event('passed', 'postcode')], all);
    expect(one).toMatchObject({ status: 'asking', opened: [], locked: ['personal', 'financial'], needed: 3, triesLeft: 3 });
    const two = gateState(policy, customer, [event('passed', 'postcode'), event('wrong', 'birthDate'), event('passed', 'birthDate')], all);
    expect(two).toMatchObject({ status: 'asking', opened: ['personal'], locked: ['financial'], triesLeft: 2, verifiedAt: at });
    const three = gateState(policy, customer, policy.checks.map((check) => event('passed', check)), all);
    expect(three).toMatchObject({ status: 'verified', locked: [] });
  });

  it('the same answer twice is one answer', () => {
    expect(gateState(policy, customer, [event('passed', 'postcode'), event('passed', 'postcode')], all).opened).toEqual([]);
  });

  it('shuts after the tries, keeps what was open, and hears nothing more', () => {
    const state = gateState(policy, customer, [event('passed', 'postcode'), event('passed', 'birthDate'), event('wrong', 'customerNumber'), event('wrong', 'customerNumber'), event('wrong', 'customerNumber')], all);
    expect(state).toMatchObject({ status: 'failed', opened: ['personal'], locked: ['financial'], triesLeft: 0 });
    expect(mayAnswer(policy, state, 'customerNumber', all)).toBe(false);
  });

  it('says so where the file does not hold enough to ask', () => {
    const onFile = new Set<IdentityCheckKey>(['postcode']);
    expect(gateState(policy, customer, [], onFile).status).toBe('impossible');
    expect(gateState({ ...policy, needed: { personal: 1, financial: 3, health: 0 } }, customer, [], onFile).status).toBe('asking');
  });

  it('takes over what a colleague heard, with its age and its wrong answers', () => {
    const earlier = '2026-11-26T09:52:00.000Z';
    const carried = { passed: ['postcode' as const, 'birthDate' as const], wrong: 2, at: earlier, handOverId: 'h', agentId: 'karim' };
    const state = gateState(policy, customer, [event('carried', null, { carried })], all);
    expect(state).toMatchObject({ opened: ['personal'], triesLeft: 1, verifiedAt: earlier, carriedFrom: 'karim' });
  });

  it('whoever is entered in this conversation is known', () => {
    expect(gateState(policy, customer, [event('registered')], all)).toMatchObject({ status: 'verified', locked: [] });
  });

  it('another file gives no new tries, and takes no answers along', () => {
    const asked = [event('wrong', 'postcode'), event('wrong', 'postcode'), event('passed', 'birthDate')].map((one) => ({ ...one, customerId: 'somebody else' }));
    expect(gateState(policy, customer, asked, all)).toMatchObject({ triesLeft: 1, verifiedAt: null });
    expect(gateState(policy, customer, asked, all).passed.size).toBe(0);
  });

  it('whatever happens: nothing opens without its answers, and no more than the tries are heard', () => {
    fc.assert(
      fc.property(policies, events, (rules, told) => {
        expect(identityPolicySchema.safeParse(rules).success).toBe(true);
        // As the store writes them: only what is heard becomes an event.
        const heard: GateEvent[] = [];
        for (const one of told) {
          const state = gateState(rules, one.customerId, heard, all);
          if (one.kind === 'gave-up' || mayAnswer(rules, state, one.check, all)) heard.push(one);
        }
        expect(heard.filter(({ kind }) => kind === 'wrong').length).toBeLessThanOrEqual(rules.tries);
        const state = gateState(rules, customer, heard, all);
        const right = new Set(heard.filter((one) => one.customerId === customer && one.kind === 'passed').map(({ check }) => check));
        for (const kind of guardedClasses) {
          if (rules.needed[kind] === 0) expect([...state.opened, ...state.locked]).not.toContain(kind);
          else expect(state.opened.includes(kind)).toBe(right.size >= rules.needed[kind]);
        }
        // One more right answer never shuts what was open.
        const more = gateState(rules, customer, [...heard, event('passed', rules.checks[0] ?? null)], all);
        expect(state.opened.every((kind) => more.opened.includes(kind))).toBe(true);
      }),
    );
  });

  it('a policy that asks more than it has, or the same twice, is refused', () => {
    expect(identityPolicySchema.safeParse({ ...policy, needed: { personal: 4, financial: 0, health: 0 } }).success).toBe(false);
    expect(identityPolicySchema.safeParse({ ...policy, checks: ['postcode', 'postcode', 'name'] }).success).toBe(false);
  });
});
