import type { Provisioning } from '#shared/contract/session.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SoundSettings } from '#shared/domain/settings.ts';
import type { EventName, EventPayload } from '#shared/ipc/contract.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { AudioLink } from '../media/audio-link.ts';
import { PulseDefaults } from '../media/pulse-defaults.ts';
import type { Echo, ReadinessPorts } from '../readiness/ports.ts';
import { Readiness } from '../readiness/readiness.ts';
import type { Fetch } from '../settings/central-http.ts';
import type { ExchangeEcho } from '../telephony/exchange-echo.ts';
import { DeviceDesk } from './device-desk.ts';
import type { MainState } from './main-state.ts';

interface EquipmentOptions {
  readonly audio: AudioLink;
  readonly state: MainState;
  readonly sound: () => SoundSettings;
  readonly fetch: Fetch;
  /** @throws {BalieError} when there is no line, or no answer. */
  readonly echo: () => Promise<ExchangeEcho>;
  readonly emit: <N extends EventName<MainContract>>(name: N, payload: EventPayload<MainContract, N>) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The operator's sound devices, and the check of all equipment before a shift. */
export class Equipment {
  readonly devices: DeviceDesk;
  readonly readiness: Readiness;
  readonly #options: EquipmentOptions;
  readonly #pulse: PulseDefaults;
  readonly #levels = new Set<(level: number) => void>();
  #ice: Provisioning['ice']['servers'] = [];

  constructor(options: EquipmentOptions) {
    this.#options = options;
    const { audio, state, sound, emit, clock, logger } = options;
    this.devices = new DeviceDesk({
      audio,
      sound,
      logger,
      onDevices: (devices) => state.update({ devices }),
      onLevel: (level) => {
        emit('microphoneLevel', { level });
        for (const listener of [...this.#levels]) listener(level);
      },
    });
    this.#pulse = new PulseDefaults({ clock, logger, onChange: (system, told) => this.devices.systemChanged(system, told) });
    this.readiness = new Readiness({ ports: this.#ports(), clock, onReport: (report) => emit('readiness', report) });
  }

  start(): void {
    if (process.platform === 'linux') this.#pulse.start();
  }

  stop(): void {
    this.readiness.cancel();
    this.#pulse.stop();
  }

  provision(provisioning: Provisioning | null): void {
    this.#ice = provisioning?.ice.servers ?? [];
  }

  /** The page was loaded, for the first time or again: what a former one watched is watched by nobody. */
  onPageLoaded(): void {
    this.readiness.cancel();
    void this.devices.watchMicrophone('page', false).catch(() => undefined);
  }

  #ports(): ReadinessPorts {
    const { audio, state, sound, clock, echo } = this.#options;
    return {
      snapshot: () => state.snapshot,
      onSnapshot: (listener) => state.subscribe(listener),
      iceServers: () => this.#ice,
      ringVolume: () => sound().ringVolume,
      askExchange: async () => {
        const { ms, date } = await echo();
        return { ms, skewMs: skewOf(date, ms, clock) };
      },
      askCentral: () => this.#askCentral(),
      probe: (server, kind, timeoutMs) => audio.call('ice.probe', { server, kind, timeoutMs }, { timeoutMs: timeoutMs + 1_000 }),
      watchMicrophone: (on) => this.devices.watchMicrophone('readiness', on),
      onLevel: (listener) => {
        this.#levels.add(listener);
        return () => void this.#levels.delete(listener);
      },
      testSound: (role) => this.devices.testSound(role),
      onHeadsetButton: (listener) => audio.on('headset.input', listener),
    };
  }

  /** The first request may have to make the connection; the second is one round trip. Whatever the status, it is an answer. */
  async #askCentral(): Promise<Echo | null> {
    const { fetch, clock, state } = this.#options;
    const { centralUrl } = state.snapshot.session;
    if (centralUrl === null) return null;
    const ask = () => fetch(new URL('/', centralUrl).href, { method: 'HEAD', cache: 'no-store', redirect: 'manual' });
    await ask();
    const since = clock.monotonic();
    const response = await ask();
    const ms = clock.monotonic() - since;
    return { ms, skewMs: skewOf(response.headers.get('date'), ms, clock) };
  }
}

/** A Date header is cut off to the second, so half a second is added; it was written half a round trip ago. */
function skewOf(date: string | null, ms: number, clock: Clock): number | null {
  const told = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(told) ? null : told + 500 - (clock.now() - ms / 2);
}
