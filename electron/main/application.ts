import { app, nativeTheme, net, powerMonitor, powerSaveBlocker, safeStorage } from 'electron';
import path from 'node:path';
import type { Provisioning } from '#shared/contract/session.ts';
import { isLive } from '#shared/domain/call.ts';
import { systemClock, type Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { HeadsetDesk } from '../headset/headset-desk.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import { AudioHost } from '../media/audio-host.ts';
import { ClockKeeper } from '../network/clock-keeper.ts';
import { MachineWatch } from '../network/machine-watch.ts';
import { SteadyClock } from '../network/steady-clock.ts';
import { CentralSession, type Credentials } from '../settings/central-session.ts';
import { deviceIdentity } from '../settings/device.ts';
import { PasswordCheck } from '../settings/password-check.ts';
import { SecretVault } from '../settings/secret-vault.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { Telephony, type TelephonyState } from '../telephony/telephony.ts';
import { AgentDesk } from './agent-desk.ts';
import { AgentReporter } from './agent-reporter.ts';
import { CallRecorder } from './call-recorder.ts';
import { DatabaseCare } from './database-care.ts';
import { LocalDatabase } from './local-database.ts';
import { Desktop, placeOf, type Place } from './desktop.ts';
import { readEnrolment } from './enrolment.ts';
import { Equipment } from './equipment.ts';
import { createHandlers } from './handlers.ts';
import { linePolicyOf } from './line-policy.ts';
import { exportLogWithDialog } from './log-export.ts';
import { MainState } from './main-state.ts';
import { IdleLock } from './idle-lock.ts';
import { installMenu } from './menu.ts';
import { Office } from './office/office.ts';
import { Recordings } from './recordings.ts';
import { pageUrl } from './renderer-scheme.ts';
import { SoundDesk } from './sound-desk.ts';
import { StoreDesk } from './store-desk.ts';
import { StoreHost } from './store-host.ts';
import { UnsentKeeper } from './unsent-keeper.ts';
import { WorkspaceHost } from './workspace-host.ts';

/** Registering takes three short round trips; opening windows keeps this thread busy for longer than they do. */
const headStartMs = 250;

interface ApplicationSurroundings {
  /** The build's output folder, `out/`. */
  readonly out: string;
  readonly userData: string;
  readonly logs: string;
  /** Called once, before the first window. */
  readonly prepareWindows: () => void;
}

/** The whole of main, composed: who owns what, and who listens to whom. */
export class Application {
  readonly #paths: ApplicationSurroundings;
  readonly #logger: Logger;
  readonly #clock = new SteadyClock(systemClock);
  readonly #state = new MainState(systemClock);
  readonly #vault: SecretVault;
  readonly #settings: SettingsStore;
  readonly #audio: AudioHost;
  readonly #telephony: Telephony;
  readonly #session: CentralSession;
  readonly #store: StoreHost;
  readonly #storeDesk: StoreDesk;
  readonly #databaseCare: DatabaseCare;
  readonly #desk: AgentDesk;
  readonly #lock: IdleLock;
  readonly #reporter: AgentReporter;
  readonly #recorder: CallRecorder;
  readonly #desktop: Desktop;
  readonly #machine: MachineWatch;
  readonly #workspace: WorkspaceHost;
  readonly #sound: SoundDesk;
  readonly #recordings: Recordings;
  readonly #headset: HeadsetDesk;
  readonly #equipment: Equipment;
  #credentials: Credentials | null = null;
  #place: Place = { country: 'BE', domain: null };
  #opening: Scheduled | null = null;

  constructor(paths: ApplicationSurroundings, settings: SettingsStore, logger: Logger) {
    this.#paths = paths;
    this.#logger = logger;
    this.#vault = new SecretVault(paths.userData, safeStorage);
    this.#settings = settings;
    const { device, sipInstance } = deviceIdentity(this.#vault);
    const clock = this.#clock;

    this.#audio = new AudioHost({
      ...{ url: pageUrl('audio'), preload: path.join(paths.out, 'preload/audio.cjs'), clock },
      logger: logger.child({ room: 'media' }),
      onState: (audio) => this.#state.update({ audio }),
    });
    this.#equipment = new Equipment({
      ...{ audio: this.#audio, state: this.#state, clock, logger: logger.child({ room: 'equipment' }), fetch: (url, init) => net.fetch(url, init) },
      sound: () => this.#settings.get().sound,
      echo: () => this.#telephony.echo(),
      emit: (name, payload) => this.#workspace.emit(name, payload),
    });
    this.#telephony = new Telephony({
      ...{ audio: this.#audio, logger: logger.child({ room: 'telephony' }), clock, instanceId: sipInstance },
      onChange: (state) => this.#onTelephony(state),
      onLevels: (levels) => this.#workspace.emitLevels(levels),
      onSound: (callId, fact) => this.#sound.take(callId, fact),
      onTransferred: (input) => this.#recorder.tell({ name: 'interaction.transferred', input }),
    });
    this.#machine = new MachineWatch({ clock: systemClock, power: powerMonitor, logger: logger.child({ room: 'network' }), listener: this.#telephony, onAwake: () => void this.#session.refresh(), onClock: new ClockKeeper(this.#state, clock).look });
    this.#headset = new HeadsetDesk({ link: this.#audio, clock, logger: logger.child({ room: 'headset' }), telephone: this.#telephony, onState: (headset) => this.#state.update({ headset }) });
    this.#state.subscribe(({ calls, devices }) => this.#headset.observe(calls, devices));
    this.#session = new CentralSession({
      fetch: (url, init) => net.fetch(url, init),
      ...{ vault: this.#vault, device, clock },
      logger: logger.child({ room: 'session' }),
      onState: (session) => this.#state.update({ session }),
      onSignedIn: () => void this.#lock.open(),
      onProvisioning: (provisioning) => this.#onProvisioning(provisioning),
      onCredentials: (credentials) => this.#onCredentials(credentials),
    });
    const database = new LocalDatabase({ folder: paths.userData, vault: this.#vault, clock });
    this.#store = new StoreHost({
      entry: path.join(paths.out, 'main/store.cjs'),
      logFolder: paths.logs,
      ...{ database, clock, logger: logger.child({ room: 'store-host' }) },
      onReady: () => this.#onStoreReady(),
      onFailed: (error) => this.#state.update({ store: { state: 'failed', error } }),
      onTrouble: (trouble) => this.#storeDesk.onTrouble(trouble),
      onGone: () => this.#onStoreGone(),
      onAway: () => this.#workspace.announceStoreGone(),
      onTokenNeeded: () => void this.#session.refresh(),
      onErased: () => this.#recordings.onErased(),
    });
    this.#databaseCare = new DatabaseCare({ database, store: this.#store, state: this.#state, idleSeconds: () => powerMonitor.getSystemIdleTime(), clock, logger: logger.child({ room: 'store-host' }) });
    const unsent = new UnsentKeeper({ folder: paths.userData, vault: this.#vault, store: this.#store, renewKey: () => void database.renewKey(), logger: logger.child({ room: 'unsent' }) });
    this.#storeDesk = new StoreDesk({ state: this.#state, store: this.#store, unsent, deviceId: device.id, keyStore: this.#vault.kind, country: () => this.#place.country, clock, logger });
    this.#recorder = new CallRecorder({ send: (record) => this.#store.call(record.name, record.input), onOpened: (callId, opened) => this.#onQueue(callId, opened), clock, logger });
    this.#recordings = new Recordings({ userData: paths.userData, vault: this.#vault, link: this.#audio, state: this.#state, telephony: this.#telephony, recorder: this.#recorder, erased: async (callIds) => (await this.#store.call('recordings.erased', { callIds })).callIds, clock, logger: logger.child({ room: 'recording' }) });
    const passwordCheck = new PasswordCheck(this.#vault);
    this.#lock = new IdleLock({ state: this.#state, vault: this.#vault, power: powerMonitor, hasWayBack: () => this.#session.canConfirm, tellStore: async (locked) => await this.#storeDesk.lock(locked), clock, logger: logger.child({ room: 'lock' }) });
    this.#reporter = new AgentReporter({ report: (agent) => this.#session.reportAgentState(agent), logger });
    this.#desk = new AgentDesk({
      clock,
      initial: this.#state.snapshot.agent,
      onState: (agent) => {
        this.#state.update({ agent });
        this.#reporter.report(agent);
      },
      tellLine: (readiness) => this.#telephony.setRules(readiness),
      forget: (callId) => this.#telephony.forget(callId),
    });
    this.#desktop = new Desktop({ state: this.#state, telephony: this.#telephony, desk: this.#desk, lock: this.#lock, workspace: () => this.#workspace, language: () => this.language, place: () => this.#place, clock, logger: logger.child({ room: 'desktop' }) });
    const handlers = createHandlers({
      ...{ state: this.#state, session: this.#session, lock: this.#lock, passwordCheck, telephony: this.#telephony, desk: this.#desk },
      ...{ dialRequests: this.#desktop.dialRequests, recordings: this.#recordings, settings: this.#settings, equipment: this.#equipment },
      ...{ store: this.#store, unsent, database, databaseCare: this.#databaseCare },
      office: new Office({ out: paths.out, logFolder: paths.logs, state: this.#state, store: this.#store, session: this.#session, language: () => this.language, window: () => this.window, clock, logger: logger.child({ room: 'office' }) }),
      applySettings: () => this.#applySettings(),
      window: () => this.window,
      ...{ logFolder: paths.logs, clock, logger },
    });
    this.#workspace = new WorkspaceHost({ handlers, state: this.#state, store: this.#store, preloads: path.join(paths.out, 'preload'), clock, logger, onClose: () => app.quit(), onPageLoaded: () => this.#equipment.onPageLoaded() });
    this.#sound = new SoundDesk({ workspace: this.#workspace, recorder: this.#recorder, recordings: this.#recordings.desk, clock });
  }

  get window() {
    return this.#workspace.window;
  }

  get inCall(): boolean {
    return this.#state.snapshot.calls.some(isLive);
  }

  get language() {
    return this.#settings.get().language;
  }

  /** Takes up the session first: registering does not wait for a window. */
  start(enrolmentFile: string | null): void {
    this.#lock.restore();
    this.#desk.start();
    const registers = this.#session.restore();
    this.#opening = this.#clock.schedule(registers ? headStartMs : 0, () => this.#openWindows());
    if (enrolmentFile !== null) void this.#enrol(enrolmentFile);
  }

  /** Calls first, then the registration, then the database. */
  async stop(): Promise<void> {
    this.#opening?.cancel();
    this.#machine.stop();
    this.#desktop.close();
    this.#workspace.close();
    this.#session.close();
    await this.#telephony.stop();
    await this.#recordings.stop();
    await this.#headset.stop();
    this.#equipment.stop();
    this.#databaseCare.stop();
    this.#lock.stop();
    await this.#audio.stop();
    await this.#store.close();
  }

  openLink(link: string): void {
    this.#desktop.dialRequests.open(link);
  }

  /** Brings the workspace to the front, because the operator asked for it. */
  reveal(): void {
    this.#workspace.reveal();
  }

  async #enrol(file: string): Promise<void> {
    try {
      await this.#session.enrol(readEnrolment(file));
    } catch (error) {
      this.#logger.error({ err: error }, 'the enrolment did not succeed');
      const { session } = this.#state.snapshot;
      if (session.state !== 'signed-in') this.#state.update({ session: { state: 'signed-out', centralUrl: session.centralUrl, error: 'session.enrolment-invalid' } });
    }
  }

  /** Everything but the line, once (what is begun here makes telephony call again): as soon as that is registered, or has had its head start. */
  #openWindows(): void {
    if (this.#opening === null) return;
    this.#opening.cancel();
    this.#opening = null;
    this.#paths.prepareWindows();
    this.#audio.start();
    this.#equipment.start();
    this.#store.start();
    this.#applySettings();
    this.#workspace.open(this.#settings.get());
    void this.#session.refresh();
    powerSaveBlocker.start('prevent-app-suspension');
    this.#desktop.start();
    this.#machine.start();
  }

  #onTelephony({ registration, calls, line, presence, voicemail }: TelephonyState): void {
    this.#state.update({ registration, calls: [...calls], line, presence: [...presence], voicemail });
    if (registration.state === 'registered') this.#openWindows();
    this.#recorder.observe(calls);
    this.#recordings.observe(calls);
    this.#desk.observe(calls);
  }

  /** The store knows the call's queue, and what it wants. */
  #onQueue(callId: string, { queue }: CallOutput<StoreControlContract, 'interaction.open'>): void {
    this.#recordings.onQueue(callId, queue);
    if (queue?.autoAnswer === true) this.#telephony.onQueueAutoAnswer(callId);
  }

  #onProvisioning(provisioning: Provisioning | null): void {
    this.#equipment.provision(provisioning);
    this.#databaseCare.provision(provisioning?.localData ?? null);
    this.#lock.provision(provisioning?.localData.lockMinutes ?? null);
    this.#state.update({ policy: provisioning === null ? null : linePolicyOf(provisioning) });
    if (provisioning === null) {
      void this.#telephony.stop();
      return;
    }
    this.#place = placeOf(provisioning);
    this.#recordings.provision(provisioning);
    void this.#telephony.start(provisioning);
  }

  #onCredentials(credentials: Credentials | null): void {
    this.#credentials = credentials;
    const { session } = this.#state.snapshot;
    if (session.state === 'signed-out' && session.error === 'session.revoked') this.#storeDesk.putOut();
    else this.#storeDesk.tell(this.#credentials);
    if (credentials !== null) this.#reporter.report(this.#desk.state);
  }

  #onStoreReady(): void {
    this.#storeDesk.onReady();
    this.#storeDesk.tell(this.#credentials);
    void this.#storeDesk.lock(this.#lock.isLocked);
    this.#workspace.connectStore();
    this.#recorder.retell(this.#state.snapshot.calls);
  }

  #onStoreGone(): void {
    this.#state.update({ store: { state: 'starting' } });
    this.#workspace.announceStoreGone();
  }

  #applySettings(): void {
    const { theme, textScale, language, telephone, headset } = this.#settings.get();
    this.#headset.setEnabled(headset);
    this.#equipment.devices.settingsChanged();
    this.#telephony.setRules({ whileTalking: telephone.whileTalking, forwardTo: telephone.forward.enabled ? telephone.forward.target : null });
    nativeTheme.themeSource = theme;
    this.#workspace.setZoom(textScale);
    this.#desktop.refresh();
    installMenu(language, { openSettings: () => this.#workspace.emit('reveal', { what: 'settings' }), openReadiness: () => this.#workspace.emit('reveal', { what: 'readiness' }), lock: () => this.#desktop.lock(), exportLog: () => void exportLogWithDialog(this.#paths.logs, this.window) });
  }
}
