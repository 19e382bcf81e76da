import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SystemDefaults } from './device-policy.ts';

interface PulseOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** A device came, went, or became the default. `told`: so it will be told of the next one; false where somebody has to look. */
  readonly onChange: (defaults: SystemDefaults, told: boolean) => void;
}

const unknown: SystemDefaults = { microphone: null, speaker: null };
/** A headset is two devices and some profiles: one change of many lines. */
const settleMs = 30;
const answerMs = 2_000;
const againMs = 30_000;

/**
 * While main launches a renderer it holds both ends of the renderer's channel, and what it starts at that moment inherits them.
 * A child that lives on would keep that channel open when the renderer dies, and nobody would hear of the crash.
 */
const closeInherited = 'for f in /proc/self/fd/*; do n=${f##*/}; [ "$n" -le 2 ] || exec {n}>&-; done 2>/dev/null;';

/**
 * Asks the sound server of Linux (PulseAudio, or PipeWire in its place) which devices are its defaults, and hears at once
 * when a device comes or goes: Chromium tells neither there. It is asked by `pactl`, which every desktop has; without it
 * the default goes unnamed and changes are noticed a little later.
 */
export class PulseDefaults {
  readonly #options: PulseOptions;
  #child: ChildProcess | null = null;
  #timer: Scheduled | null = null;
  #stopped = false;
  #asked = 0;
  #defaults = unknown;
  /** Null: nothing has been told yet. */
  #told: boolean | null = null;
  #isThere = false;

  constructor(options: PulseOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#stopped || this.#child !== null) return;
    const child = spawn('bash', ['-c', `${closeInherited} exec pactl subscribe`], { env: environment(), stdio: ['ignore', 'pipe', 'ignore'] });
    this.#child = child;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (/ on (sink|source|server) /.test(line)) this.#askSoon();
    });
    let over = false;
    const ended = () => {
      if (over) return;
      over = true;
      this.#child = null;
      if (this.#stopped) return;
      this.#options.logger.info({}, 'the sound server is not watched');
      // It went, and may be back at once.
      if (this.#isThere) this.#tell(this.#defaults, false);
      this.#isThere = false;
      this.#startLater();
    };
    child.once('error', ended);
    child.once('exit', ended);
    void this.#ask();
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
    this.#child?.kill();
  }

  /** There may be none on this machine, and each process takes main some ten milliseconds to start: one finds out, also in a call. */
  #startLater(): void {
    this.#timer?.cancel();
    this.#timer = this.#options.clock.schedule(againMs, () => void this.#startWhenThere());
  }

  async #startWhenThere(): Promise<void> {
    const info = await pactl('info');
    if (this.#stopped) return;
    if (typeof info === 'string') return this.start();
    this.#tellNone(info === null);
    this.#startLater();
  }

  #askSoon(): void {
    this.#timer?.cancel();
    this.#timer = this.#options.clock.schedule(settleMs, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const turn = ++this.#asked;
    const info = await pactl('info');
    const [sinks, sources] = typeof info === 'string' ? await Promise.all([pactl('list', 'sinks'), pactl('list', 'sources')]) : [null, null];
    if (this.#stopped || turn !== this.#asked) return;
    this.#isThere = typeof info === 'string';
    if (typeof info === 'string') this.#tell({ microphone: descriptionOf(sources, nameIn(info, 'Default Source')), speaker: descriptionOf(sinks, nameIn(info, 'Default Sink')) }, this.#child !== null);
    else this.#tellNone(info === null);
  }

  /** Of a server that is not there nothing comes that it could tell of; without `pactl` nobody would hear of one. */
  #tellNone(isPactlThere: boolean): void {
    if (this.#defaults !== unknown || this.#told !== isPactlThere) this.#tell(unknown, isPactlThere);
  }

  #tell(defaults: SystemDefaults, told: boolean): void {
    this.#defaults = defaults;
    this.#told = told;
    this.#options.onChange(defaults, told);
  }
}

/** In English, whatever the desktop speaks. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C' };
}

/** @returns null where no server answers, undefined where there is no `pactl`. */
function pactl(...args: string[]): Promise<string | null | undefined> {
  return new Promise((resolve) => {
    execFile('pactl', args, { env: environment(), timeout: answerMs, maxBuffer: 4 << 20 }, (error, output) => resolve(error === null ? output : error.code === 'ENOENT' ? undefined : null));
  });
}

function nameIn(info: string, what: string): string | null {
  return new RegExp(`^${what}: (.+)$`, 'm').exec(info)?.[1] ?? null;
}

/** The description of a sink or source is the label that Chromium gives it. */
export function descriptionOf(list: string | null | undefined, name: string | null): string | null {
  if (typeof list !== 'string' || name === null) return null;
  const entry = list.split(/\n(?=\S)/).find((text) => text.split('\n').some((line) => line.trim() === `Name: ${name}`));
  return entry === undefined ? null : (/^\s*Description: (.+)$/m.exec(entry)?.[1] ?? null);
}
