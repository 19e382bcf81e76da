import type { BrowserWindow } from 'electron';
import path from 'node:path';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import type { EventName, EventPayload } from '#shared/ipc/contract.ts';
import { behindTheLock } from '#shared/domain/behind-the-lock.ts';
import { mainContract, type MainContract } from '#shared/ipc/main-list.ts';
import { serve, type Handlers, type Server } from '#shared/ipc/server.ts';
import type { Levels } from '../telephony/telephony.ts';
import { announceStoreGone, handOverStoreLine } from './ipc/store-ports.ts';
import { workspacePort } from './ipc/workspace-port.ts';
import { admitWhileLocked } from './locked-calls.ts';
import type { MainState } from './main-state.ts';
import type { StoreHost } from './store-host.ts';
import { VisibleLevels } from './visible-levels.ts';
import { openWorkspaceWindow } from './workspace-window.ts';

const handshakeMs = 15;

interface WorkspaceHostOptions {
  readonly handlers: Handlers<MainContract>;
  readonly state: MainState;
  readonly store: StoreHost;
  /** Folder of the preload scripts. */
  readonly preloads: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The operator closes the window. */
  readonly onClose: () => void;
  /** The page is there, for the first time or again. */
  readonly onPageLoaded: () => void;
}

/** The workspace as main sees it: one window, what it is told and what it may ask. */
export class WorkspaceHost {
  readonly #options: WorkspaceHostOptions;
  readonly #server: Server<MainContract>;
  #levels: VisibleLevels;
  #window: BrowserWindow | null = null;
  #detach: (() => void) | null = null;
  #announcing = false;
  /** The calls that the page knows of. */
  #told: MainSnapshot['calls'] = [];

  constructor(options: WorkspaceHostOptions) {
    this.#options = options;
    this.#levels = new VisibleLevels(options.clock);
    this.#server = serve(mainContract, options.handlers, options.logger.child({ room: 'ipc' }), admitWhileLocked(options.state, options.logger));
    options.state.subscribe((snapshot) => this.#announceState(snapshot));
  }

  get window(): BrowserWindow | null {
    return this.#window;
  }

  /** Whether the operator can look at it: what is drawn for nobody is not sent. */
  get isSeen(): boolean {
    return this.#window !== null && !this.#window.isDestroyed() && this.#window.isVisible() && !this.#window.isMinimized();
  }

  emit<N extends EventName<MainContract>>(name: N, payload: EventPayload<MainContract, N>): void {
    this.#server.emit(name, payload);
  }

  emitLevels(levels: Levels): void {
    const shown = this.#levels.take(levels);
    if (shown !== null) this.#server.emit('levels', shown);
  }

  open(settings: Settings): void {
    const { preloads, logger, onClose, onPageLoaded } = this.#options;
    const onLoaded = () => {
      // A new page has no bars yet.
      this.#levels = new VisibleLevels(this.#options.clock);
      onPageLoaded();
      this.connectStore();
    };
    const window = openWorkspaceWindow({ preload: path.join(preloads, 'workspace.cjs'), settings, logger, onLoaded });
    this.#window = window;
    this.#detach = this.#server.attach(workspacePort(window.webContents, logger));
    window.on('close', (event) => {
      event.preventDefault();
      onClose();
    });
  }

  /** No call of the page is answered any more. */
  close(): void {
    this.#detach?.();
  }

  /** Brings the window to the front, because the operator asked for it. */
  reveal(): void {
    if (this.#window?.isMinimized() === true) this.#window.restore();
    this.#window?.show();
    this.#window?.focus();
  }

  /** Gives the page its own line to the store, as soon as both are there. */
  connectStore(): void {
    const port = this.#options.store.connectWorkspace();
    if (port !== null && this.#window !== null && !this.#window.isDestroyed()) handOverStoreLine(this.#window.webContents, port);
  }

  announceStoreGone(): void {
    if (this.#window !== null && !this.#window.isDestroyed()) announceStoreGone(this.#window.webContents);
  }

  setZoom(factor: number): void {
    this.#window?.webContents.setZoomFactor(factor);
  }

  /** Of a call that was answered the page hears a moment later: on two cores its drawing would hold up the handshake of the media. */
  #announceState(snapshot: MainSnapshot): void {
    if (this.#announcing) return;
    const { state, clock } = this.#options;
    const announce = () => {
      this.#announcing = false;
      this.#told = state.snapshot.calls;
      this.#server.emit('snapshot', behindTheLock(state.snapshot));
    };
    if (!isBeingAnswered(this.#told, snapshot.calls)) {
      announce();
      return;
    }
    this.#announcing = true;
    clock.schedule(handshakeMs, announce);
  }
}

/** Answering, or answered since: the 200 leaves in the turn in which the operator answers. */
function isBeingAnswered(before: MainSnapshot['calls'], now: MainSnapshot['calls']): boolean {
  return now.some(({ id, state }) => state === 'answering' || (state === 'connected' && before.some((call) => call.id === id && call.state === 'ringing')));
}
