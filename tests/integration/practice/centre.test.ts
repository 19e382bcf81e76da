import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { enrolmentFileSchema, provisioningSchema, sessionSchema, type Provisioning, type Session } from '#shared/contract/session.ts';
import { newId } from '#shared/domain/ids.ts';
import { valueOf } from '../../../practice/exchange/sip-message.ts';
import { Workstation } from './support/workstation.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
const readySchema = z.strictObject({ ready: z.literal(true), centralUrl: z.url(), wsUrl: z.url(), enrolmentFile: z.string() });
type Ready = z.infer<typeof readySchema>;

let folder: string;
let child: ChildProcess;
let ready: Ready;
let printed: string[];
let session: Session;

async function start(...args: string[]): Promise<void> {
  printed = [];
  child = spawn(process.execPath, ['practice/main.ts', `--data=${folder}`, ...args], { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdout } = child;
  if (stdout === null) throw new Error('No standard output');
  ready = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The centre ended with code ${code}`)));
    createInterface({ input: stdout }).on('line', (line) => {
      printed.push(line);
      resolve(readySchema.parse(JSON.parse(line)));
    });
  });
}

/** @returns the exit code after its input closed. */
async function stop(): Promise<number | null> {
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.stdin?.end();
  return await gone;
}

async function enrol(): Promise<Session> {
  const { code, centralUrl } = enrolmentFileSchema.parse(JSON.parse(readFileSync(ready.enrolmentFile, 'utf8')));
  expect(centralUrl).toBe(ready.centralUrl);
  const response = await fetch(`${centralUrl}/v1/session/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, device: { id: newId(), name: 'test', platform: 'linux' } }),
  });
  return sessionSchema.parse(await response.json());
}

async function provisioning({ accessToken }: Session): Promise<Provisioning> {
  const response = await fetch(`${ready.centralUrl}/v1/provisioning`, { headers: { authorization: `Bearer ${accessToken}` } });
  return provisioningSchema.parse(await response.json());
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balie-practice-'));
  await start('--persona=cliente-francophone');
  session = await enrol();
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the practice centre as a process', () => {
  it('says one line on its output, and enrols the sample operator', () => {
    expect(printed).toHaveLength(1);
    expect(session.agent).toMatchObject({ username: 'lotte.vermeulen', name: 'Lotte Vermeulen' });
    if (process.platform !== 'win32') expect(statSync(ready.enrolmentFile).mode & 0o077).toBe(0);
  });

  it('has 5,000 customers', async () => {
    const response = await fetch(`${ready.centralUrl}/v1/snapshot`, { headers: { authorization: `Bearer ${session.accessToken}` } });
    const [begin] = (await response.text()).split('\n');
    expect(JSON.parse(begin ?? '')).toMatchObject({ type: 'begin', counts: { customer: 5_000, queue: 4, script: 4 } });
  });

  it('sends a caller within ten seconds of "available"', async () => {
    const { sip, queueHeader } = await provisioning(session);
    expect(sip.servers).toEqual([{ url: ready.wsUrl }]);
    const workstation = await Workstation.connect(ready.wsUrl, sip.authorizationUser, sip.password);
    expect(await workstation.register()).toBe(200);
    const at = new Date().toISOString();
    const response = await fetch(`${ready.centralUrl}/v1/agents/me/state`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${session.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ at, state: { state: 'available', since: at } }),
    });
    expect(response.ok).toBe(true);
    const invite = await workstation.invited();
    expect(valueOf(invite, queueHeader)).toBe('commandes-fr');
    workstation.refuse(invite, 486);
    await workstation.close();
  });

  it('ends when its input closes, and starts again where it was', async () => {
    const { centralUrl, wsUrl } = ready;
    expect(await stop()).toBe(0);
    await start();
    expect(ready).toMatchObject({ centralUrl, wsUrl });
    expect((await enrol()).agent.username).toBe('lotte.vermeulen');
  });
});
