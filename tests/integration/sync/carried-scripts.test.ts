import { beforeAll, describe, expect, it } from 'vitest';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { EntityRow } from '#shared/domain/entities.ts';
import { agree, answer as answerStep, speakTo, startRun, type ScriptAdvance } from '#shared/domain/script/engine.ts';
import { stateOf } from '#shared/domain/script/run.ts';
import { scriptSchema, type Script } from '#shared/domain/script/script.ts';
import { factsOf } from '../../fixtures/scripts.ts';
import { answer, hangUp, now, ring, type StartedCall } from '../store/support/store-bench.ts';
import { eventually, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';
import { transfer, twoDesks } from './support/two-desks.ts';

beforeAll(prepareSites);

const iban = 'BE68 5390 0754 7034';
const card = '4111 1111 1111 1111';
const national = '80.04.12-123.45';

/** The centre's script, asking for what may be kept nowhere else, over and over. */
function asking(site: Site): Script {
  const { definition } = site.centre.rows.script![0]!;
  const fields = [
    { key: 'rekening', label: 'Rekening', type: 'iban' as const, sensitive: true },
    { key: 'kaart', label: 'Kaart', type: 'payment' as const },
    { key: 'rijksnummer', label: 'Rijksregisternummer', type: 'national-number' as const },
  ];
  return scriptSchema.parse({ ...definition, version: definition.version + 1, steps: definition.steps.map((step) => (step.key === 'bestelling' ? { ...step, fields: [...(step.fields ?? []), ...fields] } : step)) });
}

const rows = (site: Site) => ({ script: [{ ...site.centre.rows.script![0]!, definition: asking(site) }] });

/** An order with one counter-argument, as far as its terms, of which one is agreed to; spoken in another form of address. */
function ordered(script: Script): ScriptAdvance {
  const first: ScriptAdvance = { run: startRun(script), captured: { pakket: 'herfstselectie', rekening: iban, kaart: card, rijksnummer: national } };
  const at = ['gekend', 'klopt', 'bestelling', 'teDuur', 'overtuigd', 'gekozen', 'opVoorraad', 'neen'].reduce((before, key) => answerStep(script, before.run, key, factsOf(before.captured), now()), first);
  return { ...at, run: agree(script, speakTo(at.run, { language: null, register: 'informal' }, now()), 'herroeping', true, now()) };
}

/** Lotte has the caller on the line, in the middle of the script; a number was typed a moment ago. */
async function ordering({ site, lotte }: { readonly site: Site; readonly lotte: Desk }, phone: string): Promise<{ call: StartedCall; at: ScriptAdvance; script: Script }> {
  const call = await ring(lotte, phone, site.centre.queue.key);
  await answer(lotte, call);
  const script = (await lotte.workspace.call('interaction.get', { id: call.interactionId })).script!.definition;
  const at = ordered(script);
  await lotte.workspace.call('interaction.setScriptRun', { id: call.interactionId, run: at.run, captured: at.captured });
  await lotte.workspace.call('draft.write', { interactionId: call.interactionId, fields: { 'script.aantal': '2', 'script.rekening': iban, 'script.kaart': card, note: 'Vaste klant.' } });
  return { call, at, script };
}

const fileOf = async (desk: Desk, { interactionId }: StartedCall): Promise<InteractionFile> => await desk.workspace.call('interaction.get', { id: interactionId });

describe('the script of a call that is put through', () => {
  it('is at the same step with the same objections, terms, form of address and fields when the caller rings at the colleague, and no sensitive value is at central', async () => {
    const desks = await twoDesks(rows);
    const { site, lotte, an } = desks;
    const { phone } = site.centre.customers[0]!;
    const { call, at } = await ordering(desks, phone);
    await transfer(lotte, call.callId, '203');
    await lotte.settled();
    const [atCentral] = await rowsAt(site, 'handOver');
    expect(atCentral).toMatchObject({ script: { step: 'Verkoopsvoorwaarden', captured: { pakket: 'herfstselectie', aantal: '2', doel: 'bestelling' } } });
    expect(JSON.stringify(atCentral)).not.toMatch(/5390|4111|80\.04/);
    await an.workspace.call('sync.now', undefined);
    await an.settled();
    const theirs = await ring(an, phone);
    const file = await fileOf(an, theirs);
    expect(file.handOver?.script).toEqual({ title: file.script?.definition.title, step: 'Verkoopsvoorwaarden', standing: 'taken' });
    expect(file.queue?.id).toBe(site.centre.queue.id);
    expect(stateOf(file.interaction.scriptRun!)).toEqual(stateOf(at.run));
    expect(stateOf(file.interaction.scriptRun!)).toMatchObject({ step: 'voorwaarden', objections: 1, register: 'informal', terms: { herroeping: 3 }, purpose: 'bestelling' });
    expect(file.interaction.captured).toEqual({ ...stateOf(at.run).set, pakket: 'herfstselectie', aantal: '2' });
  });

  it('is gone on with, and the figures of each are of their own steps', async () => {
    const desks = await twoDesks(rows);
    const { site, lotte, an } = desks;
    const { phone } = site.centre.customers[0]!;
    const { call, script } = await ordering(desks, phone);
    const theirs = await ring(an, phone);
    await answer(an, theirs);
    await transfer(lotte, call.callId, '203');
    const { interaction } = await eventually(async () => {
      const file = await fileOf(an, theirs);
      expect(file.handOver?.script?.standing).toBe('taken');
      return file;
    });
    const agreed = agree(script, interaction.scriptRun!, 'leeftijd', true, now());
    const next = answerStep(script, agreed, 'akkoord', factsOf(interaction.captured), now());
    await an.workspace.call('interaction.setScriptRun', { id: theirs.interactionId, run: next.run, captured: next.captured });
    expect((await fileOf(an, theirs)).handOver?.script).toBeNull();
    for (const [desk, mine] of [[lotte, call], [an, theirs]] as const) {
      await hangUp(desk, mine);
      await desk.workspace.call('interaction.close', { id: mine.interactionId, outcomeId: site.centre.outcomes[0].id, sentence: '', note: '', captured: next.captured });
      await desk.settled();
    }
    const own = async ({ station }: Desk) => (await station.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === 'conversationQuality' ? [(line.row as EntityRow<'conversationQuality'>).script] : []));
    expect(await own(lotte)).toEqual([{ said: 8, excused: 0, left: 0, terms: 0, agreed: 0 }]);
    expect(await own(an)).toEqual([{ said: 1, excused: 0, left: 1, terms: 2, agreed: 2 }]);
  });

  it('comes too late for a colleague who has begun: their own run stays, and they are told where the other was', async () => {
    const desks = await twoDesks(rows);
    const { lotte, an, site } = desks;
    const { phone } = site.centre.customers[0]!;
    const { call, script } = await ordering(desks, phone);
    const theirs = await ring(an, phone, site.centre.queue.key);
    await answer(an, theirs);
    const mine = answerStep(script, startRun(script), 'klant', factsOf(), now());
    await an.workspace.call('interaction.setScriptRun', { id: theirs.interactionId, run: mine.run, captured: mine.captured });
    await transfer(lotte, call.callId, '203');
    const file = await eventually(async () => {
      const got = await fileOf(an, theirs);
      expect(got.handOver).not.toBeNull();
      return got;
    });
    expect(file.handOver?.script).toMatchObject({ step: 'Verkoopsvoorwaarden', standing: 'begun' });
    expect(file.interaction).toMatchObject({ scriptRun: mine.run, captured: mine.captured });
  });
});
