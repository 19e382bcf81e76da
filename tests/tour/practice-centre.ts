import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { pause } from '../lab/wait.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const readySchema = z.object({ ready: z.literal(true), enrolmentFile: z.string() });

/** The practice centre as `npm start` runs it: a process of its own that ends when its input closes. */
export class PracticeCentre {
  readonly enrolmentFile: string;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, enrolmentFile: string) {
    this.child = child;
    this.enrolmentFile = enrolmentFile;
  }

  /** @throws Error with what it printed when it ends before it is ready. */
  static async start(dataFolder: string, node: string = process.execPath): Promise<PracticeCentre> {
    const child = spawn(node, ['practice/main.ts', `--data=${dataFolder}`], { cwd: projectRoot, stdio: ['pipe', 'pipe', 'pipe'] });
    let printed = '';
    child.stderr.on('data', (data: Buffer) => (printed += data.toString()));
    const file = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`The practice centre ended with code ${code}:\n${printed}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        printed += `${line}\n`;
        const ready = line.startsWith('{') ? readySchema.safeParse(JSON.parse(line)) : null;
        if (ready?.success === true) resolve(ready.data.enrolmentFile);
      });
    });
    return new PracticeCentre(child, file);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.stdin?.end();
    await Promise.race([gone, pause(8000)]);
    this.child.kill('SIGKILL');
    await gone;
  }
}
