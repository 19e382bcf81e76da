import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Listener } from './audio/listener.ts';
import { makeTone } from './audio/tone.ts';
import { wavFile } from './audio/wav.ts';
import type { PeerSetting } from './baresip.ts';
import { LabProcess } from './lab-process.ts';
import type { PeerPorts } from './port-block.ts';
import { until, type WaitOptions } from './wait.ts';

/** It is a user of the lab that registers. */
export interface LinphoneOptions {
  readonly user: string;
  readonly password: string;
  /** Hertz of the tone it speaks, also to those it keeps on hold. */
  readonly tone?: number;
}

/** A call as linphonec's `calls` lists it. */
export interface LinphoneCall {
  readonly id: number;
  readonly party: string;
  /** StreamsRunning, Paused, PausedByRemote … */
  readonly state: string;
}

const rate = 8_000;
/** Longer than a test; a file that ends is played again. */
const toneSeconds = 60;
/** What it would offer beside PCMU, which the lab reads on the wire. */
const otherCodecs = [['opus', 48_000, 2], ['speex', 16_000, 1], ['speex', 8_000, 1], ['PCMA', 8_000, 1], ['GSM', 8_000, 1], ['G722', 8_000, 1], ['G729', 8_000, 1]] as const;

function codec(index: number, [mime, hz, channels]: readonly [string, number, number], enabled: boolean): string {
  return `[audio_codec_${index}]\nmime=${mime}\nrate=${hz}\nchannels=${channels}\nenabled=${enabled ? 1 : 0}\n`;
}

function configuration({ user, password }: LinphoneOptions, ports: PeerPorts, server: number): string {
  return [
    // Without sip_tcp_port=0 it takes 5060, and all that is named here beside it.
    `[sip]\nsip_port=${ports.sip}\nsip_tcp_port=0\nsip_tls_port=0\ndefault_proxy=0\nguess_hostname=0\ncontact=<sip:${user}@127.0.0.1>\nuse_info=0\nuse_rfc2833=1\nregister_only_when_network_is_up=0`,
    `[rtp]\naudio_rtp_port=${ports.media.join('-')}`,
    '[net]\nmtu=1300',
    '[sound]\nremote_ring=',
    `[proxy_0]\nreg_proxy=<sip:127.0.0.1:${server};transport=udp>\nreg_route=<sip:127.0.0.1:${server};transport=udp;lr>\nreg_identity=sip:${user}@lab.test\nreg_expires=60\nreg_sendregister=1`,
    `[auth_info_0]\nusername=${user}\npasswd=${password}`,
    codec(0, ['PCMU', rate, 1], true),
    ...otherCodecs.map((other, index) => codec(index + 1, other, false)),
  ].join('\n\n');
}

/**
 * A softphone that is not ours and knows Replaces (RFC 3891), which baresip does not: linphonec, steered by what one would type
 * at its prompt. It speaks a tone; what reaches it is heard on the wire.
 */
export class Linphone {
  readonly hears: Listener;
  private readonly process: LabProcess;
  private readonly setting: PeerSetting;
  private readonly ports: PeerPorts;

  private constructor(process: LabProcess, hears: Listener, setting: PeerSetting, ports: PeerPorts) {
    this.process = process;
    this.hears = hears;
    this.setting = setting;
    this.ports = ports;
  }

  /** Back when it is registered. */
  static async start(setting: PeerSetting, options: LinphoneOptions): Promise<Linphone> {
    const ports = setting.ports.takePeer();
    const name = `linphonec-${ports.sip}`;
    const dir = mkdtempSync(join(setting.dir, `${name}-`));
    // Its database: without the folder it keeps none, and says so in every test.
    mkdirSync(join(dir, '.local/share/linphone'), { recursive: true });
    writeFileSync(join(dir, 'linphonerc'), configuration(options, ports, setting.ports.sip));
    const tone = join(dir, 'tone.wav');
    writeFileSync(tone, wavFile(makeTone({ hz: options.tone ?? 440, rate, seconds: toneSeconds }), rate));
    const process = new LabProcess({ dir, name, command: 'linphonec', args: ['-c', join(dir, 'linphonerc'), '-S'], env: { HOME: dir }, isTyped: true });
    try {
      process.type('soundcard use files');
      process.type(`play ${tone}`);
      await until(`${options.user} is registered`, () => {
        if (process.log().includes('registered, identity=')) return true;
        process.type('status register');
        return false;
      }, { withinMs: 8_000, everyMs: 200 });
      return new Linphone(process, setting.capture.listen(options.user, ports.media), setting, ports);
    } catch (error) {
      const said = process.log();
      await process.kill();
      setting.ports.givePeerBack(ports);
      throw new Error(`linphonec did not register:\n${said}`, { cause: error });
    }
  }

  /** Calls a user or a number of the lab; a call that it has must be on hold. @returns the call's id once it is answered. */
  async call(target: string): Promise<number> {
    const since = this.said;
    this.process.type(`call sip:${target}@lab.test`);
    const id = Number((await this.says(/assigned id (\d+)/, { since }))[1]);
    await this.says(new RegExp(`Media streams established with .+ for call ${id} `), { since, withinMs: 15_000 });
    return id;
  }

  /** Waits until it rings, and answers. @returns the call's id once it is established. */
  async answer(): Promise<number> {
    const since = this.said;
    const id = await this.rings();
    this.process.type(`answer ${id}`);
    await this.says(new RegExp(`Media streams established with .+ for call ${id} `), { since });
    return id;
  }

  /** Waits until a call comes in that is not answered yet. */
  async rings(): Promise<number> {
    return until('linphonec rings', async () => (await this.calls()).find(({ state }) => state === 'IncomingReceived')?.id, { withinMs: 8_000, everyMs: 100 });
  }

  hangUp(): void {
    this.process.type('terminate all');
  }

  async hold(id: number): Promise<void> {
    const since = this.said;
    this.process.type(`pause ${id}`);
    await this.says(new RegExp(`Call ${id} with .+ is now paused`), { since });
  }

  async resume(id: number): Promise<void> {
    const since = this.said;
    this.process.type(`resume ${id}`);
    await this.says(new RegExp(`Media streams established with .+ for call ${id} `), { since });
  }

  /** Sends digits in the call that is up, by RFC 4733. */
  sendDigits(digits: string): void {
    this.process.type(digits);
  }

  /** Asks the other side to call somebody else (REFER). */
  transfer(id: number, address: string): void {
    this.process.type(`transfer ${id} ${address}`);
  }

  /** Asks the party of one call to take its place in another (REFER with Replaces). */
  bringTogether(id: number, other: number): void {
    this.process.type(`transfer ${id} --to-call ${other}`);
  }

  /** The calls it has now. */
  async calls(): Promise<readonly LinphoneCall[]> {
    const since = this.said;
    this.process.type('calls');
    const [table] = await this.says(/No active call|-{20,}\n(?:\d+ .*\n)*linphonec>/, { since });
    return [...table.matchAll(/^(\d+)\s*\|\s*(.*?)\s*\|\s*(\w+)/gm)].map(([, id, party, state]) => ({ id: Number(id), party: party ?? '', state: state ?? '' }));
  }

  /** Waits until the calls it has are in these states, in this order. */
  async has(...states: readonly string[]): Promise<void> {
    let last = '';
    await until(`linphonec has ${states.join(', ') || 'no call'}`, async () => (last = (await this.calls()).map(({ state }) => state).join()) === states.join(), { withinMs: 8_000, everyMs: 100 }).catch((error: unknown) => {
      throw new Error(`linphonec has "${last}", not "${states.join()}"`, { cause: error });
    });
  }

  /** Waits until it prints something, since a moment of {@link said} or from the start. */
  async says(pattern: RegExp, options: WaitOptions & { readonly since?: number } = {}): Promise<RegExpExecArray> {
    const { since = 0, ...wait } = options;
    return until(`linphonec says ${String(pattern)}`, () => pattern.exec(this.process.log().slice(since)), wait);
  }

  /** How much it has printed: for what is waited for from now on. */
  get said(): number {
    return this.process.log().length;
  }

  /** All that it printed. */
  log(): string {
    return this.process.log();
  }

  async stop(): Promise<void> {
    await this.process.stop();
    this.setting.ports.givePeerBack(this.ports);
  }
}
