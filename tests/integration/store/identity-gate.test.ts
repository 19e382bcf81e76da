import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { IdentityPolicy } from '#shared/domain/identity/policy.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { connect, type Client } from '#shared/ipc/client.ts';
import type { CallInput, CallName, CallOutput, Port } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import { storeContract, type StoreContract } from '#shared/ipc/store-list.ts';
import { Connection } from '../../../electron/store/database/connection.ts';
import { Applier } from '../../../electron/sync/applier.ts';
import type { TestCentre } from '../../fixtures/centre.ts';
import { orderRow } from '../../fixtures/ordering.ts';
import { portPair } from '../../workspace-preview/port-pair.ts';
import { withDatabase } from './support/raw-database.ts';
import { recordingLogger } from './support/recording-logger.ts';
import { everyQuestion } from './support/every-question.ts';
import { anySecrets, rowsOf, valuesOf, type SecretRows, type Secrets } from './support/secret-customer.ts';
import { outboxOf, seed } from './support/seed.ts';
import { answer, hangUp, now, ring, storeBench, type StartedCall, type StoreBench } from './support/store-bench.ts';

const policy: IdentityPolicy = {
  checks: ['name', 'birthDate', 'postcode', 'address', 'phoneEnding', 'email', 'customerNumber', 'vatNumber'],
  needed: { personal: 2, financial: 3, health: 3 },
  tries: 3,
  carryMinutes: 15,
  betweenCalls: 'open',
};

interface Desk extends StoreBench {
  readonly centre: TestCentre;
  /** A workspace of which every message that the store posts to it is kept, as it was posted. */
  readonly listened: Client<StoreContract>;
  readonly posted: string[];
  readonly logged: readonly object[];
}

/** Rows as sync brings them. */
function bring(path: string, rows: readonly { readonly entity: string; readonly row: { readonly id: string; readonly version: number } }[]): void {
  withDatabase(path, (handle) => {
    const applier = new Applier(new Connection(handle, { clock: systemClock, logger: silentLogger }), { clock: systemClock, logger: silentLogger });
    applier.applyChanges(
      rows.map(({ entity, row }) => ({ entity, id: row.id, version: row.version, row })),
      `test-${newId()}`,
    );
    applier.refreshWords();
  });
}

async function desk(asked: IdentityPolicy | null = policy): Promise<Desk> {
  const { logger, lines } = recordingLogger();
  const bench = storeBench({ logger });
  await bench.open();
  const centre = seed(bench.path);
  bring(bench.path, [{ entity: 'queue', row: { ...centre.queue, version: 2, identity: asked } as never }]);
  const posted: string[] = [];
  const { near, far } = portPair();
  const recording: Port = { post: (message) => (posted.push(JSON.stringify(message)), near.post(message)), listen: (handler) => near.listen(handler) };
  bench.store.attachWorkspace(recording);
  return { ...bench, centre, posted, logged: lines, listened: connect(storeContract, far) };
}

/** Work of this customer that central refused, a value that lost, and a form that was begun. */
function parkWork(path: string, { customerId, ids }: SecretRows, secrets: Secrets): void {
  const patch = JSON.stringify({ familyName: secrets.familyName });
  withDatabase(path, (handle) => {
    handle
      .prepare("INSERT INTO outbox (id, entity, entity_id, base_version, patch, base, at, state, code) VALUES (?, 'customer', ?, 1, ?, ?, ?, 'rejected', 'invalid')")
      .run(ids.point, customerId, patch, JSON.stringify({ familyName: secrets.texts[17] }), now());
    handle
      .prepare("INSERT INTO superseded_value (entity, entity_id, field, value, kept, written_at, decided_at, decision) VALUES ('customer', ?, 'familyName', ?, ?, ?, ?, 'theirs')")
      .run(customerId, JSON.stringify(secrets.texts[13]), JSON.stringify(secrets.familyName), now(), now());
    handle.prepare("INSERT INTO journal (interaction_id, field, value, saved_at) VALUES (?, 'form.address.new.street', ?, ?)").run(customerId, secrets.familyName, now());
  });
}

async function lockedCall(of: Desk, customerId: string): Promise<StartedCall> {
  const call = await ring(of, null, of.centre.queue.key);
  await answer(of, call);
  await of.listened.call('interaction.linkCustomer', { id: call.interactionId, customerId });
  return call;
}

/** Ends a conversation, so that the next one is the only one. */
async function over(of: Desk, call: StartedCall): Promise<void> {
  await hangUp(of, call);
  await of.listened.call('interaction.close', { id: call.interactionId, outcomeId: of.centre.outcomes[0].id, sentence: '', note: '', captured: {} });
}

function found(text: string, secrets: Secrets): string[] {
  return valuesOf(secrets).filter((value) => text.includes(JSON.stringify(value).slice(1, -1)));
}

it('no value of a locked customer crosses the port, whatever is asked, nor is it exported or logged', async () => {
  const of = await desk();
  const [slot, product] = [of.centre.shop.capacitySlot[0]!, of.centre.shop.product[0]!];
  await fc.assert(
    fc.asyncProperty(anySecrets, async (secrets) => {
      const rows = rowsOf(secrets, slot.id, product.id);
      bring(of.path, rows.rows);
      const call = await lockedCall(of, rows.customerId);
      parkWork(of.path, rows, secrets);
      of.posted.length = 0;
      // Found by a part of what the file says, so that every list has this customer in it.
      const typed = secrets.familyName.replace(/^\W*/, '').slice(-12, -3);
      for (const [name, inputs] of Object.entries(everyQuestion(call, rows, typed)) as [CallName<StoreContract>, readonly never[]][]) {
        for (const input of inputs) await of.listened.call(name, input).catch(() => undefined);
      }
      await of.main.call('interaction.transferred', { callId: call.callId, kind: 'blind', target: '203', note: 'Vraag over de factuur.', at: now() });
      expect(of.posted.length).toBeGreaterThan(50);
      expect(found(of.posted.join('\n'), secrets)).toEqual([]);
      for (const request of [{ list: 'customers', text: typed }, { list: 'timeline', customerId: rows.customerId }, { list: 'history', text: '', kind: 'all' }, { list: 'orders', customerId: rows.customerId }, { list: 'products', text: '' }, { list: 'due', whose: 'all' }, { list: 'reservations' }, { list: 'cases' }, { list: 'unsent' }] as const) {
        for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
          const page: CallOutput<StoreControlContract, 'export.page'> = await of.main.call('export.page', { request, after, language: 'nl' });
          expect(found(JSON.stringify(page.rows), secrets)).toEqual([]);
          after = page.next;
        }
      }
      expect(found(JSON.stringify(of.logged), secrets)).toEqual([]);
      // The same questions show it when there is no conversation that forbids it: it is really there.
      await over(of, call);
      of.posted.length = 0;
      await of.listened.call('customer.get', { id: rows.customerId });
      expect(found(of.posted.join('\n'), secrets)).toEqual(expect.arrayContaining([secrets.familyName, secrets.birthDate, secrets.phone, secrets.email, secrets.street, secrets.postcode, secrets.texts[4]]));
    }),
    { numRuns: 12 },
  );
});

const three: IdentityPolicy = { checks: ['birthDate', 'postcode', 'customerNumber'], needed: { personal: 1, financial: 2, health: 0 }, tries: 2, carryMinutes: 15, betweenCalls: 'open' };

const answerOf = (of: Desk, call: StartedCall, check: 'birthDate' | 'address' | 'postcode' | 'customerNumber', said: string): Promise<{ right: boolean; file: InteractionFile }> =>
  of.listened.call('identity.answer', { interactionId: call.interactionId, check, answer: said });

it('opens as the caller answers: what was asked for, then the rest; the trail goes to central and has no word of what was said', async () => {
  const of = await desk(three);
  const customer = of.centre.customers[0]!;
  const changes: string[] = [];
  of.listened.on('access.changed', () => changes.push('access'));
  const call = await lockedCall(of, customer.id);
  expect(changes.length).toBeGreaterThan(0);
  const shut = await of.listened.call('interaction.get', { id: call.interactionId });
  expect(shut.gate).toMatchObject({ status: 'asking', triesLeft: 2, needed: 2, locked: ['personal', 'financial'] });
  // Nobody is asked for a name here: it is what the operator greets with.
  expect(shut.customer).toMatchObject({ customer: { familyName: 'De Smet', birthDate: null, customerNumber: '•••' } });
  expect(await answerOf(of, call, 'postcode', '9999')).toMatchObject({ right: false, file: { gate: { triesLeft: 1 } } });
  const opened = await answerOf(of, call, 'postcode', ' b-9000 ');
  expect(opened).toMatchObject({ right: true, file: { gate: { status: 'asking', locked: ['financial'] } } });
  // What may still be asked is not shown, though its class is open.
  expect(opened.file.customer).toMatchObject({ customer: { birthDate: null }, contactPoints: [{ value: customer.phone }], addresses: [{ postcode: '9000', street: 'Coupure Links' }] });
  await expect(of.listened.call('order.list', { customerId: customer.id })).rejects.toMatchObject({ code: 'identity.locked' });
  const all = await answerOf(of, call, 'birthDate', '12 april 1980');
  expect(all).toMatchObject({ right: true, file: { gate: { status: 'verified', locked: [] }, customer: { masked: [], customer: { birthDate: '1980-04-12' } } } });
  expect(await of.listened.call('order.list', { customerId: customer.id })).toMatchObject({ orders: [] });
  const trail = outboxOf(of.path).filter(({ entity }) => entity === 'identityCheck');
  expect(trail.map(({ patch }) => [patch['kind'], patch['check'], patch['opened']])).toEqual([
    ['wrong', 'postcode', []],
    ['passed', 'postcode', ['personal']],
    ['passed', 'birthDate', ['personal', 'financial']],
  ]);
  expect(JSON.stringify(trail)).not.toMatch(/9999|9000|april|1980/);
  await expect(answerOf(of, call, 'postcode', '9000')).rejects.toMatchObject({ code: 'identity.not-heard' });
});

it('after the tries nothing is heard any more, for no file; a call-back can be promised', async () => {
  const of = await desk(three);
  const [customer, other] = [of.centre.customers[0]!, of.centre.customers[1]!];
  const call = await lockedCall(of, customer.id);
  await answerOf(of, call, 'postcode', '1000');
  await of.listened.call('interaction.linkCustomer', { id: call.interactionId, customerId: other.id });
  expect(await answerOf(of, call, 'birthDate', '1 januari 2001')).toMatchObject({ right: false, file: { gate: { status: 'failed', triesLeft: 0 } } });
  await expect(answerOf(of, call, 'postcode', '9000')).rejects.toMatchObject({ code: 'identity.not-heard', details: { status: 'failed' } });
  const due = new Date(Date.now() + 3_600_000).toISOString();
  const file = await of.listened.call('identity.giveUp', { interactionId: call.interactionId, way: 'call-back', promised: { text: 'Terugbellen op het bekende nummer', dueAt: due } });
  expect(file).toMatchObject({ gate: { wayOut: 'call-back' }, customer: { promises: [{ dueAt: due }] } });
  // Between calls the number is there to be called back.
  await over(of, call);
  expect(await of.listened.call('customer.get', { id: other.id })).toMatchObject({ masked: [], contactPoints: [{ value: other.phone }] });
});

it('nobody overwrites what they may not see; what is open can be changed, and things can be written down', async () => {
  const of = await desk(three);
  const { id: customerId } = of.centre.customers[0]!;
  const call = await lockedCall(of, customerId);
  const change = (value: CallInput<StoreContract, 'customer.change'>['change']): Promise<unknown> => of.listened.call('customer.change', { id: customerId, change: value });
  const locked = { code: 'identity.locked' };
  await expect(change({ customer: { birthDate: '1990-01-01' } })).rejects.toMatchObject(locked);
  await expect(change({ contactPoints: [{ kind: 'mobile', value: '0470 99 88 77', preferred: true }] })).rejects.toMatchObject(locked);
  await expect(change({ addresses: [{ kind: 'delivery', street: 'Veldstraat', houseNumber: '1', box: null, postcode: '9000', town: 'Gent', country: 'BE' }] })).rejects.toMatchObject(locked);
  await expect(of.listened.call('customer.merge', { survivorId: customerId, mergedId: of.centre.customers[1]!.id, taken: [] })).rejects.toMatchObject(locked);
  expect(outboxOf(of.path).map(({ entity }) => entity)).toEqual([]);
  await change({ customer: { language: 'fr' } });
  await of.listened.call('consent.add', { customerId, interactionId: call.interactionId, channel: 'phone', purpose: 'any', state: 'withdrawn', source: 'call', how: 'Wil niet meer gebeld worden.' });
  expect(outboxOf(of.path).map(({ entity }) => entity)).toEqual(['customer', 'consent']);
});

it('an order shows where it goes, and where it was to go, only when that is not asked any more; till then it goes nowhere else', async () => {
  const of = await desk({ ...policy, checks: ['birthDate', 'address', 'postcode'], needed: { personal: 1, financial: 0, health: 3 } });
  const { id: customerId } = of.centre.customers[0]!;
  const former = { street: 'Veldstraat', houseNumber: '7', box: null, postcode: '8000', town: 'Brugge', country: 'BE' };
  const delivery = { ...former, street: 'Coupure Links', houseNumber: '48', postcode: '9000', town: 'Gent' };
  const row = orderRow({ customerId, version: 1, delivery, history: [{ state: 'confirmed', at: now(), by: null, redirected: { address: { from: former, to: delivery } } }] });
  bring(of.path, [{ entity: 'order', row }]);
  const call = await lockedCall(of, customerId);
  await answerOf(of, call, 'birthDate', '12 april 1980');
  const wish = { delivery, priority: 'urgent', slotId: null } as const;
  const asked = async (): Promise<string> => JSON.stringify([await of.listened.call('order.list', { customerId }), await of.listened.call('customer.timeline', { customerId, kinds: ['order'] })]);
  expect(await asked()).toContain('O-100204');
  expect(await asked()).not.toMatch(/Veldstraat|Coupure|Brugge|Gent|8000|9000/);
  for (const name of ['order.redirected', 'order.redirect'] as const) await expect(of.listened.call(name, { id: row.id, wish })).rejects.toMatchObject({ code: 'identity.locked' });
  expect(outboxOf(of.path).filter(({ entity }) => entity === 'order')).toEqual([]);
  await answerOf(of, call, 'address', 'Coupure Links 48');
  await answerOf(of, call, 'postcode', '9000');
  expect(await asked()).toMatch(/Coupure Links.*Veldstraat/);
});

it('a list that was searched shows of nobody more than what was typed', async () => {
  const of = await desk(policy);
  await lockedCall(of, of.centre.customers[1]!.id);
  const hits = await of.listened.call('customer.search', { text: 'smet gen' });
  expect(hits[0]).toMatchObject({ name: '••• Smet', street: '•••', town: '•••', customerNumber: '•••' });
});

it('files of others stay shut while somebody is on the line, and open again afterwards; a ringing telephone shuts only its own', async () => {
  const of = await desk(three);
  const [mine, other] = [of.centre.customers[0]!, of.centre.customers[1]!];
  const maskedOf = async (id: string): Promise<number> => (await of.listened.call('customer.get', { id })).masked.length;
  const call = await ring(of, mine.phone, of.centre.queue.key);
  expect(await maskedOf(mine.id)).toBeGreaterThan(0);
  expect(await maskedOf(other.id)).toBe(0);
  await answer(of, call);
  expect(await maskedOf(other.id)).toBeGreaterThan(0);
  await answerOf(of, call, 'postcode', '9000');
  await answerOf(of, call, 'birthDate', '12/04/1980');
  expect(await maskedOf(mine.id)).toBe(0);
  // Known is who is on the line, not whoever is looked up; closing early changes nothing.
  expect(await maskedOf(other.id)).toBeGreaterThan(0);
  await of.listened.call('interaction.close', { id: call.interactionId, outcomeId: of.centre.outcomes[0].id, sentence: '', note: '', captured: {} });
  expect(await maskedOf(other.id)).toBeGreaterThan(0);
  await hangUp(of, call);
  expect(await maskedOf(other.id)).toBe(0);
  expect(await maskedOf(mine.id)).toBe(0);
});

it('between calls, where the centre wants it; who is entered in the conversation is known', async () => {
  const of = await desk({ ...three, betweenCalls: 'masked' });
  const { id } = of.centre.customers[0]!;
  expect((await of.listened.call('customer.get', { id })).masked.length).toBeGreaterThan(0);
  await expect(of.listened.call('customer.change', { id, change: { customer: { birthDate: null } } })).rejects.toMatchObject({ code: 'identity.locked' });
  const call = await ring(of, null, of.centre.queue.key);
  await answer(of, call);
  const made = await of.listened.call('customer.create', { customer: { familyName: 'Nieuwkens', birthDate: '1991-02-03' }, contactPoints: [], addresses: [] });
  const file = await of.listened.call('interaction.linkCustomer', { id: call.interactionId, customerId: made.customer.id });
  expect(file).toMatchObject({ gate: { status: 'verified' }, customer: { masked: [], customer: { birthDate: '1991-02-03' } } });
});

it('a queue without a policy is as it was: no gate, nothing masked', async () => {
  const of = await desk(null);
  const call = await lockedCall(of, of.centre.customers[0]!.id);
  expect(await of.listened.call('interaction.get', { id: call.interactionId })).toMatchObject({ gate: null, customer: { masked: [], customer: { birthDate: '1980-04-12' } } });
  await expect(answerOf(of, call, 'postcode', '9000')).rejects.toMatchObject({ code: 'identity.not-heard' });
});

it('while the desk is locked every question is refused, whoever asks; what was typed is taken in, and calls are written down', async () => {
  const of = await desk(null);
  const [slot, product] = [of.centre.shop.capacitySlot[0]!, of.centre.shop.product[0]!];
  const secrets = fc.sample(anySecrets, { numRuns: 1, seed: 7 })[0]!;
  const rows = rowsOf(secrets, slot.id, product.id);
  bring(of.path, rows.rows);
  const call = await lockedCall(of, rows.customerId);
  await of.main.call('desk.lock', { locked: true });
  of.posted.length = 0;
  for (const [name, inputs] of Object.entries(everyQuestion(call, rows, 'x')) as [CallName<StoreContract>, readonly never[]][]) {
    for (const input of inputs) {
      const asked = of.listened.call(name, input);
      if (name === 'draft.write' || name === 'sync.status') await asked;
      else await expect(asked, name).rejects.toMatchObject({ code: 'lock.locked' });
    }
  }
  await hangUp(of, call);
  expect(found(of.posted.join('\n'), secrets)).toEqual([]);
  await of.main.call('desk.lock', { locked: false });
  expect((await of.listened.call('interaction.get', { id: call.interactionId })).draft).toMatchObject({ note: 'Belt over de factuur.' });
});
