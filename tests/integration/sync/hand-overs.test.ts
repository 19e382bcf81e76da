import { beforeAll, describe, expect, it } from 'vitest';
import type { IdentityPolicy } from '#shared/domain/identity/policy.ts';
import { newId } from '#shared/domain/ids.ts';
import { answer, hangUp, ring } from '../store/support/store-bench.ts';
import { eventually, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';
import { transfer, twoDesks } from './support/two-desks.ts';

beforeAll(prepareSites);

describe('the note of a transfer', () => {
  it("reaches the colleague's call while both are in conversation, and tells the workspace", async () => {
    const { site, lotte, an } = await twoDesks();
    const customer = site.centre.customers[0]!;
    const call = await ring(lotte, customer.phone, site.centre.queue.key);
    await answer(lotte, call);
    const theirs = await ring(an, customer.phone);
    const changed: string[] = [];
    an.workspace.on('interaction.changed', ({ id }) => changed.push(id));
    await transfer(lotte, call.callId, '203');
    const file = await eventually(async () => {
      const { handOver } = await an.workspace.call('interaction.get', { id: theirs.interactionId });
      if (handOver === null) throw new Error('not here yet');
      return handOver;
    });
    expect(file).toMatchObject({ note: 'Derde keer dat ze belt: graag meteen oplossen.', agentId: lotte.station.agentId, by: lotte.station.session.agent.name, customerId: customer.id, target: '203' });
    // The row is in the file before the workspace is told of it.
    await eventually(async () => expect(changed).toContain(theirs.interactionId));
    // Their own transfer is not told to those who made it.
    expect((await lotte.workspace.call('interaction.get', { id: call.interactionId })).handOver).toBeNull();
    expect(await rowsAt(site, 'handOver')).toMatchObject([{ callId: call.callId }]);
  });

  it('is there when the caller only rings afterwards, and not for a call of another hour', async () => {
    const { site, lotte, an } = await twoDesks();
    const customer = site.centre.customers[1]!;
    const call = await ring(lotte, customer.phone, site.centre.queue.key);
    await answer(lotte, call);
    await transfer(lotte, call.callId, '203');
    await lotte.settled();
    await eventually(async () => {
      const theirs = await ring(an, customer.phone);
      expect((await an.workspace.call('interaction.get', { id: theirs.interactionId })).handOver).toMatchObject({ callId: call.callId });
    });
    const callId = newId();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const { interactionId } = await an.main.call('interaction.open', { callId, direction: 'inbound', number: customer.phone, called: null, queueKey: null, startedAt: later });
    expect((await an.workspace.call('interaction.get', { id: interactionId })).handOver).toBeNull();
    const stranger = await ring(an, site.centre.customers[2]!.phone);
    expect((await an.workspace.call('interaction.get', { id: stranger.interactionId })).handOver).toBeNull();
  });

  it("belongs to the colleague's call in which they were consulted, by extension", async () => {
    const { site, lotte, an } = await twoDesks();
    await site.central.import({ agent: [{ ...lotte.station.session.agent, extension: '201' }, { ...an.station.session.agent, extension: '203' }] });
    await eventually(async () => expect((await rowsAt(site, 'agent')).map(({ extension }) => extension)).toEqual(expect.arrayContaining(['201', '203'])));
    await an.workspace.call('sync.now', undefined);
    await an.settled();
    const consultation = await ring(an, '201');
    const call = await ring(lotte, null, site.centre.queue.key);
    await answer(lotte, call);
    await transfer(lotte, call.callId, 'sip:203@example.be');
    await eventually(async () => expect((await an.workspace.call('interaction.get', { id: consultation.interactionId })).handOver).toMatchObject({ callId: call.callId }));
    const other = await ring(an, '299');
    expect((await an.workspace.call('interaction.get', { id: other.interactionId })).handOver).toBeNull();
  });

  it('and quality, transfer and recording of the leg, reach central', async () => {
    const { site, lotte } = await twoDesks();
    const call = await ring(lotte, null, site.centre.queue.key);
    await answer(lotte, call);
    await transfer(lotte, call.callId, '203');
    await hangUp(lotte, call);
    await lotte.workspace.call('interaction.close', { id: call.interactionId, outcomeId: site.centre.outcomes[0].id, sentence: '', note: '', captured: {} });
    const report = { seconds: 25, mosMean: 4.2, mosWorst: 3.1, lossPercent: 0.4, jitterMs: 6, roundTripMs: 40, codec: 'opus' };
    await lotte.main.call('interaction.quality', { callId: call.callId, report });
    const recording = { fileId: newId(), seconds: 21 };
    await lotte.main.call('interaction.recorded', { callId: call.callId, recording });
    expect(await lotte.settled()).toMatchObject({ parked: 0 });
    expect(await rowsAt(site, 'callLeg')).toMatchObject([{ transferredTo: '203', quality: report, recording }]);
  });
});

describe('the identity gate', () => {
  const policy: IdentityPolicy = { checks: ['birthDate', 'postcode', 'customerNumber'], needed: { personal: 1, financial: 2, health: 0 }, tries: 3, carryMinutes: 15, betweenCalls: 'open' };

  it('goes along with a transfer: what was answered, when and to whom, and the tries that are gone; the trail is at central', async () => {
    const { site, lotte, an } = await twoDesks();
    await site.central.admin.setIdentityPolicy(site.centre.queue.key, policy);
    for (const desk of [lotte, an]) await eventually(async () => expect(await queueAsks(desk, site)).toBe(true));
    const customer = site.centre.customers[0]!;
    const call = await ring(lotte, customer.phone, site.centre.queue.key);
    await answer(lotte, call);
    const ask = (said: string): Promise<{ right: boolean }> => lotte.workspace.call('identity.answer', { interactionId: call.interactionId, check: 'postcode', answer: said });
    expect(await ask('8000')).toMatchObject({ right: false });
    expect(await ask('9000')).toMatchObject({ right: true });
    const { gate: asked } = await lotte.workspace.call('interaction.get', { id: call.interactionId });
    // The colleague's telephone rings over no queue: what the caller came for counts.
    const theirs = await ring(an, customer.phone);
    await answer(an, theirs);
    await transfer(lotte, call.callId, '203');
    const file = await eventually(async () => {
      const got = await an.workspace.call('interaction.get', { id: theirs.interactionId });
      expect(got.gate?.verifiedBy).toBe(lotte.station.session.agent.name);
      return got;
    });
    expect(file.gate).toMatchObject({ status: 'asking', triesLeft: 2, locked: ['financial'], verifiedAt: asked?.verifiedAt });
    expect(file.customer).toMatchObject({ customer: { birthDate: null }, addresses: [{ postcode: '9000' }] });
    expect(await an.workspace.call('identity.answer', { interactionId: theirs.interactionId, check: 'birthDate', answer: '12-4-80' })).toMatchObject({ right: true, file: { gate: { status: 'verified' } } });
    await Promise.all([lotte.settled(), an.settled()]);
    // Everybody's checks are for team leads.
    await site.central.admin.setAccess(site.colleague.session.agent.username, { role: 'team-lead' });
    const trail = await rowsAt(site, 'identityCheck');
    expect(trail.map(({ agentId, kind, check }) => [agentId, kind, check]).sort()).toEqual(
      [
        [lotte.station.agentId, 'wrong', 'postcode'],
        [lotte.station.agentId, 'passed', 'postcode'],
        [an.station.agentId, 'carried', null],
        [an.station.agentId, 'passed', 'birthDate'],
      ].sort(),
    );
    // As words of their own: the ids have any digits.
    expect(JSON.stringify(trail)).not.toMatch(/(?<![\w-])(?:8000|9000|1980|12-4-80)(?![\w-])/);
  });
});

/** Whether the queue's policy has come to this desk: a call of it that rings has a gate. */
async function queueAsks(desk: Desk, site: Site): Promise<boolean> {
  await desk.workspace.call('sync.now', undefined);
  const probe = await ring(desk, site.centre.customers[5]!.phone, site.centre.queue.key);
  const { gate } = await desk.workspace.call('interaction.get', { id: probe.interactionId });
  await desk.main.call('interaction.ended', { callId: probe.callId, endedAt: new Date().toISOString(), cause: 'cancelled', endedBy: 'remote' });
  return gate !== null;
}
