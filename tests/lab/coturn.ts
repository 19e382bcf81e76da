import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LabCertificate } from './certificate.ts';
import { LabProcess } from './lab-process.ts';
import type { PortBlock } from './port-block.ts';
import { until } from './wait.ts';

export const relayTransports = ['udp', 'tcp', 'tls'] as const;
export type RelayTransport = (typeof relayTransports)[number];

/** A TURN server (RFC 8656) with one user, over UDP, TCP and TLS. */
export class Coturn {
  readonly username = 'balie';
  readonly credential = 'turn-pw';
  private readonly process: LabProcess;
  private readonly address: string;
  private readonly ports: PortBlock;
  private readonly certificate: LabCertificate;

  private constructor(process: LabProcess, address: string, ports: PortBlock, certificate: LabCertificate) {
    this.process = process;
    this.address = address;
    this.ports = ports;
    this.certificate = certificate;
  }

  /** Back when it listens. */
  static async start(options: { readonly dir: string; readonly address: string; readonly ports: PortBlock; readonly certificate: LabCertificate }): Promise<Coturn> {
    const { dir, address, ports, certificate } = options;
    const process = new LabProcess({
      dir,
      name: 'coturn',
      command: 'turnserver',
      args: [
        ...['-n', '--no-cli', '--log-file=stdout', '--simple-log', '--verbose', `--pidfile=${dir}/coturn.pid`, `--userdb=${dir}/coturn.db`],
        ...[`--listening-ip=${address}`, `--relay-ip=${address}`, `--listening-port=${ports.turn}`, `--tls-listening-port=${ports.turns}`],
        ...[`--min-port=${ports.turnRelay[0]}`, `--max-port=${ports.turnRelay[1]}`, '--no-dtls'],
        ...['--lt-cred-mech', '--realm=lab.test', '--user=balie:turn-pw', `--cert=${certificate.file}`, `--pkey=${certificate.keyFile}`],
      ],
    });
    await until('the TURN server listens', () => process.log().includes('TLS listener opened') || process.log().includes('IPv4. TLS/TCP listener opened'), { withinMs: 10_000 });
    return new Coturn(process, address, ports, certificate);
  }

  /** As provisioning names it. */
  server(transport: RelayTransport, credential = this.credential): { readonly urls: string[]; readonly username: string; readonly credential: string } {
    const url = transport === 'tls' ? `turns:${this.address}:${this.ports.turns}?transport=tcp` : `turn:${this.address}:${this.ports.turn}?transport=${transport}`;
    return { urls: [url], username: this.username, credential };
  }

  /** A switch that lets Chromium trust this server's certificate, and no other. */
  get trustSwitch(): string {
    const key = new X509Certificate(readFileSync(this.certificate.file)).publicKey.export({ type: 'spki', format: 'der' });
    return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
  }

  /** How many allocations were made so far. */
  get allocations(): number {
    return this.process.log().split('ALLOCATE processed, success').length - 1;
  }

  log(): string {
    return this.process.log();
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }
}
