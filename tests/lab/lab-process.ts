import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pause } from './wait.ts';

export interface LabProcessOptions {
  /** Folder of the log. */
  readonly dir: string;
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Hands out standard output as a stream instead of writing it to the log. */
  readonly pipeOutput?: boolean;
  /** It is steered by what one would type: see {@link LabProcess.type}. */
  readonly isTyped?: boolean;
}

const running = new Set<LabProcess>();
process.once('exit', () => {
  for (const one of running) one.signal('SIGKILL');
});

/**
 * A program of the lab in a process group of its own, so that a signal reaches its children too. It
 * does not outlive the test: it ends with `stop()`, when the test process exits, and (by
 * PR_SET_PDEATHSIG) when the test process is killed.
 */
export class LabProcess {
  readonly name: string;
  readonly exited: Promise<void>;
  private readonly child: ChildProcess;
  private readonly logFile: string;
  private ended = false;

  constructor(options: LabProcessOptions) {
    this.name = options.name;
    this.logFile = join(options.dir, `${options.name}.log`);
    const log = openSync(this.logFile, 'a');
    this.child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', options.command, ...options.args], {
      detached: true,
      cwd: options.dir,
      env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, ...options.env },
      stdio: [options.isTyped === true ? 'pipe' : 'ignore', options.pipeOutput === true ? 'pipe' : log, log],
    });
    closeSync(log);
    // A program that ends reads no more: that it ended is seen elsewhere.
    this.child.stdin?.on('error', () => undefined);
    running.add(this);
    this.exited = new Promise((resolve) => {
      const done = (): void => {
        this.ended = true;
        running.delete(this);
        resolve();
      };
      this.child.once('exit', done);
      this.child.once('error', done);
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get alive(): boolean {
    return !this.ended;
  }

  get output(): Readable {
    if (this.child.stdout === null) throw new Error(`${this.name} writes to its log`);
    return this.child.stdout;
  }

  /** Types a line at its prompt. */
  type(line: string): void {
    if (this.child.stdin === null) throw new Error(`${this.name} has no prompt`);
    this.child.stdin.write(`${line}\n`);
  }

  /** What the program wrote so far. */
  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** Sends a signal to the program and its children. */
  signal(signal: NodeJS.Signals): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** SIGKILL, and back when it is gone. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
  }

  /** SIGTERM, then SIGKILL for what is left after a second. */
  async stop(): Promise<void> {
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    await Promise.race([this.exited, pause(1000)]);
    await this.kill();
  }
}
