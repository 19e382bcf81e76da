import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BaresipControl, type BaresipEvent } from './baresip-control.ts';
import type { Listener } from './audio/listener.ts';
import { speechRate } from './audio/speech.ts';
import { wavFile } from './audio/wav.ts';
import { LabProcess } from './lab-process.ts';
import type { PeerPorts, PortBlock } from './port-block.ts';
import type { RtpCapture } from './rtp-capture.ts';
import { until, type WaitOptions } from './wait.ts';

/** Longer than a test of who speaks: at the end of its file baresip has no sound to send. */
const silenceSeconds = 60;

const template = new URL('config/baresip.conf', import.meta.url);

export interface PeerOptions {
  /** Who calls: a number (then it comes over the trunk, without registering) or a user of the lab. */
  readonly user: string;
  readonly password?: string;
  readonly displayName?: string;
  readonly codec?: 'PCMU' | 'PCMA' | 'G722/16000/1' | 'opus/48000/2';
  /** Hertz of the tone it speaks. */
  readonly tone?: number;
  readonly answer?: 'auto' | 'manual';
}

export interface PeerSetting {
  readonly dir: string;
  readonly ports: PortBlock;
  readonly capture: RtpCapture;
}

/** A softphone that is not ours: baresip, steered over its control port. It speaks a tone; what reaches it is heard on the wire. */
export class Peer {
  readonly hears: Listener;
  private readonly process: LabProcess;
  private readonly control: BaresipControl;
  private readonly setting: PeerSetting;
  private readonly ports: PeerPorts;
  private readonly dir: string;
  private said = 0;

  private constructor(process: LabProcess, control: BaresipControl, hears: Listener, setting: PeerSetting, ports: PeerPorts, dir: string) {
    this.process = process;
    this.control = control;
    this.hears = hears;
    this.setting = setting;
    this.ports = ports;
    this.dir = dir;
  }

  static async start(setting: PeerSetting, options: PeerOptions): Promise<Peer> {
    const { user, password, displayName = '', codec = 'PCMU', tone = 440, answer = 'manual' } = options;
    const ports = setting.ports.takePeer();
    const name = `baresip-${ports.sip}`;
    const dir = mkdtempSync(join(setting.dir, `${name}-`));
    const values: Readonly<Record<string, string | number>> = { DIR: dir, SIP: ports.sip, CONTROL: ports.control, MEDIA: ports.media.join('-'), TONE: tone };
    writeFileSync(join(dir, 'config'), readFileSync(template, 'utf8').replaceAll(/@([A-Z]+)@/g, (whole, key: string) => String(values[key] ?? whole)));
    const registering = password === undefined ? 'regint=0' : `auth_pass=${password};regint=30`;
    writeFileSync(
      join(dir, 'accounts'),
      // All it sends goes by the server, also to addresses that a transfer names: there is no DNS here.
      `"${displayName}" <sip:${user}@127.0.0.1:${setting.ports.sip};transport=udp>;outbound="sip:127.0.0.1:${setting.ports.sip};transport=udp";${registering};answermode=${answer};audio_codecs=${codec};ptime=20\n`,
    );
    writeFileSync(join(dir, 'contacts'), '');
    const process = new LabProcess({ dir, name, command: 'baresip', args: ['-4', '-s', '-f', dir], env: { HOME: dir } });
    try {
      const control = await until(`${name} listens on its control port`, () => BaresipControl.open(ports.control), { withinMs: 3000 });
      if (password !== undefined) await until(`${user} is registered`, () => process.log().includes('} 200 OK ('));
      return new Peer(process, control, setting.capture.listen(user, ports.media), setting, ports, dir);
    } catch (error) {
      await process.kill();
      setting.ports.givePeerBack(ports);
      throw error;
    }
  }

  /** Calls a user or a number of the lab. */
  async call(target: string): Promise<void> {
    await this.control.command('dial', `sip:${target}@127.0.0.1:${this.setting.ports.sip}`);
  }

  async answer(): Promise<void> {
    await this.event('CALL_INCOMING', { withinMs: 5000 });
    await this.control.command('accept');
  }

  /** Ends the call; before the answer that is a CANCEL (or a refusal of an incoming one). */
  async hangUp(): Promise<void> {
    await this.control.command('hangup');
  }

  /** Speaks these samples once (of {@link speechRate}) and is silent behind them, instead of its tone. */
  async say(samples: Int16Array): Promise<void> {
    this.said += 1;
    const file = join(this.dir, `said-${this.said}.wav`);
    const padded = new Int16Array(2 * (samples.length + silenceSeconds * speechRate));
    samples.forEach((sample, index) => padded.fill(sample, 2 * index, 2 * index + 2));
    writeFileSync(file, wavFile(padded, speechRate, 2));
    await this.control.command('ausrc', `aufile,${file}`);
  }

  async hold(): Promise<void> {
    await this.control.command('hold');
  }

  async resume(): Promise<void> {
    await this.control.command('resume');
  }

  /** Asks the other side to call somebody else (REFER). */
  async transfer(address: string): Promise<void> {
    await this.control.command('transfer', address);
  }

  /** Waits for something that happened to this peer since it started, or since a moment. */
  async event(type: string, options: WaitOptions & { readonly since?: number } = {}): Promise<BaresipEvent> {
    const { since = 0, ...wait } = options;
    return until(() => `${type} at baresip (${this.control.events.map((event) => event.type).join(' ')})`, () => this.control.events.find((event) => event.type === type && event.at >= since), wait);
  }

  /** What happened so far, in order. */
  history(): readonly BaresipEvent[] {
    return [...this.control.events];
  }

  /** What it heard in its last call, decoded: for codecs that are not read on the wire. Whole only when the call has ended. */
  recording(): Buffer {
    const name = readdirSync(this.dir).filter((file) => file.endsWith('-dec.wav')).sort().at(-1);
    if (name === undefined) throw new Error('this peer has heard nothing yet');
    return readFileSync(join(this.dir, name));
  }

  /** Its log, with every SIP message it sent and received. */
  log(): string {
    return this.process.log();
  }

  /** SIGKILL: the peer is gone without a BYE. */
  async kill(): Promise<void> {
    await this.process.kill();
  }

  async stop(): Promise<void> {
    this.control.close();
    await this.process.stop();
    this.setting.ports.givePeerBack(this.ports);
  }
}
