import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { sql } from 'kysely';
import { openDatabase } from '../../../central/database/open.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { queueScriptListSchema, queueScriptSchema, type QueueScript } from '#shared/contract/queue-scripts.ts';
import { scriptDocumentSchema, scriptListSchema, scriptVersionSchema, type ScriptVersion } from '#shared/contract/scripts.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ScriptRow } from '#shared/domain/entities.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { testCentre } from '../../fixtures/centre.ts';
import { onEachDatabase } from './support/each-database.ts';
import { codeIn, Workstation, type Answer } from './support/workstation.ts';

onEachDatabase('versions of scripts', (newDatabase) => {
  const clock = new ManualClock();
  const { rows } = testCentre();
  const [row] = rows.script ?? [];
  let central: Central;
  let url: string | null;
  let an: Workstation;
  let bart: Workstation;
  let operator: Workstation;

  beforeAll(async () => {
    const database = await newDatabase();
    url = database.kind === 'postgres' ? database.url : null;
    central = await createCentral({ database, key: Buffer.alloc(32), clock });
    await central.import({ queue: rows.queue ?? [], outcome: rows.outcome ?? [], script: rows.script ?? [] });
    [an, bart, operator] = await Promise.all([Workstation.open(central), Workstation.open(central), Workstation.open(central)]);
    for (const { session } of [an, bart]) await central.admin.setAccess(session.agent.username, { role: 'team-lead' });
  });
  afterAll(async () => await central.close());

  const id = row!.id;
  const at = (path = '', script = id): string => `/v1/scripts/${script}/versions${path}`;
  const versionIn = (answer: Answer): ScriptVersion => scriptVersionSchema.parse(answer.json);
  const titled = (title: string): Script => ({ ...row!.definition, title });
  const newest = async (): Promise<number> => scriptListSchema.parse((await an.send('GET', '/v1/scripts')).json).items.find((each) => each.id === id)!.newest;
  const save = async (who: Workstation, base: number | null, definition: Script, script = id): Promise<Answer> => await who.send('POST', at('', script), { base, definition, comment: 'Aangepast' });
  const liveTitle = async (): Promise<unknown> => (await operator.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === 'script' && line.row.id === id ? [(line.row as { definition: Script }).definition.title] : []))[0];

  it('are for team leads and administrators', async () => {
    for (const answer of [await operator.send('GET', '/v1/scripts'), await operator.send('GET', at()), await save(operator, 14, titled('Mag niet')), await operator.send('POST', at('/14/restoration'), {})]) {
      expect(answer.status).toBe(403);
    }
  });

  it('begin with what came in from outside, and keep every word that was saved', async () => {
    const { version } = row!.definition;
    expect(scriptListSchema.parse((await an.send('GET', '/v1/scripts')).json).items).toMatchObject([{ id, live: version, newest: version, state: 'live' }]);
    const saved = await save(an, version, titled('Lente'));
    expect(saved.status).toBe(201);
    expect(versionIn(saved)).toMatchObject({ number: version + 1, base: version, state: 'draft', comment: 'Aangepast', author: { agentId: an.agentId, name: 'Operator' } });
    const read = scriptDocumentSchema.parse((await bart.send('GET', at(`/${version + 1}`))).json);
    expect(read.definition).toEqual({ ...titled('Lente'), version: version + 1 });
    expect(await liveTitle()).toBe(row!.definition.title);
  });

  it('a second author is told that somebody was first, and nothing is written', async () => {
    const base = await newest();
    const [first, second] = await Promise.all([save(an, base, titled('Van An')), save(bart, base, titled('Van Bart'))]);
    expect([first.status, second.status].sort()).toEqual([201, 409]);
    expect(codeIn(first.status === 409 ? first : second)).toBe('script.stale');
    expect(await newest()).toBe(base + 1);
  });

  it('somebody else reviews, and then it goes live to every workstation', async () => {
    const { number } = versionIn(await save(an, await newest(), titled('Zomer')));
    expect(codeIn(await an.send('POST', at(`/${number}/publication`), { from: null }))).toBe('script.state');
    expect(codeIn(await an.send('POST', at(`/${number}/review`), { comment: '' }))).toBe('script.own-work');
    const cursor = await operator.cursor();
    expect(versionIn(await bart.send('POST', at(`/${number}/review`), { comment: 'Goed' }))).toMatchObject({ state: 'reviewed', review: { agentId: bart.agentId, comment: 'Goed' } });
    expect(versionIn(await an.send('POST', at(`/${number}/publication`), { from: null }))).toMatchObject({ state: 'live' });
    expect((await operator.changes(cursor)).changes).toMatchObject([{ entity: 'script', row: { id, definition: { title: 'Zomer', version: number } } }]);
  });

  it('an unsound draft is kept, and not reviewed', async () => {
    const broken = titled('Stuk');
    const { number } = versionIn(await save(an, await newest(), { ...broken, start: 'nergens' }));
    const refused = await bart.send('POST', at(`/${number}/review`), {});
    expect(refused.json).toMatchObject({ status: 400, code: 'script.invalid', errors: [{ path: '/start', message: 'There is no step nergens.' }] });
    expect((await save(an, number, { ...broken, steps: [] })).status).toBe(400);
  });

  it('go live at their moment, once, also where two processes look', async () => {
    const { number } = versionIn(await save(an, await newest(), titled('Herfst')));
    await bart.send('POST', at(`/${number}/review`), {});
    const from = new Date(clock.now() + 60_000).toISOString();
    expect(versionIn(await an.send('POST', at(`/${number}/publication`), { from }))).toMatchObject({ state: 'scheduled', liveFrom: from });
    const other = url === null ? null : await createCentral({ database: { kind: 'postgres', url }, key: Buffer.alloc(32), clock });
    const cursor = await operator.cursor();
    expect(await liveTitle()).toBe('Zomer');
    clock.advance(50_000);
    // A keeper sets its next look when the one before is done.
    const later = async (): Promise<unknown> => (clock.advance(10_000), await liveTitle());
    await expect.poll(later, { timeout: 10_000, interval: 250 }).toBe('Herfst');
    await other?.close();
    expect((await operator.changes(cursor)).changes).toHaveLength(1);
    expect(versionIn(await an.send('GET', at(`/${number}`)))).toMatchObject({ state: 'live' });
  });

  it('a plan is taken back', async () => {
    const { number } = versionIn(await save(an, await newest(), titled('Winter')));
    await bart.send('POST', at(`/${number}/review`), {});
    await an.send('POST', at(`/${number}/publication`), { from: new Date(clock.now() + 60_000).toISOString() });
    expect(versionIn(await bart.send('DELETE', at(`/${number}/publication`)))).toMatchObject({ state: 'reviewed', liveFrom: null });
    clock.advance(90_000);
    expect(codeIn(await an.send('DELETE', at(`/${number}/publication`)))).toBe('script.state');
    expect(await liveTitle()).toBe('Herfst');
  });

  it('what was live before is live again, as a version of its own', async () => {
    const former = (await an.send('GET', at())).json as { items: ScriptVersion[] };
    const summer = former.items.find(({ title }) => title === 'Zomer')!;
    expect(summer.state).toBe('former');
    const restored = versionIn(await an.send('POST', at(`/${summer.number}/restoration`), { comment: 'Fout in de prijs' }));
    expect(restored).toMatchObject({ state: 'live', restores: summer.number, title: 'Zomer' });
    expect(restored.number).toBeGreaterThan(summer.number);
    expect(await liveTitle()).toBe('Zomer');
  });

  it('a script of one’s own begins without a base, with a key that nobody has', async () => {
    const script = newId();
    expect(codeIn(await save(an, null, titled('Dubbel'), script))).toBe('script.state');
    const own = { ...titled('Nieuw'), key: 'nieuw-script' };
    expect(versionIn(await save(an, null, own, script))).toMatchObject({ number: 1, base: null });
    expect(codeIn(await save(bart, null, own, script))).toBe('script.stale');
    await bart.send('POST', at('/1/review', script), {});
    expect(versionIn(await bart.send('POST', at('/1/publication', script), { from: null })).state).toBe('live');
    expect(codeIn(await save(an, 1, { ...own, key: 'anders' }, script))).toBe('script.state');
  });

  it('are listed in pages, by what is asked for', async () => {
    const numbers = (found: readonly unknown[]): number[] => found.map((each) => scriptVersionSchema.parse(each).number);
    const all = numbers(await an.list(at(), 500));
    expect(all.length).toBeGreaterThan(5);
    expect(all).toEqual([...all].sort((a, b) => b - a));
    expect(numbers(await an.list(at(), 2))).toEqual(all);
    for (const state of ['draft', 'live', 'former', 'scheduled']) {
      const found = await an.list(at(), 1, { state });
      expect(found.map((each) => scriptVersionSchema.parse(each).state), state).toEqual(found.map(() => state));
      expect(found.length, state).toBe(state === 'live' ? 1 : state === 'scheduled' ? 0 : found.length);
    }
    const ofBart = numbers(await an.list(at(), 1, { agentId: bart.agentId }));
    expect((await an.list(at(), 500, { agentId: an.agentId })).length + ofBart.length).toBe(all.length - 1);
    const scripts = (await an.list('/v1/scripts', 1)) as { id: string }[];
    expect(scripts.map((each) => each.id).toSorted()).toEqual((await an.list('/v1/scripts', 500) as { id: string }[]).map((each) => each.id));
    expect(await an.list('/v1/scripts', 1, { key: 'nieuw-script', language: 'nl', state: 'live' })).toMatchObject([{ key: 'nieuw-script' }]);
    expect(await an.list('/v1/scripts', 1, { key: 'nieuw-script', language: 'fr' })).toEqual([]);
    expect((await an.send('GET', at('', newId()))).status).toBe(404);
    for (const cursor of ['eA', Buffer.from('0').toString('base64url'), Buffer.from('9999999999').toString('base64url'), Buffer.from(newId()).toString('base64url')]) expect((await an.send('GET', `${at()}?cursor=${cursor}`)).status, cursor).toBe(400);
  });

  /** What a queue is to use, as somebody decides who has seen it as it is now. */
  const queueNow = async (): Promise<QueueScript> => queueScriptListSchema.parse((await an.send('GET', '/v1/queue-scripts')).json).items[0]!;
  const decide = async (who: Workstation, queue: QueueScript, scriptId: string | null, from: number | null = null): Promise<Answer> => await who.send('PUT', `/v1/queue-scripts/${queue.queueId}`, { scriptId, from, seen: { version: queue.version, planId: queue.plan?.id ?? null } });

  it('a queue is given another script at once: its operators get the script with it; of two who decide one is told', async () => {
    const other = scriptListSchema.parse((await an.send('GET', '/v1/scripts')).json).items.find((each) => each.id !== id)!;
    const queue = await queueNow();
    expect(queue).toMatchObject({ name: rows.queue![0]!.name, script: { id, title: 'Zomer' }, plan: null, operators: 3, mayChange: true });
    expect((await decide(operator, queue, other.id)).status).toBe(403);
    await central.admin.setAccess(bart.session.agent.username, { queues: [] });
    expect(codeIn(await decide(bart, queue, other.id))).toBe('script.queue-not-yours');
    expect(queueScriptListSchema.parse((await bart.send('GET', '/v1/queue-scripts')).json).items[0]).toMatchObject({ script: { id }, mayChange: false });
    await central.admin.setAccess(bart.session.agent.username, { queues: 'all' });
    const edition: ScriptRow = { ...row!, id: newId(), key: other.key, language: 'fr', definition: { ...row!.definition, key: other.key, language: 'fr' } };
    await central.import({ script: [edition] });
    await central.admin.setAccess(operator.session.agent.username, { queues: [rows.queue![0]!.key] });
    const scriptsSeen = async (): Promise<unknown[]> => (await operator.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === 'script' ? [line.row.id] : []));
    expect(await scriptsSeen()).toEqual([id]);
    const cursor = await operator.cursor();
    const answers = await Promise.all([decide(an, queue, other.id), decide(bart, queue, null)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(codeIn(answers.find(({ status }) => status === 409)!)).toBe('script.queue-changed');
    expect((await decide(an, await queueNow(), other.id)).status).toBe(200);
    expect(new Set(await scriptsSeen())).toEqual(new Set([other.id, edition.id]));
    expect((await operator.changes(cursor)).changes.filter(({ entity }) => entity === 'script').map(({ id: changed }) => changed)).toEqual(expect.arrayContaining([other.id, edition.id]));
    expect((await operator.changes(cursor)).changes).toEqual(expect.arrayContaining([expect.objectContaining({ entity: 'queue', row: expect.objectContaining({ scriptId: other.id }) as unknown }), expect.objectContaining({ entity: 'script', row: expect.objectContaining({ id: other.id }) as unknown })]));
    await central.admin.setAccess(operator.session.agent.username, { queues: 'all' });
    expect(codeIn(await decide(an, await queueNow(), newId()))).toBe('script.state');
    expect(await an.list('/v1/queue-scripts', 1, { scriptId: other.id })).toMatchObject([{ script: { id: other.id } }]);
    expect(queueScriptSchema.parse((await decide(an, await queueNow(), id)).json).script).toEqual({ id, title: 'Zomer' });
    expect(await an.list('/v1/queue-scripts', 1, { scriptId: other.id })).toEqual([]);
    expect(await an.list('/v1/queue-scripts', 1)).toEqual(await an.list('/v1/queue-scripts', 500));
  });

  it('a queue says how many counter-arguments its calls may have, and its operators get it; nonsense, others and who was late are told so', async () => {
    const set = async (who: Workstation, queue: QueueScript, budget: unknown): Promise<Answer> => await who.send('PUT', `/v1/queue-scripts/${queue.queueId}/objections`, { budget, seen: { version: queue.version } });
    const queue = await queueNow();
    expect(queue.objectionBudget).toBeNull();
    for (const nonsense of [4, -1, 2.5, '2', undefined]) {
      const answer = await set(an, queue, nonsense);
      expect([answer.status, codeIn(answer), JSON.stringify(answer.json).includes('budget')]).toEqual([400, 'invalid', true]);
    }
    expect((await set(operator, queue, 2)).status).toBe(403);
    await central.admin.setAccess(bart.session.agent.username, { queues: [] });
    expect(codeIn(await set(bart, queue, 2))).toBe('script.queue-not-yours');
    await central.admin.setAccess(bart.session.agent.username, { queues: 'all' });
    const cursor = await operator.cursor();
    expect(queueScriptSchema.parse((await set(an, queue, 2)).json)).toMatchObject({ objectionBudget: 2, version: queue.version + 1, script: queue.script });
    expect(codeIn(await set(bart, queue, 3))).toBe('script.queue-changed');
    expect((await operator.changes(cursor)).changes).toEqual([expect.objectContaining({ entity: 'queue', row: expect.objectContaining({ objectionBudget: 2 }) as unknown })]);
    expect(queueScriptSchema.parse((await set(an, await queueNow(), null)).json).objectionBudget).toBeNull();
  });

  it('a queue begins with a script when its version goes live, not when words of before come back; a plan is seen, and taken back', async () => {
    const script = newId();
    await save(an, null, { ...titled('Winkels'), key: 'winkels' }, script);
    const planned = queueScriptSchema.parse((await decide(an, await queueNow(), script, 1)).json);
    expect(planned).toMatchObject({ script: { id }, plan: { scriptId: script, title: 'Winkels', number: 1, from: null, by: 'Operator' } });
    expect(codeIn(await decide(bart, { ...planned, plan: null }, id))).toBe('script.queue-changed');
    expect(queueScriptSchema.parse((await decide(bart, planned, id)).json)).toMatchObject({ script: { id }, plan: null });
    await decide(an, await queueNow(), script, 1);
    await bart.send('POST', at('/1/review', script), {});
    const from = new Date(clock.now() + 60_000).toISOString();
    await an.send('POST', at('/1/publication', script), { from });
    expect((await queueNow()).plan).toMatchObject({ from });
    // Words that went live before the planned ones, and had them in: they count as well.
    await save(an, 1, { ...titled('Winkels, snel'), key: 'winkels' }, script);
    await bart.send('POST', at('/2/review', script), {});
    await an.send('POST', at('/2/publication', script), { from: null });
    expect(await queueNow()).toMatchObject({ script: { id: script, title: 'Winkels, snel' }, plan: null });
    await an.send('DELETE', at('/1/publication', script));
    await save(an, 2, { ...titled('Winkels, later'), key: 'winkels' }, script);
    await decide(an, await queueNow(), id);
    await decide(an, await queueNow(), script, 3);
    await save(bart, 3, { ...titled('Nog later'), key: 'winkels' }, script);
    await an.send('POST', at('/4/review', script), {});
    await an.send('POST', at('/4/publication', script), { from: null });
    expect(await queueNow()).toMatchObject({ script: { id: script }, plan: null });
    await decide(an, await queueNow(), id);
    await save(an, 4, { ...titled('Lente'), key: 'winkels' }, script);
    await decide(an, await queueNow(), script, 5);
    await an.send('POST', at('/2/restoration', script), {});
    expect(await queueNow()).toMatchObject({ script: { id }, plan: { number: 5 } });
  });

  it('are never changed, and each step is in the audit', async () => {
    const audit = (await an.send('GET', '/v1/audit-events?limit=200')).json as { items: { action: string; entity: string | null }[] };
    for (const action of ['script-saved', 'script-reviewed', 'script-scheduled', 'script-withdrawn', 'script-live', 'queue-script-set', 'queue-script-planned', 'queue-script-withdrawn', 'queue-objections-set']) {
      expect(audit.items.some((item) => item.action === action && item.entity === (action.startsWith('queue') ? 'queue' : 'script')), action).toBe(true);
    }
    if (url === null) return;
    const { db, close } = await openDatabase({ kind: 'postgres', url }, silentLogger);
    await expect(sql`update script_version set comment = 'anders'`.execute(db)).rejects.toThrow('is not changed');
    await expect(sql`delete from script_version_event`.execute(db)).rejects.toThrow('is not changed');
    await close();
  });

  it('anybody may have the format', async () => {
    const answer = await central.app.inject({ method: 'GET', url: '/v1/schemas/script' });
    expect(answer.headers['content-type']).toContain('application/schema+json');
    expect(JSON.parse(answer.payload)).toMatchObject({ $id: 'urn:balie:schema:script' });
  });
});
