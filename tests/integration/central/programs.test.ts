import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolmentFileSchema, provisioningSchema, sessionSchema } from '#shared/contract/session.ts';
import { sharedPostgres } from './support/each-database.ts';
import { customerPatch, mutation } from './support/samples.ts';
import { Program, type Ended } from './support/program.ts';
import { newDevice } from './support/workstation.ts';

const postgres = sharedPostgres();
/** A folder is one process's; a PostgreSQL is everybody's. */
const together = postgres === null ? it : it.concurrent;

/** An administrator's console: the program's files, what it is told, and what it answered. */
class Console {
  readonly environment: Record<string, string>;

  constructor(database: Record<string, string>) {
    this.environment = { ...database, BALIE_CENTRAL_PORT: '0' };
  }

  async admin(args: readonly string[], input = ''): Promise<Ended> {
    return await new Program('admin.ts', args, this.environment, input).ended;
  }
}

describe('central by itself', () => {
  let folder: string;
  let own: Console;
  /** On PostgreSQL where there is one: it is there at once, and what is told is the same. */
  let quick: Console;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'balie-central-'));
    own = new Console({ BALIE_CENTRAL_DATA: join(folder, 'data') });
    quick = postgres === null ? own : new Console({ DATABASE_URL: await postgres.createDatabase(), BALIE_CENTRAL_KEY: Buffer.alloc(32).toString('base64') });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps its data and its key in a folder, which is one process’s at a time', async () => {
    expect(await own.admin(['create-agent', '--username', 'an', '--name', 'An Peeters'])).toMatchObject({ code: 0, err: '' });
    expect(statSync(join(folder, 'data', 'central.key')).mode & 0o777).toBe(0o600);
    const central = new Program('main.ts', [], own.environment);
    await central.url();
    expect(await own.admin(['set-password', '--username', 'an'], 'x')).toMatchObject({ code: 1, err: expect.stringMatching(/in use by process \d+\. Stop that one first/) });
    central.signal('SIGTERM');
    expect(await central.ended).toMatchObject({ code: 0 });
  });

  it('is set up from the command line, serves the operator, and stops in order', { timeout: 180_000 }, async () => {
    const file = join(folder, 'enrolment.json');
    const policy = join(folder, 'policy.json');
    writeFileSync(
      policy,
      JSON.stringify({
        sip: { servers: [{ url: 'wss://sip.example.be/ws' }], registerExpires: 300, sessionExpires: 1800 },
        ice: { servers: [], relayOnly: false, gatheringCapMs: 500 },
        queueHeader: 'X-Queue',
        country: 'BE',
      }),
    );
    expect(await quick.admin(['create-agent', '--username', 'sofie', '--name', 'Sofie Claes', '--languages', 'nl,fr'])).toMatchObject({ code: 0, err: '' });
    expect(await quick.admin(['set-sip-account', '--username', 'sofie', '--uri', 'sip:s@example.be'], 'geheim\n')).toMatchObject({ code: 0, err: '' });
    expect(await quick.admin(['set-policy', '--file', policy])).toMatchObject({ code: 0, err: '' });
    expect(await quick.admin(['create-enrolment', '--username', 'sofie', '--url', 'http://127.0.0.1:7420', '--file', file])).toMatchObject({ code: 0, err: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { code } = enrolmentFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

    const central = new Program('main.ts', [], quick.environment);
    const url = await central.url();
    const enrolled = await fetch(`${url}/v1/session/enrol`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, device: newDevice() }) });
    const { accessToken, refreshToken } = sessionSchema.parse(await enrolled.json());
    const provisioned = await fetch(`${url}/v1/provisioning`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(provisioningSchema.parse(await provisioned.json()).sip).toMatchObject({ authorizationUser: 's', displayName: 'Sofie Claes', password: 'geheim' });
    const created = mutation('customer', null, customerPatch({ familyName: 'Zonderling' }));
    const mutations = [created, mutation('contactPoint', null, { customerId: created.entityId, kind: 'mobile', value: '+32471987654', preferred: true })];
    const written = await fetch(`${url}/v1/mutations`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` }, body: JSON.stringify({ mutations }) });
    expect(await written.json()).toMatchObject({ results: [{ status: 'applied' }, { status: 'applied' }] });

    central.signal('SIGTERM');
    const { code: exitCode, out, err } = await central.ended;
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).not.toMatch(new RegExp(`${accessToken}|${refreshToken}|${code}|Sofie|geheim|Zonderling|471987654`));
    const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ level: expect.any(Number) as unknown, time: expect.anything() as unknown });
  });

  together.each<[string, string, readonly string[], string, RegExp]>([
    ['an agent who does not exist', 'create-enrolment', ['--username', 'nobody', '--url', 'http://a', '--file', 'x.json'], '', /no agent with the username nobody/],
    ['a name that is taken', 'create-agent', ['--username', 'SOFIE', '--name', 'S'], '', /username SOFIE is taken/],
    ['no password', 'set-password', ['--username', 'sofie'], '', /password on standard input/],
    ['a wrong URI', 'set-sip-account', ['--username', 'sofie', '--uri', 'sofie'], 'x', /uri/],
  ])('the command line says what is wrong: %s', async (_name, command, args, input, message) => {
    expect(await quick.admin([command, ...args], input)).toMatchObject({ code: 1, err: expect.stringMatching(message) });
  });

  it('says that its port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = String(typeof address === 'object' && address !== null ? address.port : 0);
    const { code, err } = await new Program('main.ts', [], { ...quick.environment, BALIE_CENTRAL_PORT: port }).ended;
    other.close();
    expect([code, err]).toEqual([1, `Port ${port} on 127.0.0.1 is in use. Stop the other program, or choose another port.\n`]);
  });

  together.each<[string, Record<string, string>, RegExp]>([
    ['a database that cannot be reached', { DATABASE_URL: 'postgresql://x:geheim@127.0.0.1:1/x', BALIE_CENTRAL_KEY: Buffer.alloc(32).toString('base64') }, /^The database cannot be opened: .*ECONNREFUSED/],
    ['a database URL of another kind', { DATABASE_URL: 'mysql://geheim@h/x' }, /cannot be used as they are: DATABASE_URL/],
    ['PostgreSQL without a key', { DATABASE_URL: 'postgresql://x:geheim@127.0.0.1:1/x' }, /BALIE_CENTRAL_KEY must be set/],
    ['a key that is too short', { BALIE_CENTRAL_KEY: 'geheim' }, /must be 32 bytes/],
    ['a port that is none', { BALIE_CENTRAL_PORT: 'geheim' }, /BALIE_CENTRAL_PORT/],
  ])('says in one line what is wrong, and no secrets: %s', async (_name, changes, message) => {
    const { code, err } = await new Program('main.ts', [], { ...own.environment, ...changes }).ended;
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(err).not.toContain('geheim');
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
