import { app } from 'electron';
import path from 'node:path';
import type { Provisioning } from '#shared/contract/session.ts';
import { behindTheLock } from '#shared/domain/behind-the-lock.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { AgentDesk } from './agent-desk.ts';
import { DialRequests } from './dial-requests.ts';
import type { IdleLock } from './idle-lock.ts';
import type { MainState } from './main-state.ts';
import { CallNotifier } from './notifications.ts';
import { TrayIcon } from './tray.ts';
import type { WorkspaceHost } from './workspace-host.ts';

/** Where the operator's telephone is at home. */
export interface Place {
  /** ISO 3166-1 alpha-2: how a national number is read. */
  readonly country: string;
  /** Whose users are colleagues; null until there is an account. */
  readonly domain: string | null;
}

/** @returns the place that an account is at home in. */
export function placeOf({ country, sip }: Provisioning): Place {
  return { country, domain: sip.uri.slice(sip.uri.indexOf('@') + 1).replace(/[:;].*$/, '') };
}

interface DesktopOptions {
  readonly state: MainState;
  readonly telephony: Telephony;
  readonly desk: AgentDesk;
  readonly lock: Pick<IdleLock, 'lock'>;
  readonly workspace: () => WorkspaceHost;
  readonly language: () => Settings['language'];
  readonly place: () => Place;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** An icon that changes this much later is not seen to be late; drawing it takes milliseconds, which an answer must not wait for. */
const drawAfterMs = 100;

/** What Balie is on the desktop beside its window: notifications, the icon in the panel, links from elsewhere. */
export class Desktop {
  readonly dialRequests: DialRequests;
  readonly #notifier: CallNotifier;
  readonly #tray: TrayIcon;
  readonly #state: MainState;
  readonly #clock: Clock;
  readonly #lock: Pick<IdleLock, 'lock'>;
  readonly #workspace: () => WorkspaceHost;
  #drawing: Scheduled | null = null;
  #stopFollowing: () => void = () => undefined;

  constructor({ state, telephony, desk, lock, workspace, language, place, clock, logger }: DesktopOptions) {
    this.#state = state;
    this.#clock = clock;
    this.#lock = lock;
    this.#workspace = workspace;
    const reveal = () => workspace().reveal();
    this.dialRequests = new DialRequests({ clock, logger, place, onChange: (dialRequests) => state.update({ dialRequests: [...dialRequests] }), onAsked: reveal });
    this.#notifier = new CallNotifier({ window: () => workspace().window, language, reveal, onReveal: () => workspace().emit('reveal', { what: 'call' }) });
    this.#tray = new TrayIcon({
      icons: path.join(app.getAppPath(), 'resources/tray'),
      language,
      clock,
      logger,
      actions: {
        show: reveal,
        answer: (callId) => {
          reveal();
          telephony.answer(callId).catch((error: unknown) => logger.warn({ err: error }, 'a call was not answered from the panel'));
        },
        hangUp: (callId) => this.#attempt(() => telephony.hangUp(callId)),
        setAvailable: () => desk.setAvailable(),
        setNotReady: () => desk.setNotReady('break'),
        lock: () => this.lock(),
        quit: () => app.quit(),
      },
    });
  }

  /** Follows the state from now on; when the windows are there. */
  start(): void {
    this.#tray.update(this.#state.snapshot);
    this.#stopFollowing = this.#state.subscribe((snapshot) => {
      this.#notifier.observe(behindTheLock(snapshot).calls);
      this.#drawing ??= this.#clock.schedule(drawAfterMs, () => this.#draw());
    });
  }

  /** The operator locks the desk, in the panel or the menu. What stands in the way is told in the window. */
  lock(): void {
    this.#attempt(() => this.#lock.lock());
  }

  /** What is clicked in a menu may not hold any more, as a call that has just ended: thrown from there it would be a defect of main, which ends Balie. */
  #attempt(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      this.#workspace().reveal();
      this.#workspace().emit('refused', { code: asBalieError(thrown).code });
    }
  }

  /** The language has changed. */
  refresh(): void {
    this.#tray.update(this.#state.snapshot);
  }

  close(): void {
    this.#drawing?.cancel();
    this.#stopFollowing();
    this.#notifier.observe([]);
    this.#tray.close();
  }

  #draw(): void {
    this.#drawing = null;
    this.#tray.update(this.#state.snapshot);
  }
}
