import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '../../../scripts/central-files.mjs';
import { createCentral, type Central } from '../../../central/central.ts';
import { sharedPostgres } from './support/each-database.ts';
import { EventReader } from './support/event-reader.ts';
import { Program } from './support/program.ts';
import { customerPatch, mutation } from './support/samples.ts';
import { newDevice, Workstation } from './support/workstation.ts';

const postgres = sharedPostgres();
const key = Buffer.alloc(32, 3);
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A package as it is installed here, without those in it: they have places of their own. One of another system is not here. */
function copyPackage(place: string, folder: string): void {
  const from = join(root, place);
  const inside = join(from, 'node_modules');
  if (existsSync(from)) cpSync(from, join(folder, place), { recursive: true, filter: (source) => source !== inside });
}

/** What the Containerfile says after an instruction, as a list of words. */
function instruction(name: string): string[] {
  const line = new RegExp(`^${name} .*?(\\[.*\\])$`, 'm').exec(readFileSync(join(root, 'Containerfile'), 'utf8'));
  return JSON.parse(line?.[1] ?? '[]') as string[];
}

describe.skipIf(postgres === null)('several processes of the API on one PostgreSQL', () => {
  let url: string;
  let near: Central;
  let an: Workstation;

  beforeAll(async () => {
    url = await postgres!.createDatabase();
    near = await createCentral({ database: { kind: 'postgres', url }, key });
    await near.listen();
    an = await Workstation.open(near);
  });
  afterAll(async () => {
    await near.close();
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
      await postgres!.run(new URL(url).pathname.slice(1), "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'balie-central-bus' and datname = current_database()");
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

  it("the files of the container, and nothing else, run as it runs them: healthy, with a database that is brought up to date, for an operator with a password", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-container-'));
    try {
      for (const place of assemble(folder)) copyPackage(place, folder);
      const [, ...command] = instruction('CMD');
      await near.admin.createAgent({ username: 'container', name: 'Container', password: 'Zonnebloem-in-de-wei-7' });
      const database = { DATABASE_URL: url, BALIE_CENTRAL_KEY: key.toString('base64') };
      const program = new Program('main.ts', [], { ...database, NODE_ENV: 'production', BALIE_CENTRAL_PORT: '0' }, '', { folder, command });
      const address = await program.url();
      const healthy = async (port: string): Promise<boolean> => {
        const [, ...check] = instruction('HEALTHCHECK');
        return await promisify(execFile)(process.execPath, check, { cwd: folder, env: { BALIE_CENTRAL_PORT: port } }).then(
          () => true,
          () => false,
        );
      };
      expect(await Promise.all([healthy(new URL(address).port), healthy('1')])).toEqual([true, false]);
      const signedIn = await fetch(`${address}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'container', password: 'Zonnebloem-in-de-wei-7', device: newDevice() }) });
      expect(signedIn.status).toBe(200);
      program.signal('SIGTERM');
      expect(await program.ended).toMatchObject({ code: 0 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
