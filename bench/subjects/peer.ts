import path from 'node:path';
import { CdpClient } from '../cdp/cdp-client.ts';
import { Page } from '../cdp/page.ts';
import { ElectronApp } from '../process/electron-app.ts';
import { KeyTimes } from './key-times.ts';
import type { Account, Running, StartOptions, Subject } from './subject.ts';

interface PeerOptions {
  readonly executable: string;
  /** Where build.ts put it. */
  readonly app: string;
  readonly dir: string;
  readonly account: Account;
}

/** The plain JsSIP page. */
export class PeerSubject implements Subject {
  readonly name = 'peer';
  readonly account: Account;
  readonly #options: PeerOptions;

  constructor(options: PeerOptions) {
    this.account = options.account;
    this.#options = options;
  }

  start(options: StartOptions = {}): RunningPeer {
    return this.#start([], options);
  }

  /** With the processes that Balie has besides, both empty: what they take, nothing that runs in them could save. */
  startWithEmptyProcesses(): RunningPeer {
    return this.#start(['--processes'], {});
  }

  #start(switches: readonly string[], options: StartOptions): RunningPeer {
    const { executable, app, dir, account } = this.#options;
    const { user, password, uri, server } = account;
    const query = new URLSearchParams({ user, password, uri, server });
    return new RunningPeer(new ElectronApp({ executable, app, profile: path.join(dir, 'peer-profile'), args: [`--account=${query.toString()}`, ...switches], log: path.join(dir, 'peer.log'), ...options }));
  }
}

class RunningPeer implements Running {
  readonly #app: ElectronApp;
  #client: CdpClient | null = null;
  #page: Page | null = null;
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
    this.#client = await CdpClient.connect(await this.#app.devTools);
    this.#page = await Page.find(this.#client, (url) => url.startsWith('file:'));
    await this.#waitFor('registered', 'ended');
    this.#offset = await this.#page.clockOffset();
  }

  async answer(): Promise<number> {
    await this.#waitFor('ringing');
    this.#offset = await this.#attached().clockOffset();
    return this.#attached().click('#answer', this.#offset);
  }

  async dial(number: string): Promise<number> {
    await this.#attached().evaluate(`document.querySelector('#number').value = ${JSON.stringify(number)}`);
    this.#offset = await this.#attached().clockOffset();
    return this.#attached().click('#dial', this.#offset);
  }

  async hangUp(): Promise<void> {
    await this.#waitFor('in-call');
    await this.#attached().click('#hang-up', 0);
  }

  /** @returns for each of so many presses of a key, until the sentence that it changes was painted; milliseconds, as `KeyTimes` has them. */
  async changeSentence(times: number): Promise<readonly number[]> {
    const keys = await KeyTimes.of(this.#attached());
    const painted: number[] = [];
    for (let count = 0; count < times; count += 1) painted.push(await keys.press('1'));
    return painted;
  }

  async finish(): Promise<void> {
    await this.#waitFor('ended', 'failed', 'registered');
  }

  async stop(): Promise<void> {
    this.#client?.close();
    await this.#app.stop();
  }

  #attached(): Page {
    if (this.#page === null) throw new Error('The peer is not attached');
    return this.#page;
  }

  async #waitFor(...states: readonly string[]): Promise<void> {
    await this.#attached().waitFor(`${JSON.stringify(states)}.includes(document.querySelector('#state')?.value)`);
  }
}
