import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Central } from '../../../central/central.ts';
import type { OverviewAnswer } from '#shared/contract/quality.ts';
import type { MutationResult } from '#shared/contract/sync.ts';
import { noAgreement } from '#shared/domain/quality/agreement.ts';
import { onEachDatabase } from './support/each-database.ts';
import { customerPatch, interactionPatch, mutation } from './support/samples.ts';
import { openTwoQueues, queueRow } from './support/two-queues.ts';
import { Workstation } from './support/workstation.ts';

const at = '2026-01-05T09:00:00.000Z';
const codeOf = (result: MutationResult): string => (result.status === 'rejected' ? result.code : result.status);

onEachDatabase('quality', (newDatabase) => {
  const orders = queueRow('orders');
  const claims = queueRow('claims');
  let central: Central;
  let admin: Workstation;
  let an: Workstation;
  let bart: Workstation;
  let lead: Workstation;

  beforeAll(async () => {
    ({ central, admin, an, bart, lead } = await openTwoQueues(await newDatabase(), { orders, claims }));
  });
  afterAll(async () => await central.close());

  const idsOf = async (station: Workstation): Promise<Set<unknown>> => new Set((await station.snapshot()).flatMap((line) => (line.type === 'row' ? [line.row['id']] : [])));

  /** A conversation of this operator, and its figures. */
  const measure = async (station: Workstation, queueId: string, change: object = {}) => {
    const customer = mutation('customer', null, customerPatch());
    const interaction = mutation('interaction', null, interactionPatch(station.agentId, { queueId, customerId: customer.entityId, answeredAt: at }));
    expect((await station.mutate(customer, interaction)).map(codeOf)).toEqual(['applied', 'applied']);
    const times = { startedAt: at, endedAt: '2026-01-05T09:04:00.000Z', pickUpMs: 12_000, talkMs: 200_000, holdMs: 30_000, holds: 1, wrapUpMs: 40_000 };
    const heard = { silenceMs: 20_000, silences: 3, overlapMs: 2_000, overlaps: 2, script: null, adherencePercent: 90, completenessPercent: 80, readBackAt: at };
    const row = mutation('conversationQuality', null, { interactionId: interaction.entityId, agentId: station.agentId, queueId, direction: 'inbound', purpose: null, ...times, ...heard, ...change });
    return { row, result: codeOf(await station.mutateOne(row)) };
  };

  it("figures of conversations are the operator's own; a team lead reads those of the queues, and nobody changes them", async () => {
    const ofAn = await measure(an, orders.id);
    const ofBart = await measure(bart, claims.id);
    expect([ofAn.result, ofBart.result]).toEqual(['applied', 'applied']);
    expect((await measure(an, orders.id, { agentId: bart.agentId })).result).toBe('forbidden');
    expect((await measure(an, orders.id, { talkMs: -1 })).result).toBe('invalid');
    expect(codeOf(await an.mutateOne(mutation('conversationQuality', 1, { talkMs: 1 }, ofAn.row.entityId)))).toBe('invalid');

    const listed = async (station: Workstation) => ((await station.send('GET', '/v1/conversation-quality')).json as { items: { id: string; overlaps: number | null }[] }).items.map(({ id, overlaps }) => [id, overlaps]);
    expect(await listed(an)).toEqual([[ofAn.row.entityId, 2]]);
    expect(await listed(bart)).toEqual([[ofBart.row.entityId, 2]]);
    // How often somebody interrupted is told to nobody else.
    expect(await listed(lead)).toEqual([[ofBart.row.entityId, null]]);
    expect((await listed(admin)).map(([id]) => id)).toEqual([ofBart.row.entityId, ofAn.row.entityId]);
    // A device has its own operator's, whatever else it may have.
    expect((await idsOf(admin)).has(ofAn.row.entityId)).toBe(false);
    expect((await idsOf(an)).has(ofAn.row.entityId)).toBe(true);

    await central.admin.setQueue('claims', { agreement: { ...noAgreement, pickUpPercent: 80, wrapUpSeconds: 30 } });
    const figures = async (station: Workstation, query = '') => (await station.send('GET', `/v1/quality-figures?from=2026-01-05T00:00:00.000Z&until=2026-01-06T00:00:00.000Z${query}`)).json;
    expect(await figures(lead, `&queueId=${claims.id}`)).toMatchObject({
      targets: { pickUpSeconds: 20, pickUpPercent: 80, wrapUpSeconds: 30 },
      figures: { conversations: 1, pickUp: { value: 12, within: 1 }, duration: { value: 230 }, wrapUp: { value: 40, within: 0 }, silence: { value: 0.1 }, overlap: { value: null, count: 0 }, firstContact: { value: 1, count: 1 } },
      periods: [{ day: '2026-01-05', figures: { conversations: 1 } }],
    });
    expect(await figures(lead, `&agentId=${bart.agentId}`)).toMatchObject({ targets: null, figures: { conversations: 1, overlap: { value: null, count: 0 } } });
    expect(await figures(an, `&queueId=${claims.id}`)).toMatchObject({ figures: { conversations: 0 } });
    expect((await an.send('GET', '/v1/quality-figures?from=2026-01-05T00:00:00.000Z&until=2026-01-06T00:00:00.000Z&timeZone=Moon')).status).toBe(400);
  });

  it('a team lead has every queue that they lead against its agreement, of all or of one team; nobody is recognised, and an operator has none', async () => {
    const overview = async (station: Workstation, query = ''): Promise<{ status: number; answer: OverviewAnswer }> => {
      const { status, json } = await station.send('GET', `/v1/quality-overview?from=2026-02-05T00:00:00.000Z&until=2026-02-06T00:00:00.000Z${query}`);
      return { status, answer: json as OverviewAnswer };
    };
    expect((await overview(an)).status).toBe(403);
    const day = { startedAt: '2026-02-05T09:00:00.000Z', endedAt: '2026-02-05T09:04:00.000Z' };
    const evening: Workstation[] = [];
    for (const queues of [['claims'], ['claims'], ['claims', 'orders']]) {
      const station = await Workstation.open(central);
      await central.admin.setAccess(station.session.agent.username, { queues });
      evening.push(station);
    }
    await central.import({ agent: evening.map(({ session }) => ({ ...session.agent, team: 'Avond' })) });
    const [first, second, third] = evening as [Workstation, Workstation, Workstation];
    for (const station of [first, second]) expect((await measure(station, claims.id, day)).result).toBe('applied');
    expect((await measure(third, orders.id, day)).result).toBe('applied');
    const bySize = async (query = '') => (await overview(lead, query)).answer.queues.map(({ name, figures, periods }) => [name, figures.conversations, figures.overlap.value, periods[0]?.figures.overlap.value]);
    // Two of them: who knows what one did, would know what the other did.
    expect(await bySize()).toEqual([['claims', 2, null, null]]);
    expect((await measure(third, claims.id, { ...day, overlaps: 5 })).result).toBe('applied');
    expect(await bySize()).toEqual([['claims', 3, 3, 3]]);
    expect((await measure(bart, claims.id, day)).result).toBe('applied');
    expect(await bySize('&team=Avond')).toEqual([['claims', 3, 3, 3]]);
    expect(await bySize('&team=Nacht')).toEqual([['claims', 0, null, undefined]]);
    const { answer } = await overview(lead);
    expect(answer).toMatchObject({ teams: ['Avond'], queues: [{ queueId: claims.id, targets: { pickUpSeconds: 20, wrapUpSeconds: 30 }, figures: { conversations: 4, wrapUp: { value: 40, within: 0 } } }] });
    expect((await overview(admin)).answer.queues.map(({ name, figures }) => [name, figures.conversations])).toEqual([['claims', 4], ['orders', 1]]);
    expect(JSON.stringify(answer)).not.toContain(bart.agentId);
    expect((await overview(lead, '&agentId=x')).status).toBe(400);
  });
});
