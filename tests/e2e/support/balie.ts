import { _electron, chromium, type Browser, type ElectronApplication, type Page } from '@playwright/test';
import { type ChildProcess, execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pause, until } from '../../lab/wait.ts';
import { Workspace } from './workspace.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

let found: string | undefined;

/** The Electron that the project's scripts have brought to this machine. */
export function electronExecutable(): string {
  found ??= execFileSync(process.execPath, ['scripts/electron-path.mjs'], { cwd: projectRoot, encoding: 'utf8' }).trim();
  return found;
}

export interface LaunchOptions {
  /** The enrolment file; absent: start as this profile was left. */
  readonly enrol?: string;
  /** A folder of its own unless told; the test that gives one removes it. */
  readonly profile?: string;
  /** Switches for Chromium: a microphone, for example. */
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A running Balie: the real Electron with the real build, a profile of its own, the microphone and the speaker it is given. */
export class Balie {
  readonly app: ElectronApplication;
  readonly profile: string;
  readonly workspace: Workspace;
  private readonly ownsProfile: boolean;
  /** What the pages wrote to their consoles. */
  private readonly said: readonly string[];
  private browser: Browser | null = null;
  private crashedProcess = 0;
  private readonly child: ChildProcess;

  private constructor(app: ElectronApplication, profile: string, ownsProfile: boolean, page: Page, said: readonly string[]) {
    this.app = app;
    this.profile = profile;
    this.ownsProfile = ownsProfile;
    this.workspace = new Workspace(page);
    this.said = said;
    this.child = app.process();
  }

  static async launch(options: LaunchOptions): Promise<Balie> {
    const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'balie-profile-'));
    const app = await _electron.launch({
      executablePath: electronExecutable(),
      args: [
        projectRoot,
        // Chromium's sandbox refuses to run as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${profile}`,
        ...(options.enrol === undefined ? [] : [`--enrol=${options.enrol}`]),
        // Media of the tests runs over loopback, which may be the only network there is.
        '--allow-loopback-in-peer-connection',
        ...(options.switches ?? []),
      ],
      env: { ...process.env, ...options.env } as Record<string, string>,
      // The system's, as Balie sees it: Playwright would have every page believe in a light one.
      colorScheme: null,
      timeout: 20_000,
    });
    const said: string[] = [];
    const listen = (page: Page): void => {
      page.on('console', (message) => said.push(`${page.url()} ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => said.push(`${page.url()} ${error.stack ?? error.message}`));
    };
    app.windows().forEach(listen);
    app.on('window', listen);
    try {
      const page = await until('the workspace window', () => app.windows().find((window) => window.url().startsWith('balie://workspace/')), { withinMs: 15_000 });
      return new Balie(app, profile, options.profile === undefined, page, said);
    } catch (error) {
      app.process().kill('SIGKILL');
      throw new Error(`Balie showed no workspace; its log:\n${logOf(profile)}`, { cause: error });
    }
  }

  /** Kills the page of a window, as a defect in Chromium would. */
  async crash(window: 'workspace' | 'audio'): Promise<void> {
    const { id, process: crashed } = await this.page(window);
    if (window === 'workspace') this.crashedProcess = crashed;
    await this.app.evaluate(({ webContents }, contents) => webContents.fromId(contents)?.forcefullyCrashRenderer(), id);
  }

  /**
   * The workspace after its page crashed and Balie loaded it anew: Playwright gives up a page that
   * crashed, so this looks through a second connection.
   */
  async workspaceAgain(): Promise<Workspace> {
    await until('the workspace is loaded anew', async () => {
      const now = await this.page('workspace');
      return now.process !== this.crashedProcess && !now.loading;
    }, { withinMs: 10_000 });
    const [port] = await until('the port of the developer tools', () => readFileSync(join(this.profile, 'DevToolsActivePort'), 'utf8').split('\n'));
    this.browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const { browser } = this;
    const page = await until('the workspace after the crash', () => browser.contexts().flatMap((context) => context.pages()).find((one) => one.url().startsWith('balie://workspace/')), { withinMs: 10_000 });
    return new Workspace(page);
  }

  /** Starts Balie once more with this profile, as the system does for a link or an administrator by hand; back when that start has ended. */
  async startAgain(...words: readonly string[]): Promise<void> {
    const { spawnfile, spawnargs } = this.child;
    const [, ...own] = spawnargs;
    const needed = own.filter((word) => word === '--no-sandbox' || word.startsWith('--user-data-dir=') || !word.startsWith('-'));
    await promisify(execFile)(spawnfile, [...needed, ...words], { env: process.env, timeout: 15_000 });
  }

  /** As if the operator had chosen it in the system's settings. */
  async useTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
  }

  /** SIGKILL to every process of Balie at once: a power cut. The profile stays. */
  async killAtOnce(): Promise<void> {
    const gone = this.app.waitForEvent('close');
    // Playwright starts Electron in a process group of its own.
    process.kill(-(this.child.pid ?? Number.NaN), 'SIGKILL');
    await gone;
  }

  /** What Balie logged, for the report of a failed test. */
  log(): string {
    return `${logOf(this.profile)}\n=== consoles\n${this.said.join('\n')}`;
  }

  /** The workspace as it looks now, for the report of a failed test; null when it is gone. */
  picture(): Promise<Buffer | null> {
    return this.workspace.page.screenshot({ timeout: 2000 }).catch(() => null);
  }

  /** Addresses of all pages, as main has them. */
  addresses(): Promise<string[]> {
    return this.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()));
  }

  /** Ends Balie in order (BYE, unregister, close the database), then whatever is left of it. */
  async stop(): Promise<void> {
    const { child } = this;
    const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null;
    if (!isGone()) {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await Promise.race([gone, pause(4000)]);
      if (!isGone() && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await gone;
    }
    await this.browser?.close();
    if (this.ownsProfile) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A window's page: its id, the operating-system process it lives in, and whether it still loads. */
  private page(window: 'workspace' | 'audio'): Promise<{ readonly id: number; readonly process: number; readonly loading: boolean }> {
    return this.app.evaluate(({ webContents }, prefix) => {
      const found = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith(prefix));
      return { id: found?.id ?? 0, process: found?.getOSProcessId() ?? 0, loading: found?.isLoading() ?? true };
    }, `balie://${window}/`);
  }
}

function logOf(profile: string): string {
  const folder = join(profile, 'logs');
  if (!existsSync(folder)) return '(no log)';
  return readdirSync(folder)
    .map((file) => `=== ${file}\n${readFileSync(join(folder, file), 'utf8').slice(-12_000)}`)
    .join('\n');
}
