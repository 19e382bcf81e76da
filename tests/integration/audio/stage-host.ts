import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { makeTone } from '../../lab/audio/tone.ts';
import { wavFile } from '../../lab/audio/wav.ts';
import { microphoneTone } from '../../lab/lab.ts';
import { Pulse } from '../../lab/pulse.ts';
import { until } from '../../lab/wait.ts';
import type { Stage } from './stage.ts';

interface ElectronOnDisk {
  electronExecutable(): string;
  mustDropSandbox(): boolean;
}
interface Message {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly ready?: boolean;
  readonly console?: string;
  readonly defect?: string;
}
type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

async function buildStage(out: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(here, 'stage-main.ts'), outDir: out, emptyOutDir: false, target: 'node20.18', rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs', codeSplitting: false } } },
  });
  const input = join(here, 'page/audio/index.html');
  await build({ configFile: false, root: join(here, 'page'), logLevel: 'error', build: { outDir: join(out, 'renderer'), emptyOutDir: false, target: 'chrome130', rolldownOptions: { input } } });
  writeFileSync(join(out, 'package.json'), JSON.stringify({ name: 'balie-stage', main: 'main.cjs' }));
}

/** An Electron that shows the stage; its microphone speaks {@link microphoneTone}, its speaker is virtual. */
export class StageHost {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #pulse: Pulse;
  readonly #pending = new Map<number, Pending>();
  readonly #lines: string[] = [];
  #ready = false;
  #next = 0;

  private constructor(child: ChildProcess, folder: string, pulse: Pulse) {
    this.#child = child;
    this.#folder = folder;
    this.#pulse = pulse;
    if (child.stdout === null || child.stderr === null) throw new Error('the stage has no output');
    createInterface({ input: child.stdout }).on('line', (line) => this.#take(line));
    createInterface({ input: child.stderr }).on('line', (line) => this.#lines.push(line));
  }

  static async start(): Promise<StageHost> {
    const { electronExecutable, mustDropSandbox } = (await import('../../../scripts/electron-path.mjs')) as ElectronOnDisk;
    const folder = mkdtempSync(join(tmpdir(), 'balie-stage-'));
    const [pulse] = await Promise.all([Pulse.start(folder), buildStage(folder)]);
    const tone = join(folder, 'microphone.wav');
    writeFileSync(tone, wavFile(makeTone({ hz: microphoneTone, rate: 48_000, seconds: 10, rhythm: [160, 40] }), 48_000));
    const switches = ['--allow-loopback-in-peer-connection', '--disable-gpu', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${tone}`];
    const child = spawn('xvfb-run', ['-a', electronExecutable(), folder, ...(mustDropSandbox() ? ['--no-sandbox'] : []), `--user-data-dir=${join(folder, 'profile')}`, ...switches], {
      env: { ...process.env, ...pulse.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const host = new StageHost(child, folder, pulse);
    try {
      await until('the stage is ready', () => host.#ready, { withinMs: 20_000 });
      return host;
    } catch (error) {
      await host.stop();
      throw new Error(`the stage did not open:\n${host.log()}`, { cause: error });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  do<N extends keyof Stage>(name: N, ...args: Parameters<Stage[N]>): Promise<Awaited<ReturnType<Stage[N]>>> {
    const id = ++this.#next;
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#child.stdin?.write(`${JSON.stringify({ id, name, args })}\n`);
    }) as Promise<Awaited<ReturnType<Stage[N]>>>;
  }

  log(): string {
    return this.#lines.join('\n');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL');
    await this.#pulse.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #take(line: string): void {
    if (!line.startsWith('@stage ')) {
      this.#lines.push(line);
      return;
    }
    const { id, value, error, ready, ...rest } = JSON.parse(line.slice('@stage '.length)) as Message;
    if (ready === true) this.#ready = true;
    if (id === undefined) {
      this.#lines.push(JSON.stringify(rest));
      return;
    }
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }
}
