import path from 'node:path';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { until } from '../../tests/lab/wait.ts';
import { Bridge } from '../cdp/bridge.ts';
import { CdpClient } from '../cdp/cdp-client.ts';
import { Page } from '../cdp/page.ts';
import { ElectronApp } from '../process/electron-app.ts';
import { type Inside, lookInside, showWindow } from './inside.ts';
import { unhurried } from '../runs/registered.ts';
import { KeyTimes } from './key-times.ts';
import type { Account, Running, StartOptions, Subject } from './subject.ts';

interface BalieOptions {
  readonly executable: string;
  /** The folder that holds `out/`. */
  readonly app: string;
  readonly dir: string;
  readonly account: Account;
}

const answerButton = 'button[data-tone="answer"]:not([disabled])';
const dialField = 'form[role="search"] input[inputmode="tel"]:not([disabled])';
const dialButton = 'form[role="search"]:has(input[inputmode="tel"]) button[type="submit"]:not([disabled])';
/** The operator's state, in the bar over the workplace: not there before the page knows who works here. */
const agentMenu = 'header button:not([disabled])';
/** Of a call that is up: a ringing one has a button of the same kind, for declining, until the page has drawn what became of it. */
const hangUpButton = 'article:not(:has(button[data-tone="answer"])) button[data-tone="danger"]:not([disabled])';

/** The first thing that the customer may answer, of a script that can be answered. */
const firstAnswer = '[role="group"] > button[aria-keyshortcuts~="Alt+1"]:not([disabled])';

/** Balie as it is built, with a profile that is kept from run to run. */
export class BalieSubject implements Subject {
  readonly name = 'Balie';
  readonly account: Account;
  readonly #options: BalieOptions;

  constructor(options: BalieOptions) {
    this.account = options.account;
    this.#options = options;
  }

  get profile(): string {
    return path.join(this.#options.dir, 'balie-profile');
  }

  start(options: StartOptions & { readonly args?: readonly string[] } = {}): RunningBalie {
    const { executable, app, dir } = this.#options;
    return new RunningBalie(new ElectronApp({ executable, app, profile: this.profile, log: path.join(dir, 'balie.log'), ...options, args: options.args ?? [] }));
  }

  /** The first run of the profile: redeems the enrolment and waits for the customers. */
  async enrol(file: string): Promise<void> {
    const running = this.start({ args: [`--enrol=${file}`] });
    try {
      await running.attach();
      await until('the customers are here', () => running.isSynced(), { withinMs: 60_000, everyMs: 200 });
    } finally {
      await running.stop();
    }
  }
}

export class RunningBalie implements Running {
  readonly #app: ElectronApp;
  #client: CdpClient | null = null;
  #page: Page | null = null;
  #bridge: Bridge | null = null;
  #offset = 0;

  constructor(app: ElectronApp) {
    this.#app = app;
  }

  get pid(): number {
    return this.#app.pid;
  }

  get startedAt(): number {
    return this.#app.startedAt;
  }

  async attach(): Promise<void> {
    await this.interactiveAt();
    this.#bridge = await Bridge.into(this.#attached());
  }

  async interactiveAt(): Promise<number> {
    this.#client = await CdpClient.connect(await this.#app.devTools);
    this.#page = await Page.find(this.#client, (url) => url.startsWith('balie://workspace/'));
    await this.#page.waitForElement(agentMenu);
    const at = await this.#page.nextFrame();
    this.#offset = await this.#page.clockOffset();
    return at + this.#offset;
  }

  async isSynced(): Promise<boolean> {
    const { state, lastSyncedAt } = await this.#asked().call<{ state: string; lastSyncedAt: string | null }>('store', 'sync.status');
    return state === 'synced' && lastSyncedAt !== null;
  }

  async filePaintedAt(since: number): Promise<number> {
    this.#offset = await this.#attached().clockOffset();
    const at = await until('the file of the caller is painted', () =>
      this.#attached().evaluate<number | null>(`performance.getEntriesByName('file-painted').map((mark) => performance.timeOrigin + mark.startTime).find((at) => at > ${since - this.#offset}) ?? null`),
    );
    return at + this.#offset;
  }

  async answer(): Promise<number> {
    await this.#attached().waitForUnclicked(answerButton);
    this.#offset = await this.#attached().clockOffset();
    return this.#attached().clickOnce(answerButton, this.#offset);
  }

  /**
   * Gives the first answer of step after step, by key, as far as the script goes.
   * @returns of each, milliseconds from the key to the next step painted; see {@link KeyTimes}.
   */
  async followScript(most: number): Promise<readonly number[]> {
    const page = this.#attached();
    await page.waitForElement(firstAnswer);
    const keys = await KeyTimes.of(page);
    const times: number[] = [];
    while (times.length < most) {
      times.push(await keys.answerStep());
      if (!(await page.evaluate<boolean>(`document.querySelector(${JSON.stringify(firstAnswer)}) !== null`))) break;
    }
    return times;
  }

  /**
   * Types in the note of the conversation, some twenty keys a second, for as long as something else goes on.
   * @returns of each key, milliseconds until what it wrote was painted; see {@link KeyTimes}.
   */
  async typeWhile(goesOn: Promise<unknown>): Promise<readonly number[]> {
    return (await KeyTimes.of(this.#attached())).typeNote(goesOn);
  }

  /** Whether all that central has told of is here: for how long it was not. */
  async heardAll(change: () => Promise<unknown>): Promise<void> {
    const bridge = this.#asked();
    const before = (await bridge.call<{ lastSyncedAt: string | null }>('store', 'sync.status')).lastSyncedAt;
    await change();
    await until('what changed is here', async () => {
      const { state, lastSyncedAt } = await bridge.call<{ state: string; lastSyncedAt: string | null }>('store', 'sync.status');
      return state === 'synced' && lastSyncedAt !== before;
    }, { withinMs: 60_000, everyMs: 200 });
  }

  async dial(number: string): Promise<number> {
    const page = this.#attached();
    await page.waitForElement(dialField);
    await page.type(dialField, number);
    await page.waitForElement(dialButton);
    this.#offset = await page.clockOffset();
    return page.click(dialButton, this.#offset);
  }

  async hangUp(): Promise<void> {
    await this.#attached().clickOnce(hangUpButton, 0);
  }

  /** Closes the interaction with the first outcome that fits, as the operator does in the wrap-up. */
  async finish(): Promise<void> {
    const bridge = this.#asked();
    let seen = 'nothing yet';
    const snapshot = await until('the call is over', async () => {
      const now = await bridge.call<MainSnapshot>('main', 'snapshot.get');
      seen = JSON.stringify(now.calls.map(({ id, state, direction, sipCallId }) => ({ id, state, direction, sipCallId })));
      return now.calls.every((call) => call.state === 'ended') ? now : null;
    }, unhurried).catch((error: unknown) => {
      throw new Error(`The call is not over: ${seen}`, { cause: error });
    });
    for (const call of snapshot.calls) {
      if (call.state !== 'ended' || call.answeredAt === null) continue;
      const callId = call.id;
      const file = await until('the interaction of the call', () => bridge.call<InteractionFile | null>('store', 'interaction.byCall', { callId }), unhurried);
      const outcome = file.outcomes[0];
      if (outcome === undefined) throw new Error('The interaction has no outcome to close it with');
      await until('the leg of the interaction is ended', async () => (await bridge.call<InteractionFile>('store', 'interaction.get', { id: file.interaction.id })).interaction.endedAt, unhurried);
      await bridge.call('store', 'interaction.close', { id: file.interaction.id, outcomeId: outcome.id, sentence: 'Measured.', note: '', captured: {} });
      await bridge.call('main', 'agent.wrappedUp', { callId });
    }
  }

  /** Puts the call that is up on hold, as agreed with the other side, and takes it back. */
  async holdAndResume(): Promise<void> {
    for (const held of [true, false]) {
      await this.#asked().call('main', 'call.setHeld', { callId: await this.#connectedCall(), held });
    }
  }

  async muteAndUnmute(): Promise<void> {
    for (const muted of [true, false]) {
      await this.#asked().call('main', 'call.setMuted', { callId: await this.#connectedCall(), muted });
    }
  }

  /** Sends the caller elsewhere, without asking there first. Back when the caller has gone. */
  async transfer(target: string): Promise<void> {
    const callId = await this.#connectedCall();
    await this.#asked().call('main', 'transfer.blind', { callId, target, note: 'Measured.' });
    await until('the caller has been sent on', async () => (await this.#asked().call<MainSnapshot>('main', 'snapshot.get')).calls.find(({ id }) => id === callId)?.state === 'ended', unhurried);
  }

  /** A pause of the operator: not ready, and back. @param work what is done meanwhile. */
  async pause(reason: string, work: () => Promise<void>): Promise<void> {
    await this.#asked().call('main', 'agent.setNotReady', { reason });
    await work();
    await this.#asked().call('main', 'agent.setAvailable');
  }

  async setAvailable(): Promise<void> {
    await this.#asked().call('main', 'agent.setAvailable');
  }

  /** Hides the window or shows it; of one that was started with `inspect`. */
  async show(shown: boolean): Promise<void> {
    if ((await showWindow(await this.#app.inspector, shown)) !== shown) throw new Error(`The window could not be ${shown ? 'shown' : 'hidden'}`);
  }

  /** Waits until the page has a call that rings. @returns when it saw that: a hidden page draws, though nobody sees it. */
  async ringsAt(): Promise<number> {
    await this.#attached().waitForUnclicked(answerButton);
    return performance.timeOrigin + performance.now();
  }

  /** Counts what is alive, garbage collected; of one that was started with `inspect`. */
  async inside(): Promise<Inside> {
    return lookInside({ devTools: await this.#app.devTools, inspector: await this.#app.inspector });
  }

  /** Takes a window down as a fault of Chromium would. @returns when, milliseconds since the epoch. */
  async crash(window: 'workspace' | 'audio'): Promise<number> {
    const page = window === 'workspace' ? this.#attached() : await Page.find(await CdpClient.connect(await this.#app.devTools), (url) => url.startsWith('balie://audio/'));
    const at = performance.timeOrigin + performance.now();
    page.crash();
    return at;
  }

  async stop(): Promise<void> {
    this.#client?.close();
    await this.#app.stop();
  }

  async #connectedCall(): Promise<string> {
    const { calls } = await this.#asked().call<MainSnapshot>('main', 'snapshot.get');
    const call = calls.find(({ state }) => state === 'connected');
    if (call === undefined) throw new Error('No call is up');
    return call.id;
  }

  #attached(): Page {
    if (this.#page === null) throw new Error('Balie is not attached');
    return this.#page;
  }

  #asked(): Bridge {
    if (this.#bridge === null) throw new Error('Balie is not attached');
    return this.#bridge;
  }
}
