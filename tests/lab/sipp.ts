import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LabProcess } from './lab-process.ts';
import { until } from './wait.ts';

const scenarioFile = (name: string): string => fileURLToPath(new URL(`scenarios/${name}.xml`, import.meta.url));

export interface SippOptions {
  readonly dir: string;
  readonly name: string;
  readonly scenario: string;
  /** What answers a request that belongs to no call of the scenario. */
  readonly outOfCall?: string;
  readonly localPort: number;
  readonly mediaPort: number;
  /** `host:port` of the server; absent for a callee. */
  readonly server?: string;
  /** Who is called. */
  readonly target?: string;
  /** Values for `[name]` in the scenario. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Calls in all, and how many of them begin in a second; one. */
  readonly flood?: { readonly calls: number; readonly perSecond: number };
}

/**
 * One call of a sipp scenario (tests/lab/scenarios), or a flood of them. An ACK is taken as often as it comes: on a slow machine
 * the 200 goes a second time before the first ACK is there, and each is acknowledged (RFC 3261, 13.2.2.4).
 */
export class Sipp {
  private readonly process: LabProcess;
  private readonly calls: number;
  private readonly errorsFile: string;

  constructor(options: SippOptions) {
    const { dir, name, localPort, mediaPort, server, target, keys = {}, flood = { calls: 1, perSecond: 10 } } = options;
    this.calls = flood.calls;
    this.errorsFile = `${dir}/${name}.errors`;
    this.process = new LabProcess({
      dir,
      name,
      command: 'sipp',
      args: [
        ...(server === undefined ? [] : [server]),
        ...(target === undefined ? [] : ['-s', target]),
        ...['-sf', scenarioFile(options.scenario), '-i', '127.0.0.1', '-p', String(localPort), '-mi', '127.0.0.1', '-mp', String(mediaPort)],
        ...(options.outOfCall === undefined ? [] : ['-oocsf', scenarioFile(options.outOfCall)]),
        ...['-m', String(flood.calls), '-r', String(flood.perSecond), '-nostdin', '-rtp_echo', '-trace_err', '-error_file', this.errorsFile],
        ...Object.entries(keys).flatMap(([key, value]) => ['-key', key, value]),
      ],
      env: { TERM: 'dumb' },
    });
  }

  /** Waits until the scenario has run to its end. */
  async done(withinMs = 15_000): Promise<void> {
    await until('sipp finishes its scenario', () => !this.process.alive, { withinMs });
    const successful = /Successful call\s*\|[^|]*\|\s*(\d+)/.exec(this.process.log().slice(-8000));
    if (Number(successful?.[1]) !== this.calls) throw new Error(`sipp's scenario did not run as written: ${this.complaint()}\n${this.process.log().slice(-1500)}`);
  }

  /** What sipp said went wrong, in one line: the first of a report is all that a summary shows. */
  private complaint(): string {
    if (!existsSync(this.errorsFile)) return 'it wrote no error';
    return readFileSync(this.errorsFile, 'utf8').trim().replaceAll(/\s+/g, ' ').slice(0, 600);
  }

  onceGone(tell: () => void): void {
    void this.process.exited.then(tell);
  }

  get alive(): boolean {
    return this.process.alive;
  }

  async stop(): Promise<void> {
    await this.process.kill();
  }
}
