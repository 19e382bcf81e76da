import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../../lab/lab.ts';
import { pause, until } from '../../lab/wait.ts';
import { Workspace } from './workspace.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

interface ElectronOnDisk {
  electronExecutable(): string;
  mustDropSandbox(): boolean;
}

export interface LaunchOptions {
  readonly lab: Lab;
  /** The enrolment file; absent: start as this profile was left. */
  readonly enrol?: string;
  /** A folder of its own unless told; the test that gives one removes it. */
  readonly profile?: string;
  /** An application that was packed, instead of the build. */
  readonly executable?: string;
  readonly extraArgs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A running Balie: the real Electron with the real build, a profile of its own, the lab's microphone and speaker. */
export class Balie {
  readonly app: ElectronApplication;
  readonly profile: string;
  readonly workspace: Workspace;
  private readonly ownsProfile: boolean;

  private constructor(app: ElectronApplication, profile: string, ownsProfile: boolean, page: Page) {
    this.app = app;
    this.profile = profile;
    this.ownsProfile = ownsProfile;
    this.workspace = new Workspace(page);
  }

  static async launch(options: LaunchOptions): Promise<Balie> {
    const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'balie-profile-'));
    const { electronExecutable, mustDropSandbox } = (await import('../../../scripts/electron-path.mjs')) as ElectronOnDisk;
    const app = await _electron.launch({
      executablePath: options.executable ?? electronExecutable(),
      args: [
        ...(options.executable === undefined ? [projectRoot] : []),
        ...(mustDropSandbox() ? ['--no-sandbox'] : []),
        `--user-data-dir=${profile}`,
        ...(options.enrol === undefined ? [] : [`--enrol=${options.enrol}`]),
        ...options.lab.microphoneSwitches,
        ...(options.extraArgs ?? []),
      ],
      env: { ...process.env, ...options.lab.soundEnv, ...options.env } as Record<string, string>,
      timeout: 20_000,
    });
    try {
      const page = await until('the workspace window', () => app.windows().find((window) => window.url().startsWith('balie://workspace/')), { withinMs: 15_000 });
      return new Balie(app, profile, options.profile === undefined, page);
    } catch (error) {
      app.process().kill('SIGKILL');
      throw new Error(`Balie showed no workspace; its log:\n${logOf(profile)}`, { cause: error });
    }
  }

  get pid(): number {
    const { pid } = this.app.process();
    if (pid === undefined) throw new Error('Balie is not running');
    return pid;
  }

  /** Kills the page of a window, as a defect in Chromium would. */
  async crash(window: 'workspace' | 'audio'): Promise<void> {
    await this.app.evaluate(({ webContents }, prefix) => {
      const found = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith(prefix));
      if (found === undefined) throw new Error(`no window at ${prefix}`);
      found.forcefullyCrashRenderer();
    }, `balie://${window}/`);
  }

  /** The operating-system process of a window's page. */
  async pageProcess(window: 'workspace' | 'audio'): Promise<number> {
    return this.app.evaluate(({ webContents }, prefix) => webContents.getAllWebContents().find((contents) => contents.getURL().startsWith(prefix))?.getOSProcessId() ?? 0, `balie://${window}/`);
  }

  /** SIGKILL to every process of Balie at once: a power cut. The profile stays. */
  async killAtOnce(): Promise<void> {
    const gone = this.app.waitForEvent('close');
    // Playwright starts Electron in a process group of its own.
    process.kill(-this.pid, 'SIGKILL');
    await gone;
  }

  /** What Balie logged, for the report of a failed test. */
  log(): string {
    return logOf(this.profile);
  }

  /** Ends Balie in order (BYE, unregister, close the database), then whatever is left of it. */
  async stop(): Promise<void> {
    const child = this.app.process();
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await Promise.race([gone, pause(4000)]);
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
        process.kill(-child.pid, 'SIGKILL');
        await gone;
      }
    }
    if (this.ownsProfile) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function logOf(profile: string): string {
  const folder = join(profile, 'logs');
  if (!existsSync(folder)) return '(no log)';
  return readdirSync(folder)
    .map((file) => `=== ${file}\n${readFileSync(join(folder, file), 'utf8').slice(-12_000)}`)
    .join('\n');
}
