import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { EventReader } from './support/event-reader.ts';
import { PostgresServer, postgresPrograms } from './support/postgres-server.ts';
import { Program } from './support/program.ts';
import { customerPatch, mutation } from './support/samples.ts';
import { Workstation } from './support/workstation.ts';

const programs = postgresPrograms();
const key = Buffer.alloc(32, 3);

describe.skipIf(programs === null)('several processes of the API on one PostgreSQL', () => {
  let server: PostgresServer;
  let url: string;
  let near: Central;
  let an: Workstation;

  beforeAll(async () => {
    server = await PostgresServer.start(programs ?? '');
    url = await server.createDatabase();
    near = await createCentral({ database: { kind: 'postgres', url }, key });
    await near.listen();
    an = await Workstation.open(near);
  });
  afterAll(async () => {
    await near.close();
    await server.stop();
  });

  const change = async (): Promise<string> => {
    await an.mutateOne(mutation('customer', null, customerPatch()));
    return await an.cursor();
  };

  it('two programs: a change of one is announced by the other, and a sign-out at one ends the streams of both', async () => {
    const environment = { DATABASE_URL: url, BALIE_CENTRAL_KEY: key.toString('base64'), BALIE_CENTRAL_PORT: '0' };
    const others = [new Program('main.ts', [], environment), new Program('main.ts', [], environment)];
    const [one = '', two = ''] = await Promise.all(others.map(async (program) => await program.url()));
    const station = await Workstation.open(near);
    const streams = await Promise.all([one, two].map(async (base) => await EventReader.open(`${base}/v1/events`, station.authorization)));
    for (const stream of streams) await stream.next();
    const written = await fetch(`${one}/v1/mutations`, {
      method: 'POST',
      headers: { ...station.authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ mutations: [mutation('customer', null, customerPatch())] }),
    });
    expect(written.status).toBe(200);
    const id = await station.cursor();
    for (const stream of streams) expect(await stream.next()).toMatchObject({ event: 'changed', id });
    await fetch(`${one}/v1/session`, { method: 'DELETE', headers: station.authorization });
    for (const stream of streams) await stream.untilEnd();
    for (const program of others) program.signal('SIGTERM');
    for (const program of others) expect(await program.ended).toMatchObject({ code: 0 });
  });

  it("an operator's state that one process was told is told by the others to their queues", async () => {
    const far = await createCentral({ database: { kind: 'postgres', url }, key });
    try {
      const heard: unknown[] = [];
      far.onAgentState((notice) => heard.push(notice));
      const state = { state: 'available', since: '2026-01-05T09:00:00.000Z' };
      await an.send('PUT', '/v1/agents/me/state', { state, at: state.since });
      await expect.poll(() => heard).toEqual([{ agentId: an.agentId, username: an.session.agent.username, state }]);
    } finally {
      await far.close();
    }
  });

  it('a line between the processes that breaks is mended, and what was said meanwhile is made up for', async () => {
    const far = await createCentral({ database: { kind: 'postgres', url }, key });
    try {
      await far.listen();
      const gone = await Workstation.open(near);
      const [stream, ending] = await Promise.all([an, gone].map(async ({ authorization }) => await EventReader.open(`${far.url}/v1/events`, authorization)));
      if (stream === undefined || ending === undefined) throw new Error('no streams');
      for (const reader of [stream, ending]) await reader.next();
      // Both lines are cut, so that nothing of what follows is heard as it is said.
      await server.run('postgres', "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'balie-central-bus'");
      const id = await change();
      await gone.send('DELETE', '/v1/session');
      expect(await stream.next()).toMatchObject({ event: 'changed', id });
      await ending.untilEnd();
      const later = await change();
      expect(await stream.next()).toMatchObject({ event: 'changed', id: later });
      await stream.close();
    } finally {
      await far.close();
    }
  });
});
