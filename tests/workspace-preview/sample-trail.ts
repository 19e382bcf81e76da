import type { IdentityCheck } from '#shared/domain/identity/entities.ts';
import type { TrailNames, TrailNamesWish, TrailWish } from '#shared/domain/identity/trail.ts';
import { displayName } from '../../electron/store/queries/display-name.ts';
import { agent, customers, queue, sampleId } from './sample-data.ts';
import { colleagues } from './sample-people.ts';

const none = { check: null, way: null, carried: null, opened: [] } as const;
const answers: readonly (Pick<IdentityCheck, 'kind'> & Partial<IdentityCheck>)[] = [
  { kind: 'passed', check: 'postcode', opened: ['personal', 'financial'] },
  { kind: 'wrong', check: 'postcode' },
  { kind: 'passed', check: 'birthDate', opened: ['personal'] },
  { kind: 'carried', carried: { passed: ['birthDate', 'customerNumber'], wrong: 0, at: null, handOverId: sampleId(11, 1), agentId: colleagues[0]!.id }, opened: ['personal', 'financial'] },
  { kind: 'gave-up', way: 'call-back' },
  { kind: 'wrong', check: 'customerNumber' },
  { kind: 'registered', opened: ['personal', 'financial'] },
];

/** A day of identity checks at central, the newest first; more than one page of them. */
export function sampleTrail({ from, until, agentId, customerId, kind }: TrailWish, cursor: string | null): { items: IdentityCheck[]; next: string | null } {
  const now = Date.now();
  const all = Array.from({ length: 30 }, (_, place): IdentityCheck => {
    const at = new Date(now - place * 17 * 60_000).toISOString();
    const answer = answers[place % answers.length]!;
    const call = Math.floor(place / 3);
    return { id: sampleId(70, place + 1), version: 1, updatedAt: at, interactionId: sampleId(4, call + 1), customerId: customers[call % customers.length]!.customer.id, queueId: queue.id, agentId: call % 2 === 0 ? agent.id : colleagues[0]!.id, at, ...none, ...answer, opened: [...(answer.opened ?? [])] };
  });
  const wanted = all.filter((line) => (from === null || line.at >= from) && (until === null || line.at < until) && (agentId === null || line.agentId === agentId) && (customerId === null || line.customerId === customerId) && (kind === null || line.kind === kind));
  const start = cursor === null ? 0 : Number(cursor);
  return { items: wanted.slice(start, start + 20), next: wanted.length > start + 20 ? String(start + 20) : null };
}

/** As the store would say it. */
export function sampleNames({ customers: wanted, agents, queues }: TrailNamesWish): TrailNames {
  const names = (ids: readonly string[], all: readonly (readonly [string, string])[]): Record<string, string> => Object.fromEntries(all.filter(([id]) => ids.includes(id)));
  return {
    customers: names(wanted, customers.map(({ customer }) => [customer.id, displayName(customer)])),
    agents: names(agents, [[agent.id, agent.name], ...colleagues.map(({ id, name }): [string, string] => [id, name])]),
    queues: names(queues, [[queue.id, queue.name]]),
  };
}
