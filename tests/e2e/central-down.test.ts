import { converse } from './support/calls.ts';
import { expect, needsLab, test } from './support/test.ts';

needsLab();

test.describe('when central is down during the wrap-up', () => {
  test.use({ desk: 'shared' });
  test.afterEach(async ({ central }) => central.gate.restore());

  test('exactly one interaction arrives once it is back, with what was written', async ({ workspace, customer, central }) => {
    const before = new Set((await central.rows('interaction')).map(({ id }) => id));
    await converse(workspace, customer);
    await central.gate.close();
    await customer.hangUp();
    await workspace.wrapUp({ outcome: 'Klacht genoteerd', sentence: 'Fles gebroken, vergoeding beloofd.' });
    await workspace.isAvailable();
    await central.gate.open();
    await expect.poll(async () => (await central.rows('interaction')).filter(({ id, state }) => !before.has(id) && state === 'closed').length, { timeout: 30_000 }).toBe(1);
    const [arrived] = (await central.rows('interaction')).filter(({ id }) => !before.has(id));
    expect(arrived).toMatchObject({
      state: 'closed',
      number: central.centre.customers[0]!.phone,
      customerId: central.centre.customers[0]!.id,
      queueId: central.centre.queue.id,
      outcomeId: central.centre.outcomes[1].id,
      sentence: 'Fles gebroken, vergoeding beloofd.',
    });
  });

  test('it arrives once, also when the answer to the first try was lost', async ({ workspace, customer, central }) => {
    const before = new Set((await central.rows('interaction')).map(({ id }) => id));
    await converse(workspace, customer);
    central.gate.loseAnswers('/v1/mutations');
    const reached = central.gate.passed.length;
    await customer.hangUp();
    await workspace.wrapUp({ outcome: 'Bestelling geplaatst' });
    await expect.poll(() => central.gate.passed.slice(reached).filter(({ path }) => path.startsWith('/v1/mutations')).length, { timeout: 20_000 }).toBeGreaterThan(0);
    central.gate.deliverAnswers();
    await workspace.isSynced(30_000);
    const arrived = (await central.rows('interaction')).filter(({ id }) => !before.has(id));
    expect(arrived.map(({ state, outcomeId }) => ({ state, outcomeId }))).toEqual([{ state: 'closed', outcomeId: central.centre.outcomes[0].id }]);
  });
});

test('Balie starts and takes calls from its own copy when central is down', async ({ launch, central, customer, profile }) => {
  const first = await launch({ profile, enrol: await central.enrolment() });
  await first.workspace.becomesAvailable();
  await first.workspace.isSynced();
  await first.stop();
  await central.gate.close();
  try {
    const { workspace } = await launch({ profile });
    await workspace.becomesAvailable();
    await converse(workspace, customer);
    await expect(workspace.strip).toContainText(central.centre.customers[0]!.name);
  } finally {
    await central.gate.open();
  }
});
