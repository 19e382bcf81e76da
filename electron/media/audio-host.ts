import { BrowserWindow } from 'electron';
import { BalieError } from '#shared/domain/errors.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { AudioState } from '#shared/domain/snapshot.ts';
import { audioContract, type AudioContract } from '#shared/ipc/audio-list.ts';
import { connect, type CallOptions, type Client } from '#shared/ipc/client.ts';
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '#shared/ipc/contract.ts';
import { audioPort } from '../main/ipc/audio-port.ts';
import type { AudioLink } from './audio-link.ts';
import { RestartBudget } from './restart-budget.ts';

export interface AudioHostOptions {
  /** Address of the audio window's page. */
  readonly url: string;
  /** The built preload script. */
  readonly preload: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told at every change, for the snapshot. */
  readonly onState: (state: AudioState) => void;
}

const heartbeatMs = 5_000;
/** A window that hangs this long is as good as dead; far above what a busy machine takes. */
const hungAfterMs = 10_000;
/** After too many deaths in a row it counts as failed; it is still tried, for without it there are no calls. */
const failedRetryMs = 30_000;

type AnyListener = (payload: never) => void;

interface Living {
  readonly window: BrowserWindow;
  readonly client: Client<AudioContract>;
}

/**
 * Keeps the hidden audio window alive: starts it, starts it again when it dies or hangs, and speaks
 * its contract. What was being asked of a window that dies is refused with `media.window-down`.
 */
export class AudioHost implements AudioLink {
  readonly #options: AudioHostOptions;
  readonly #budget: RestartBudget;
  readonly #listeners = new Map<EventName<AudioContract>, Set<AnyListener>>();
  readonly #up = new Set<() => void>();
  readonly #down = new Set<() => void>();
  #window: BrowserWindow | null = null;
  #living: Living | null = null;
  #timer: Scheduled | null = null;
  #stopped = false;
  #state: AudioState = { window: 'starting', microphone: 'unknown' };

  constructor(options: AudioHostOptions) {
    this.#options = options;
    this.#budget = new RestartBudget(options.clock);
  }

  get state(): AudioState {
    return this.#state;
  }

  get isUp(): boolean {
    return this.#living !== null;
  }

  /** Opens the window; may be called before or after telephony starts. */
  start(): void {
    if (this.#window !== null || this.#stopped) return;
    const { preload, url, logger } = this.#options;
    const window = new BrowserWindow({
      show: false,
      width: 320,
      height: 120,
      title: 'Balie audio',
      webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, backgroundThrottling: false, autoplayPolicy: 'no-user-gesture-required' },
    });
    this.#window = window;
    const gone = (reason: string) => this.#onGone(window, reason);
    window.webContents.on('render-process-gone', (_event, { reason }) => gone(reason));
    window.webContents.on('did-finish-load', () => this.#onLoaded(window));
    window.on('closed', () => gone('closed'));
    window.loadURL(url).catch((error: unknown) => {
      logger.error({ err: error }, 'the audio window could not be loaded');
      gone('load failed');
    });
  }

  /** Closes the window for good. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    const window = this.#window;
    if (window !== null) this.#onGone(window, 'stopped');
  }

  async call<N extends CallName<AudioContract>>(name: N, input: CallInput<AudioContract, N>, options?: CallOptions): Promise<CallOutput<AudioContract, N>> {
    const living = this.#living;
    if (living === null) throw new BalieError('media.window-down', `the audio window is ${this.#state.window}`);
    try {
      return await living.client.call(name, input, options);
    } catch (error) {
      if (error instanceof BalieError && error.code === 'ipc.closed') throw new BalieError('media.window-down', 'the audio window has gone', { cause: error });
      throw error;
    }
  }

  on<N extends EventName<AudioContract>>(name: N, listener: (payload: EventPayload<AudioContract, N>) => void): () => void {
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set);
    set.add(listener);
    return () => void set.delete(listener);
  }

  onUp(listener: () => void): () => void {
    this.#up.add(listener);
    return () => void this.#up.delete(listener);
  }

  onDown(listener: () => void): () => void {
    this.#down.add(listener);
    return () => void this.#down.delete(listener);
  }

  #onLoaded(window: BrowserWindow): void {
    if (window !== this.#window || this.#living !== null) return;
    const { logger } = this.#options;
    const client = connect(audioContract, audioPort(window.webContents), { onProtocolError: (what) => logger.error({ what }, 'the audio window said something unknown') });
    for (const name of Object.keys(audioContract.events) as EventName<AudioContract>[]) {
      client.on(name, (payload) => this.#dispatch(name, payload));
    }
    client.on('defect', ({ message }) => logger.warn({ message }, 'a defect in the audio window'));
    client.on('devices', ({ devices }) => this.#setState({ microphone: devices.some(({ kind }) => kind === 'microphone') ? 'ready' : 'missing' }));
    client.on('slot.relay', ({ state }) => this.#setState({ relay: state }));
    client.on('slot.microphone', ({ state }) => {
      if (state !== 'failed') this.#setState({ microphone: state === 'open' ? 'ready' : state });
    });
    client
      .call('ping', undefined, { timeoutMs: hungAfterMs })
      .then(() => this.#onReady({ window, client }))
      .catch(() => this.#onGone(window, 'silent'));
  }

  #onReady(living: Living): void {
    if (living.window !== this.#window) return;
    this.#living = living;
    this.#options.logger.info({}, 'the audio window is up');
    this.#setState({ window: 'up' });
    this.#beat(living);
    for (const listener of this.#up) listener();
  }

  #beat(living: Living): void {
    this.#timer = this.#options.clock.schedule(heartbeatMs, () => {
      living.client.call('ping', undefined, { timeoutMs: hungAfterMs }).then(
        () => this.#living === living && this.#beat(living),
        () => this.#onGone(living.window, 'hung'),
      );
    });
  }

  #onGone(window: BrowserWindow, reason: string): void {
    if (window !== this.#window) return;
    const living = this.#living;
    this.#window = null;
    this.#living = null;
    this.#timer?.cancel();
    // First what depends on it learns that it is gone, then what was asked of it is refused.
    for (const listener of this.#down) listener();
    living?.client.close();
    if (!window.isDestroyed()) window.destroy();
    if (this.#stopped) return;
    const delay = this.#budget.next();
    this.#options.logger.error({ reason, restartInMs: delay }, 'the audio window has gone');
    this.#setState({ window: delay === null ? 'failed' : 'restarting' });
    this.#timer = this.#options.clock.schedule(delay ?? failedRetryMs, () => this.start());
  }

  #dispatch<N extends EventName<AudioContract>>(name: N, payload: EventPayload<AudioContract, N>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never);
  }

  #setState(change: Partial<AudioState>): void {
    const next = { ...this.#state, ...change };
    if (next.window === this.#state.window && next.microphone === this.#state.microphone && next.relay === this.#state.relay) return;
    if (next.relay === 'refused' && this.#state.relay !== 'refused') this.#options.logger.warn({}, 'the relay refuses the credentials of the centre');
    this.#state = next;
    this.#options.onState(next);
  }
}
