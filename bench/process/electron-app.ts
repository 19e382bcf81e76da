import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.join(import.meta.dirname, '../..');

/** Both applications get the same. */
const switches = [
  '--allow-loopback-in-peer-connection',
  '--use-fake-ui-for-media-stream',
  '--remote-debugging-port=0',
  // Chromium refuses to run in its sandbox as root; the pages stay sandboxed from Node all the same.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const beepingMicrophone = '--use-fake-device-for-media-stream';
const patienceMs = 8_000;

/** @returns the Electron that `npm start` would use. */
export function electronExecutable(): string {
  const found = execFileSync(process.execPath, [path.join(projectRoot, 'scripts/electron-path.mjs')], { encoding: 'utf8' }).trim();
  if (found === '') throw new Error('Electron is not on this machine yet. Run: npm run bootstrap');
  return found;
}

interface ElectronOptions {
  readonly executable: string;
  /** Folder of the app. */
  readonly app: string;
  readonly profile: string;
  readonly args: readonly string[];
  /** File to which its output is appended. */
  readonly log: string;
  readonly devices?: 'beeps' | 'system';
  /** Main can be looked into while it runs: for what grows, never for what is timed. */
  readonly inspect?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** An Electron that was started, up to its end. It does not outlive the bench. */
export class ElectronApp {
  /** Milliseconds since the epoch, just before the process was made. */
  readonly startedAt: number;
  /** Address of its DevTools; rejects when the process ends before it has told it. */
  readonly devTools: Promise<string>;
  /** Address of main's own inspector, of one that was started with `inspect`; rejects like {@link devTools}. */
  readonly inspector: Promise<string>;
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  #ended = false;

  constructor({ executable, app, profile, args, log, devices = 'beeps', inspect = false, env = {} }: ElectronOptions) {
    const command = [executable, app, `--user-data-dir=${profile}`, ...switches, ...(inspect ? ['--inspect=127.0.0.1:0'] : []), ...(devices === 'beeps' ? [beepingMicrophone] : []), ...args];
    this.startedAt = performance.timeOrigin + performance.now();
    // A process group of its own, so that nothing of it is left behind; and the end when the bench is killed.
    this.#child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...command], { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, ...env } });
    const output = createWriteStream(log, { flags: 'a' });
    this.#child.stdout?.pipe(output, { end: false });
    this.#child.stderr?.pipe(output, { end: false });
    this.#exited = new Promise<void>((resolve) => {
      this.#child.once('error', () => resolve());
      this.#child.once('exit', () => resolve());
    }).then(() => {
      this.#ended = true;
      output.end();
    });
    this.devTools = this.#readAddress(/^DevTools listening on (ws:\S+)/m, log);
    this.inspector = this.#readAddress(/^Debugger listening on (ws:\S+)/m, log);
    // Whoever needs one sees the refusal; who stops the application early does not.
    this.devTools.catch(() => undefined);
    this.inspector.catch(() => undefined);
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('Electron could not be started');
    return this.#child.pid;
  }

  /** Asks it to end in order; ends what is left of it after that. */
  async stop(): Promise<void> {
    if (!this.#ended) process.kill(this.pid, 'SIGTERM');
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.#exited, new Promise((resolve) => (timer = setTimeout(resolve, patienceMs)))]);
    clearTimeout(timer);
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      // Nothing was left, which is as it should be.
    }
    await this.#exited;
  }

  #readAddress(line: RegExp, log: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let text = '';
      this.#child.stderr?.on('data', (chunk) => {
        text = (text + String(chunk)).slice(-20_000);
        const url = line.exec(text)?.[1];
        if (url !== undefined) resolve(url);
      });
      void this.#exited.then(() => reject(new Error(`Electron ended before it was up: see ${log}`)));
    });
  }
}
