import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { tail } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/** How long a process may take to leave by itself before it is ended. */
const patienceMs = 8_000;

/**
 * A long-running child. On Linux and macOS it gets a process group of its own, so that Ctrl+C reaches only this script, which
 * ends its children one by one, in order.
 */
export class Child {
  #process;
  #kept = '';
  /** Settles when the process is gone. */
  exited;

  /**
   * @param {string} name for messages
   * @param {string} command
   * @param {string[]} args
   * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onText?: (text: string) => void, onProgress?: (line: string) => void }} options
   *   `onProgress` is given each line of its standard error
   */
  constructor(name, command, args, { cwd, env, onText, onProgress }) {
    this.name = name;
    this.#process = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: false,
    });
    const keep = (chunk) => {
      this.#kept = (this.#kept + chunk).slice(-20_000);
      onText?.(String(chunk));
    };
    this.#process.stdout.on('data', keep);
    this.#process.stderr.on('data', keep);
    if (onProgress) createInterface({ input: this.#process.stderr }).on('line', onProgress);
    // A child that is gone before it read its input is seen by `exited`.
    this.#process.stdin.on('error', () => undefined);
    this.exited = new Promise((resolve) => {
      this.#process.once('error', (error) => resolve({ code: null, signal: null, error }));
      this.#process.once('close', (code, signal) => resolve({ code, signal }));
    });
  }

  get pid() {
    return this.#process.pid;
  }

  /** The last text it printed. */
  get output() {
    return this.#kept;
  }

  /** Waits for one line of JSON that `matches`; refuses when the process ends first. */
  firstJsonLine(matches) {
    return new Promise((resolve, reject) => {
      const lines = createInterface({ input: this.#process.stdout });
      lines.on('line', (line) => {
        const value = parseJson(line);
        if (value !== undefined && matches(value)) resolve(value);
      });
      void this.exited.then(({ code, signal, error }) => {
        reject(
          new SetupError(
            `${this.name} ended before it was ready (${error?.message ?? signal ?? `exit code ${code}`}):\n${tail(this.#kept)}`,
            adviceFor(this.#kept),
          ),
        );
      });
    });
  }

  /** Asks it to leave: by closing its input, then by signal, then for good. */
  async stop({ byInput = false } = {}) {
    const steps = [
      ...(byInput ? [() => this.#process.stdin.end()] : []),
      () => this.#process.kill('SIGTERM'),
      () => this.#process.kill('SIGKILL'),
    ];
    for (const attempt of steps) {
      attempt();
      if (await this.#goneWithin(patienceMs)) return;
    }
  }

  kill() {
    this.#process.kill('SIGKILL');
  }

  #goneWithin(ms) {
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve(false), ms);
    });
    return Promise.race([this.exited.then(() => true), late]).finally(() => clearTimeout(timer));
  }
}

function parseJson(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function adviceFor(output) {
  if (/EADDRINUSE/.test(output)) {
    const port = /EADDRINUSE.*?:(\d+)/.exec(output)?.[1];
    return `Another program uses ${port ? `port ${port}` : 'a port Balie needs'}. End it (find it with: ss -ltnp), or end an earlier \`npm start\`, and try again.`;
  }
  if (/EACCES|EROFS|EPERM/.test(output)) return 'Copy the project to a folder of your own and run the command there.';
  if (/ENOSPC/.test(output)) return 'Free some disk space and run the command again.';
  return 'Run the command again; if it fails the same way, delete the folder .balie (the practice data) and try once more.';
}
