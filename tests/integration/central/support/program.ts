import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program that starts the tenth time need not be compiled the tenth time. */
const compiled = join(root, 'node_modules', '.cache', 'balie', 'compiled');

interface Elsewhere {
  /** Where the program's files are. */
  readonly folder: string;
  /** What Node is given. */
  readonly command: readonly string[];
}

/** A program of `central/`, run as its user runs it. */
export class Program {
  readonly ended: Promise<Ended>;
  readonly #child;
  #out = '';
  #err = '';

  constructor(name: string, args: readonly string[], environment: Record<string, string>, input = '', elsewhere?: Elsewhere) {
    const { folder, command } = elsewhere ?? { folder: root, command: [join('central', name)] };
    this.#child = spawn(process.execPath, [...command, ...args], { cwd: folder, env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiled, ...environment } });
    this.#child.stdout.on('data', (chunk: Buffer) => (this.#out += chunk.toString()));
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#err += chunk.toString()));
    this.#child.stdin.on('error', () => undefined).end(input);
    this.ended = new Promise((resolve) => this.#child.once('close', (code) => resolve({ code, out: this.#out, err: this.#err })));
  }

  /** Waits for the line that says where it listens. */
  async url(): Promise<string> {
    return await new Promise((resolve, reject) => {
      const look = (): void => {
        const url = /"url":"([^"]+)"/.exec(this.#out)?.[1];
        if (url !== undefined) resolve(url);
      };
      look();
      this.#child.stdout.on('data', look);
      void this.ended.then(({ err }) => reject(new Error(`ended: ${err}`)));
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}
