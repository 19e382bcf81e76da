import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Listener } from './audio/listener.ts';
import { makeTone } from './audio/tone.ts';
import { wavFile } from './audio/wav.ts';
import { Peer, type PeerOptions } from './baresip.ts';
import { type LabCertificate, makeCertificate } from './certificate.ts';
import { Coturn } from './coturn.ts';
import { Kamailio } from './kamailio.ts';
import { Linphone, type LinphoneOptions } from './linphonec.ts';
import { ClientNetwork } from './network.ts';
import { PortBlock } from './port-block.ts';
import { Pulse } from './pulse.ts';
import { RtpCapture } from './rtp-capture.ts';
import { Rtpengine } from './rtpengine.ts';
import { SlowRelay } from './slow-relay.ts';
import { Sipp, type SippOptions } from './sipp.ts';

/** Hertz of what the application's microphone hears. */
export const microphoneTone = 1000;
/** Hertz of what a caller speaks, unless the test says otherwise. */
export const callerTone = 440;

const microphones = [
  ['talks.wav', [160, 40]],
  ['listens.wav', [2000, 8000]],
] as const;

const domain = 'lab.test';
const passwords = { operator: 'operator-pw', colleague: 'colleague-pw', third: 'third-pw' } as const;
type UserName = keyof typeof passwords;

export interface LabUser {
  readonly user: string;
  readonly password: string;
  readonly uri: string;
}

export interface LabQueue {
  readonly number: string;
  readonly key: string;
  readonly user: UserName;
}

export interface LabOptions {
  /** WSS with a certificate of its own beside WS. */
  readonly wss?: boolean;
  /** The server tells what telephones do; see {@link presenceAvailable}. */
  readonly presence?: boolean;
  /** A virtual speaker and microphone for the application. */
  readonly sound?: boolean;
  /** The application is on a machine of its own: see `lab.network`. */
  readonly network?: boolean;
  readonly queues?: readonly LabQueue[];
  readonly queueHeader?: string;
}

type Callee = 'echo' | 'busy' | 'ringing' | 'early' | 'early-at-once' | 'early-at-once-reliable' | 'moved' | 'update' | 'info' | 'glare' | 'refreshed' | 'reinvited' | 'forgetful';
type Caller = 'cancel' | 'answered-elsewhere' | 'flood' | 'refer-byes' | 'any-name' | 'late-offer' | 'auto-answer' | 'refreshing' | 'picked-up';


/** Real servers and peers on free ports of 127.0.0.1: several labs can run at once. */
export class Lab {
  readonly dir: string;
  readonly ports: PortBlock;
  readonly kamailio: Kamailio;
  readonly rtpengine: Rtpengine;
  readonly users: Readonly<Record<UserName, LabUser>>;
  /** Offered by the exchange to two telephones at once: see {@link fork}. */
  readonly forkedNumber = '+3225550002';
  private readonly certificate: LabCertificate | undefined;
  private readonly clientNetwork: ClientNetwork | undefined;
  private readonly capture: RtpCapture;
  private readonly pulse: Pulse | undefined;
  private readonly guests: { stop(): Promise<void> }[] = [];

  private constructor(parts: { dir: string; ports: PortBlock; kamailio: Kamailio; rtpengine: Rtpengine; capture: RtpCapture; certificate: LabCertificate | undefined; network: ClientNetwork | undefined; pulse: Pulse | undefined }) {
    this.dir = parts.dir;
    this.ports = parts.ports;
    this.kamailio = parts.kamailio;
    this.rtpengine = parts.rtpengine;
    this.capture = parts.capture;
    this.certificate = parts.certificate;
    this.clientNetwork = parts.network;
    this.pulse = parts.pulse;
    const user = (name: UserName): LabUser => ({ user: name, password: passwords[name], uri: `sip:${name}@${domain}` });
    this.users = { operator: user('operator'), colleague: user('colleague'), third: user('third') };
  }

  static async start(options: LabOptions): Promise<Lab> {
    const dir = mkdtempSync(join(tmpdir(), 'balie-lab-'));
    const ports = await PortBlock.take();
    const certificate = options.wss === true || options.network === true ? makeCertificate(dir) : undefined;
    const network = options.network === true ? await ClientNetwork.start(dir) : undefined;
    const rtpengine = new Rtpengine(dir, ports, network?.serverAddress);
    const kamailio = new Kamailio({ dir, ports, users: passwords, queues: options.queues ?? [], queueHeader: options.queueHeader ?? 'X-Queue', presence: options.presence === true, ...(certificate === undefined ? {} : { certificate }), ...(network === undefined ? {} : { clientAddress: network.serverAddress }) });
    const capturing = RtpCapture.start(dir, ports);
    const pulsing = options.sound === true ? Pulse.start(dir) : Promise.resolve(undefined);
    const serving = rtpengine.start().then(() => kamailio.start());
    try {
      for (const [file, rhythm] of microphones) writeFileSync(join(dir, file), wavFile(makeTone({ hz: microphoneTone, rate: 48_000, seconds: 10, rhythm }), 48_000));
      const [capture, pulse] = await Promise.all([capturing, pulsing, serving]);
      return new Lab({ dir, ports, kamailio, rtpengine, capture, certificate, network, pulse });
    } catch (error) {
      const [capture, pulse] = await Promise.allSettled([capturing, pulsing, serving]);
      await Promise.all([kamailio.stop(), rtpengine.stop(), capture.status === 'fulfilled' && capture.value.stop(), pulse.status === 'fulfilled' && pulse.value?.stop()]);
      await network?.stop();
      await ports.release();
      rmSync(dir, { recursive: true, force: true });
      throw error;
    }
  }

  /** The SIP server as provisioning names it: the first address of `sip.servers`. */
  get server(): { readonly url: string; readonly fingerprint?: string } {
    if (this.certificate === undefined) return { url: `ws://127.0.0.1:${this.ports.ws}` };
    return { url: `wss://${this.clientNetwork?.serverAddress ?? '127.0.0.1'}:${this.ports.wss}`, fingerprint: this.certificate.fingerprint };
  }

  /** The application's machine: interfaces that come and go. */
  get network(): ClientNetwork {
    if (this.clientNetwork === undefined) throw new Error('This lab was started without a network of its own');
    return this.clientNetwork;
  }

  /** Switches that give Chromium a microphone which speaks `microphoneTone` all the time. */
  get microphoneSwitches(): readonly string[] {
    return this.microphone('talks.wav');
  }

  /** The same for two seconds in ten: who is on the line gets a word in. */
  get listeningMicrophoneSwitches(): readonly string[] {
    return this.microphone('listens.wav');
  }

  /** Environment for an application that plays to the lab's speaker. */
  get soundEnv(): Readonly<Record<string, string>> {
    return this.pulse?.env ?? {};
  }

  /** What the application plays. */
  get speaker(): Listener {
    if (this.pulse === undefined) throw new Error('This lab was started without sound');
    return this.pulse.speaker;
  }

  /** The sound server, to plug devices in and out. */
  get sound(): Pulse {
    if (this.pulse === undefined) throw new Error('This lab was started without sound');
    return this.pulse;
  }

  private microphone(file: (typeof microphones)[number][0]): readonly string[] {
    return ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${join(this.dir, file)}`];
  }

  /** A baresip that calls or is called. */
  async caller(options: PeerOptions): Promise<Peer> {
    const peer = await Peer.start({ dir: this.dir, ports: this.ports, capture: this.capture }, { tone: callerTone, ...options });
    this.guests.push(peer);
    return peer;
  }

  /** A registered colleague of the operator. */
  async colleague(name: UserName, options: Omit<PeerOptions, 'user' | 'password'> = {}): Promise<Peer> {
    return this.caller({ ...options, user: name, password: passwords[name] });
  }

  /** The same, with a linphonec: see {@link linphoneAvailable}. */
  async linphone(name: UserName, options: Omit<LinphoneOptions, 'user' | 'password'> = {}): Promise<Linphone> {
    const linphone = await Linphone.start({ dir: this.dir, ports: this.ports, capture: this.capture }, { ...options, user: name, password: passwords[name] });
    this.guests.push(linphone);
    return linphone;
  }

  /** A TURN server where the application can reach it. */
  async turn(): Promise<Coturn> {
    const certificate = this.certificate ?? makeCertificate(this.dir);
    const coturn = await Coturn.start({ dir: this.dir, address: this.clientNetwork?.serverAddress ?? '127.0.0.1', ports: this.ports, certificate });
    this.guests.push(coturn);
    return coturn;
  }

  /** A way to this server that can be slow: see {@link SlowRelay}. */
  async slowWayTo(server: { readonly address: string; readonly port: number }): Promise<SlowRelay> {
    const relay = await SlowRelay.start(server);
    this.guests.push(relay);
    return relay;
  }

  /** Ears for what reaches {@link callee}. */
  trunkHears(): Listener {
    return this.capture.listen('the callee', [this.ports.trunkMedia, this.ports.trunkMedia + 1]);
  }

  /** The next call to any number over the trunk meets this. */
  callee(kind: Callee): Sipp {
    const sipp = new Sipp({ dir: this.dir, name: `sipp-${this.guests.length}`, scenario: `callee-${kind}`, localPort: this.ports.trunk, mediaPort: this.ports.trunkMedia });
    this.guests.push(sipp);
    return sipp;
  }

  /** Who a call to `forkedNumber` meets: one that only rings, and one that is heard before it answers. */
  fork(): readonly [lost: Sipp, won: Sipp] {
    const { ports, dir } = this;
    const lost = new Sipp({ dir, name: `sipp-${this.guests.length}`, scenario: 'callee-fork-lost', localPort: ports.trunk, mediaPort: ports.trunkMedia });
    this.guests.push(lost);
    const won = new Sipp({ dir, name: `sipp-${this.guests.length}`, scenario: 'callee-fork-won', localPort: ports.fork, mediaPort: ports.forkMedia });
    this.guests.push(won);
    return [lost, won];
  }

  /** A sipp that calls over the trunk under any name, also one that no honest caller has. */
  sippCaller(scenario: `caller-${Caller}`, target: string, keys: { readonly caller: string; readonly display: string; readonly asks?: string }, flood?: SippOptions['flood']): Sipp {
    const ports = this.ports.takePeer();
    const sipp = new Sipp({ dir: this.dir, name: `sipp-${this.guests.length}`, scenario, ...(scenario === 'caller-picked-up' ? { outOfCall: 'out-of-call-picked-up' } : {}), localPort: ports.sip, mediaPort: ports.media[0], server: `127.0.0.1:${this.ports.sip}`, target, keys, ...(flood === undefined ? {} : { flood }) });
    sipp.onceGone(() => this.ports.givePeerBack(ports));
    this.guests.push(sipp);
    return sipp;
  }

  /** The telephone events that reached a peer. */
  digitsHeardBy(peer: { readonly hears: Listener }): string {
    return this.capture.digits(peer.hears);
  }

  /** The end of every log, for the report of a test that failed. */
  logs(): string {
    const files = readdirSync(this.dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.log') || file.endsWith('.errors'));
    return files.map((file) => `=== ${file}\n${readFileSync(join(this.dir, file), 'utf8').slice(-4000)}`).join('\n');
  }

  /** Ends everything and removes its folder. */
  async stop(): Promise<void> {
    await Promise.all(this.guests.map((guest) => guest.stop()));
    await Promise.all([this.kamailio.stop(), this.rtpengine.stop(), this.capture.stop(), this.pulse?.stop()]);
    await this.clientNetwork?.stop();
    await this.ports.release();
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Starts Kamailio, rtpengine and the ears of the lab; back within a second when all of them answer. */
export function startLab(options: LabOptions = {}): Promise<Lab> {
  return Lab.start(options);
}
