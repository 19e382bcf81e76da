import { isoNow } from '#shared/domain/clock.ts';
import type { Interaction } from '#shared/domain/entities.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { checksOnFile, isRightAnswer, type IdentityFacts } from '#shared/domain/identity/compare.ts';
import type { CarriedIdentity, IdentityCheck } from '#shared/domain/identity/entities.ts';
import { gateState, gateView, mayAnswer, type GateView } from '#shared/domain/identity/gate.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { handOverTo } from '../queries/hand-overs.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { found, refused, type StoreContext } from '../services/context.ts';
import { addPromise } from '../services/file-work.ts';
import { sendNew } from '../services/interaction-outbox.ts';
import { eventsOf, gateOf, openConversations, policyOf, type Gate } from './conversations.ts';

type Input<N extends 'identity.answer' | 'identity.giveUp'> = ParsedInput<StoreContract, N>;

const minuteMs = 60_000;

function factsOf(db: ReadDb, customerId: string, callingNumber: string | null): IdentityFacts {
  return {
    customer: found(tables.customer.get(db, customerId), 'customer'),
    contactPoints: tables.contactPoint.listBy(db, 'customerId', customerId),
    addresses: tables.address.listBy(db, 'customerId', customerId),
    callingNumber,
  };
}

/** The gate of a conversation as the workspace shows it. */
export function gateViewOf(context: StoreContext, interaction: Interaction): GateView | null {
  const { db } = context;
  const onFile = (customerId: string): ReturnType<typeof checksOnFile> => checksOnFile(factsOf(db, customerId, interaction.number));
  const gate = gateOf(db, interaction, context.agentId(), onFile);
  if (gate === null) return null;
  const { carriedFrom } = gate.state;
  return gateView(gate.policy, gate.state, onFile(gate.customerId), carriedFrom === null ? null : (tables.agent.get(db, carriedFrom)?.name ?? null));
}

interface Happened extends Pick<IdentityCheck, 'kind'> {
  readonly check?: IdentityCheck['check'];
  readonly way?: IdentityCheck['way'];
  readonly carried?: IdentityCheck['carried'];
}

/** Writes one line of the trail: here, and on its way to central. */
function writeDown(context: StoreContext, db: WriteDb, { interaction, gate }: { readonly interaction: Interaction; readonly gate: Gate }, happened: Happened): void {
  const at = isoNow(context.clock);
  const event = { customerId: gate.customerId, at, check: null, way: null, carried: null, ...happened };
  const after = gateState(gate.policy, gate.customerId, [...eventsOf(db, interaction.id), event], new Set(gate.policy.checks));
  const row: IdentityCheck = { ...event, id: newId(), version: 0, updatedAt: at, interactionId: interaction.id, queueId: interaction.queueId, agentId: context.agentId(), opened: [...after.opened] };
  tables.identityCheck.put(db, row);
  sendNew(db, 'identityCheck', row, at);
}

function gateInHand(context: StoreContext, db: ReadDb, interactionId: string): { interaction: Interaction; gate: Gate; facts: IdentityFacts } {
  const interaction = found(tables.interaction.get(db, interactionId), 'interaction');
  if (interaction.state === 'closed') throw refused('interactionId', 'closed');
  const gate = gateOf(db, interaction, context.agentId(), (customerId) => checksOnFile(factsOf(db, customerId, interaction.number)));
  if (gate === null) throw new BalieError('identity.not-heard', 'nothing is asked in this conversation');
  return { interaction, gate, facts: factsOf(db, gate.customerId, interaction.number) };
}

/**
 * Compares what the caller said with the file. What was typed ends here: the trail has which check it was and whether it was right.
 * @throws {BalieError} `identity.not-heard` where this is not asked, was answered already, or the tries are used up.
 */
export function answerCheck(context: StoreContext, { interactionId, check, answer }: Input<'identity.answer'>): boolean {
  return context.db.write((db) => {
    const { interaction, gate, facts } = gateInHand(context, db, interactionId);
    if (!mayAnswer(gate.policy, gate.state, check, checksOnFile(facts))) throw new BalieError('identity.not-heard', 'this is not asked now', { details: { check, status: gate.state.status } });
    const right = isRightAnswer(check, answer, facts);
    writeDown(context, db, { interaction, gate }, { kind: right ? 'passed' : 'wrong', check });
    return right;
  });
}

/** The caller cannot show who they are. @returns the customer, for whom a call-back may have been promised. */
export function giveUp(context: StoreContext, { interactionId, way, promised }: Input<'identity.giveUp'>): string {
  return context.db.write((db) => {
    const { interaction, gate } = gateInHand(context, db, interactionId);
    writeDown(context, db, { interaction, gate }, { kind: 'gave-up', way });
    if (promised !== null) addPromise(context, { customerId: gate.customerId, interactionId, queueId: interaction.queueId, caseId: null, priority: 'normal', mine: true, ...promised });
    return gate.customerId;
  });
}

/** What of the gate goes along with a transfer: how far the caller got, and how many tries are gone. */
export function carriedBy(context: StoreContext, db: ReadDb, interaction: Interaction): CarriedIdentity | null {
  const gate = gateOf(db, interaction, context.agentId());
  if (gate === null) return null;
  const { passed, triesLeft, verifiedAt } = gate.state;
  return { passed: [...passed], wrong: gate.policy.tries - triesLeft, at: verifiedAt };
}

/**
 * Takes over what a colleague had checked of the caller they put through, once, when the hand-over, the call and the customer have
 * come together. Right answers that are older than the policy allows are asked again; wrong ones stay wrong.
 */
export function adoptCarried(context: StoreContext, db: WriteDb, interaction: Interaction): void {
  const me = context.agentId();
  const policy = policyOf(db, interaction, me);
  const gate = policy === null ? null : gateOf(db, interaction, me);
  const handOver = gate === null ? null : handOverTo(db, interaction, me);
  if (gate === null || handOver?.identity == null || handOver.customerId === null || survivorOf(db, handOver.customerId) !== gate.customerId) return;
  if (eventsOf(db, interaction.id).some(({ carried }) => carried?.handOverId === handOver.id)) return;
  const { identity } = handOver;
  const ageMs = identity.at === null ? 0 : context.clock.now() - Date.parse(identity.at);
  const passed = ageMs <= gate.policy.carryMinutes * minuteMs ? identity.passed : [];
  if (passed.length === 0 && identity.wrong === 0) return;
  writeDown(context, db, { interaction, gate }, { kind: 'carried', carried: { ...identity, passed, handOverId: handOver.id, agentId: handOver.agentId } });
}

/** A customer who is entered during a conversation is known by what they say: there is nothing to compare it with. */
export function registerNewcomer(context: StoreContext, db: WriteDb, customerId: string): void {
  const me = context.agentId();
  for (const { id, nearness, policy } of openConversations(db, me)) {
    const interaction = nearness === 'talking' && policy !== null ? tables.interaction.get(db, id) : undefined;
    if (interaction === undefined || policy === null) continue;
    const state = gateState(policy, customerId, [], new Set(policy.checks));
    writeDown(context, db, { interaction, gate: { policy, customerId, state } }, { kind: 'registered' });
  }
}
