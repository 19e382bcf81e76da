import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { provisioningSchema, type Provisioning, type TelephonePolicy } from '#shared/contract/session.ts';
import type { Call, CallIn, CallState } from '#shared/domain/call.ts';
import type { AudioDevices } from '#shared/domain/devices.ts';
import { quietLine } from '#shared/domain/line-policy.ts';
import type { AudioState, Registration } from '#shared/domain/snapshot.ts';
import type { Transferred } from '../../../electron/telephony/transfer/transfer-desk.ts';
import type { TelephonyState } from '../../../electron/telephony/telephony.ts';
import type { Lab } from '../../lab/lab.ts';
import type { ClientNetwork } from '../../lab/network.ts';
import { until, type WaitOptions } from '../../lab/wait.ts';
import { hostMark, type HostCommandName, type HostMessage } from './host-protocol.ts';

interface ElectronOnDisk {
  electronExecutable(): string;
  mustDropSandbox(): boolean;
}

type Timed<T> = { readonly at: number; readonly value: T };
type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

export interface ProvisioningChange {
  /** Of the lab; the operator, unless it says otherwise. */
  readonly user?: keyof Lab['users'];
  readonly servers?: Provisioning['sip']['servers'];
  readonly password?: string;
  readonly sessionExpires?: number;
  readonly policy?: Partial<TelephonePolicy>;
}

/** What provisioning says of one of the lab's users. */
export function provisioningFor(lab: Lab, change: ProvisioningChange = {}): Provisioning {
  const { uri, user, password } = lab.users[change.user ?? 'operator'];
  return provisioningSchema.parse({
    sip: { servers: change.servers ?? [lab.server], uri, authorizationUser: user, password: change.password ?? password, displayName: 'Liesbeth', registerExpires: 60, sessionExpires: change.sessionExpires ?? 1800 },
    ice: { servers: [], relayOnly: false, gatheringCapMs: 500 },
    queueHeader: 'X-Queue',
    country: 'BE',
    policy: change.policy ?? {},
  });
}

/** A running Electron with telephony and the audio window in it. */
export class Host {
  /** Every state there was, with the time of the machine: for waits and for figures. */
  readonly states: Timed<TelephonyState>[] = [];
  readonly audioStates: Timed<AudioState>[] = [];
  readonly levels: Timed<{ readonly callId: string; readonly microphone: number; readonly speaker: number }>[] = [];
  readonly sounds: Timed<Extract<HostMessage, { type: 'sound' }>>[] = [];
  readonly devices: Timed<AudioDevices>[] = [];
  /** Levels of a microphone that is watched. */
  readonly microphone: Timed<number>[] = [];
  readonly recorded: { readonly fileId: string; readonly seconds: number }[] = [];
  readonly defects: string[] = [];
  readonly transferred: Transferred[] = [];
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #pending = new Map<number, Pending>();
  readonly #lines: string[] = [];
  #ready = false;
  #next = 0;

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
    if (child.stdout === null || child.stderr === null) throw new Error('the host has no output');
    createInterface({ input: child.stdout }).on('line', (line) => this.#take(line));
    createInterface({ input: child.stderr }).on('line', (line) => this.#lines.push(`stderr ${line}`));
  }

  /** @param built the folder of `buildHost`. */
  static async start(built: string, lab: Lab, options: { readonly switches?: readonly string[]; readonly env?: Readonly<Record<string, string>>; readonly network?: ClientNetwork } = {}): Promise<Host> {
    const { electronExecutable, mustDropSandbox } = (await import('../../../scripts/electron-path.mjs')) as ElectronOnDisk;
    const folder = mkdtempSync(join(tmpdir(), 'balie-host-profile-'));
    writeFileSync(join(built, 'package.json'), JSON.stringify({ name: 'balie-telephony-host', main: 'main.cjs' }));
    const [program, ...before] = [...(options.network?.command ?? []), 'xvfb-run'];
    const child = spawn(
      program,
      [...before, '-a', electronExecutable(), built, ...(mustDropSandbox() ? ['--no-sandbox'] : []), `--user-data-dir=${folder}`, ...(options.network === undefined ? ['--allow-loopback-in-peer-connection'] : []), '--disable-gpu', ...(options.switches ?? lab.microphoneSwitches)],
      { env: { ...process.env, ...lab.soundEnv, ...options.env }, stdio: ['pipe', 'pipe', 'pipe'], detached: true },
    );
    const host = new Host(child, folder);
    try {
      await until('the host is ready', () => host.#ready, { withinMs: 20_000 });
      return host;
    } catch (error) {
      await host.kill();
      throw new Error(`the host did not start:\n${host.log()}`, { cause: error });
    }
  }

  get state(): TelephonyState {
    return this.states.at(-1)?.value ?? { registration: { state: 'off' }, calls: [], line: quietLine, presence: [], voicemail: null };
  }

  get calls(): readonly Call[] {
    return this.state.calls;
  }

  /** Where it keeps what it records. */
  get recordings(): string {
    return join(this.#folder, 'recordings');
  }

  do(name: HostCommandName, ...args: (string | boolean)[]): Promise<unknown> {
    const id = ++this.#next;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#child.stdin?.write(`${JSON.stringify({ id, name, args })}\n`);
    });
  }

  /** Starts the audio window and registers. */
  async register(provisioning: Provisioning): Promise<void> {
    await this.do('audio.start');
    await this.do('start', JSON.stringify(provisioning));
    await this.registration('registered');
    await until('the audio window is up', () => this.audioStates.at(-1)?.value.window === 'up', { withinMs: 10_000 });
  }

  /** Waits until the audio window is as `fits` says. */
  async audio(fits: (state: AudioState) => boolean): Promise<void> {
    await until(() => `the audio window is as wanted (now ${JSON.stringify(this.audioStates.at(-1)?.value)})`, () => this.audioStates.some(({ value }) => fits(value)), { withinMs: 10_000 });
  }

  async registration<S extends Registration['state']>(state: S, wait?: WaitOptions): Promise<Timed<Extract<Registration, { state: S }>>> {
    await until(() => `the registration is ${state} (now ${JSON.stringify(this.state.registration)})`, () => this.state.registration.state === state, { withinMs: 10_000, ...wait });
    return { at: this.states.at(-1)?.at ?? 0, value: this.state.registration as Extract<Registration, { state: S }> };
  }

  /** Waits until a call is in a state, and is as `also` says. */
  async call<S extends CallState>(state: S, also: (call: CallIn<S>) => boolean = () => true, wait?: WaitOptions): Promise<CallIn<S>> {
    const fits = (call: Call): call is CallIn<S> => call.state === state && also(call as CallIn<S>);
    return until(() => `a call that is ${state} as wanted; there are ${JSON.stringify(this.calls)}`, () => this.calls.find(fits), { withinMs: 8_000, ...wait });
  }

  /** When a fact about a call first held, since a moment. */
  at(since: number, holds: (state: TelephonyState) => boolean): number | undefined {
    return this.states.find(({ at, value }) => at >= since && holds(value))?.at;
  }

  log(): string {
    return this.#lines.join('\n');
  }

  async stop(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    if (this.#child.exitCode === null) {
      this.do('quit').catch(() => undefined);
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5_000))]);
    }
    await this.kill();
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #take(line: string): void {
    if (!line.startsWith(hostMark)) {
      this.#lines.push(`stdout ${line}`);
      return;
    }
    const message = JSON.parse(line.slice(hostMark.length)) as HostMessage;
    if (message.type !== 'levels' && message.type !== 'sound') this.#lines.push(line.slice(hostMark.length));
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        break;
      case 'state':
        this.states.push({ at: message.at, value: message.state });
        break;
      case 'audio':
        this.audioStates.push({ at: message.at, value: message.state });
        break;
      case 'devices':
        this.devices.push({ at: message.at, value: message.devices });
        break;
      case 'microphone':
        this.microphone.push({ at: message.at, value: message.level });
        break;
      case 'levels':
        this.levels.push({ at: message.at, value: message.levels });
        break;
      case 'sound':
        this.sounds.push({ at: message.at, value: message });
        break;
      case 'recorded':
        this.recorded.push(message.recording);
        break;
      case 'defect':
        this.defects.push(message.message);
        break;
      case 'log':
        break;
      case 'transferred':
        this.transferred.push(message.fact);
        break;
      case 'done':
        this.#pending.get(message.id)?.resolve(message.value);
        this.#pending.delete(message.id);
        break;
      case 'refused':
        this.#pending.get(message.id)?.reject(Object.assign(new Error(message.message), { code: message.code }));
        this.#pending.delete(message.id);
    }
  }
}
