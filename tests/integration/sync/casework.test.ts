import { beforeAll, expect, it } from 'vitest';
import { procedureRow } from '../../fixtures/casework.ts';
import { outboxOf } from '../store/support/seed.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt } from './support/sync-bench.ts';

beforeAll(prepareSites, 60_000);

it('two devices of one operator give out case numbers of their own without central, and central keeps each; a number of another’s range it refuses', async () => {
  const site = await openSite();
  const procedure = procedureRow();
  await site.central.import({ procedure: [procedure] });
  const here = await openDesk(site);
  const there = await openDesk(site);
  const customerId = site.centre.customers[0]!.id;
  const desks = [here, there];
  for (const desk of desks) {
    await desk.signIn();
    await desk.settled();
    await desk.workspace.call('case.numbers', undefined);
    // Numbers that are asked for are no work that waits: only the outbox knows.
    await eventually(() => expect(outboxOf(desk.path)).toEqual([]));
    await desk.main.call('session.clear', undefined);
  }
  const opened = { customerId, kind: 'claim', subject: 'Gebroken', description: '', priority: 'high', dueAt: '2026-12-02T16:00:00.000Z', mine: false, procedureId: procedure.id, collected: { wat: 'Fles' } } as const;
  const told = await Promise.all(desks.map(async ({ workspace }) => (await workspace.call('case.open', opened)).cases[0]!));
  expect(new Set(told.map(({ caseNumber }) => caseNumber)).size).toBe(2);
  for (const [index, desk] of desks.entries()) {
    expect(told[index]!.caseNumber).toMatch(/^Z-\d{6}$/);
    await desk.workspace.call('case.step', { caseId: told[index]!.id, step: 'fotoVragen', done: true });
    await desk.signIn();
    await desk.settled();
  }
  const cases = (await rowsAt(site, 'case')).map(({ caseNumber }) => caseNumber);
  expect(cases.toSorted()).toEqual(told.map(({ caseNumber }) => caseNumber).toSorted());
  // Each sees the other's, with its steps.
  for (const { workspace } of desks) await eventually(async () => expect((await workspace.call('customer.get', { id: customerId })).caseSteps).toHaveLength(2));

  const stolen = { ...told[0]!, caseNumber: told[0]!.caseNumber!.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) };
  const { id: _i, version: _v, updatedAt: _u, ...patch } = stolen;
  const answer = await site.colleague.mutateOne({ id: crypto.randomUUID(), entity: 'case', entityId: crypto.randomUUID(), baseVersion: null, patch: { ...patch, openedBy: null, ownerId: null }, at: new Date().toISOString() });
  expect(answer).toMatchObject({ status: 'rejected', code: 'invalid' });
});
