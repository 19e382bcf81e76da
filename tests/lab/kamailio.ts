import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kamailioModules } from './available.ts';
import type { LabCertificate } from './certificate.ts';
import { LabProcess } from './lab-process.ts';
import type { PortBlock } from './port-block.ts';
import { sipAnswers } from './probes.ts';
import { until } from './wait.ts';

export interface KamailioOptions {
  readonly dir: string;
  readonly ports: PortBlock;
  /** User name to password. */
  readonly users: Readonly<Record<string, string>>;
  /** Numbers that stand for a queue: the INVITE goes to `user` with the queue's key in the header. */
  readonly queues: readonly { readonly number: string; readonly key: string; readonly user: string }[];
  readonly queueHeader: string;
  /** It tells what telephones do, out of the dialogs that pass by, and takes what they tell themselves. */
  readonly presence?: boolean;
  /** Present: WSS and SIPS too. */
  readonly certificate?: LabCertificate;
  /** WSS on this address too; needs the certificate. */
  readonly clientAddress?: string;
}

const template = new URL('config/kamailio.cfg', import.meta.url);
const tlsTemplate = new URL('config/tls.cfg', import.meta.url);

/** Empty tables for Kamailio's pua module, which looks for a database although it keeps everything in memory. */
const presenceTables = {
  version: 'table_name(string) table_version(int)\npua:7\n',
  pua: 'id(int,auto) pres_uri(string) pres_id(string) event(int) expires(int) desired_expires(int) flag(int) etag(string) tuple_id(string,null) watcher_uri(string) call_id(string) to_tag(string) from_tag(string) cseq(int) record_route(string,null) contact(string) remote_contact(string) version(int) extra_headers(string)\n',
};

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/@([A-Z_]+)@/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The SIP server: registrar and proxy over WebSocket, UDP and TCP. Users live in its memory, registrations too: they are gone after a kill. */
export class Kamailio {
  private readonly options: KamailioOptions;
  private process: LabProcess | undefined;

  constructor(options: KamailioOptions) {
    this.options = options;
    const { dir, ports, certificate } = options;
    const table = (name: string, rows: readonly (readonly [string, string])[]): string => rows.map(([key, value]) => `\t$sht(${name}=>${key}) = "${value}";`).join('\n');
    const values = {
      RUN: dir,
      MODULES: kamailioModules,
      SIP: ports.sip,
      WS: ports.ws,
      SIPS: ports.sips,
      WSS: ports.wss,
      CLIENT: options.clientAddress ?? '',
      NG: ports.ng,
      TRUNK: ports.trunk,
      FORK: ports.fork,
      QUEUE_HEADER: options.queueHeader,
      USERS: table('users', Object.entries(options.users)),
      QUEUE_USERS: table('queueuser', options.queues.map((queue) => [queue.number, queue.user])),
      QUEUE_KEYS: table('queuekey', options.queues.map((queue) => [queue.number, queue.key])),
    };
    writeFileSync(join(dir, 'kamailio.cfg'), fill(readFileSync(template, 'utf8'), values));
    if (options.presence === true) for (const [table, text] of Object.entries(presenceTables)) writeFileSync(join(dir, table), text);
    if (certificate !== undefined) {
      writeFileSync(join(dir, 'tls.cfg'), fill(readFileSync(tlsTemplate, 'utf8'), { KEY: certificate.keyFile, CERTIFICATE: certificate.file }));
    }
  }

  /** Back when it answers. rtpengine must answer before: else Kamailio goes without media for a while. */
  async start(): Promise<void> {
    const { dir, ports, certificate, clientAddress } = this.options;
    const tls = certificate === undefined ? [] : ['-A', 'WITH_TLS', ...(clientAddress === undefined ? [] : ['-A', 'WITH_CLIENT'])];
    const presence = this.options.presence === true ? ['-A', 'WITH_PRESENCE'] : [];
    this.process = new LabProcess({
      dir,
      name: 'kamailio',
      command: 'kamailio',
      args: ['-DD', '-E', '-f', join(dir, 'kamailio.cfg'), '-Y', dir, '-w', dir, '-m', '64', '-M', '8', ...tls, ...presence],
    });
    await until('kamailio answers', () => {
      if (this.process?.alive === false) throw new Error(`kamailio ended: ${this.log().slice(-2000)}`);
      return sipAnswers(ports.sip);
    });
  }

  /** SIGKILL: sockets close, registrations are forgotten. */
  async kill(): Promise<void> {
    await this.process?.kill();
  }

  /** Starts it again when a test has killed it. */
  async ensureRunning(): Promise<void> {
    if (this.process?.alive !== true) await this.start();
  }

  /** SIGSTOP: sockets stay open and nobody answers, as behind a network that went away. */
  freeze(): void {
    this.process?.signal('SIGSTOP');
  }

  thaw(): void {
    this.process?.signal('SIGCONT');
  }

  /** What it wrote so far: its answer to "did that message arrive". */
  log(): string {
    return this.process?.log() ?? '';
  }

  async stop(): Promise<void> {
    await this.process?.stop();
  }
}
