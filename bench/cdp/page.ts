import type { CdpClient } from './cdp-client.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** A page of the application, in which expressions run. */
export class Page {
  readonly #client: CdpClient;
  readonly #session: string;

  private constructor(client: CdpClient, session: string) {
    this.#client = client;
    this.#session = session;
  }

  /** Waits for the page whose address matches, and attaches to it. */
  static async find(client: CdpClient, matches: (url: string) => boolean): Promise<Page> {
    const target = await new Promise<TargetInfo>((resolve, reject) => {
      client.onEvent((method, params) => {
        const info = params['targetInfo'] as TargetInfo | undefined;
        if (/^Target\.target(Created|InfoChanged)$/.test(method) && info?.type === 'page' && matches(info.url)) resolve(info);
      });
      client.send('Target.setDiscoverTargets', { discover: true }).catch(reject);
    });
    const attached = await client.send('Target.attachToTarget', { targetId: target.targetId, flatten: true });
    return new Page(client, String(attached['sessionId']));
  }

  /**
   * Runs an expression in the page and waits for the promise it may answer with.
   *
   * @throws Error with the page's own words when it throws there.
   */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = (await this.#client.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true }, this.#session)) as unknown as Evaluated;
    if (answer.exceptionDetails !== undefined) throw new Error(`In the page: ${answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text}`);
    return answer.result.value as T;
  }

  /**
   * Clicks the element, as a DOM click on the real button.
   *
   * @returns the time of the click: milliseconds since the epoch by the clock of {@link clockOffset}.
   */
  async click(selector: string, offset: number): Promise<number> {
    return offset + (await this.evaluate<number>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      if (element === null) throw new Error('there is no ' + ${JSON.stringify(selector)});
      const at = performance.timeOrigin + performance.now();
      element.click();
      return at;
    })()`));
  }

  /**
   * Waits until such an element is there that was not clicked before, and clicks it in the same task. Of a button that belongs to
   * one call the one of the call before may still be there: a page on a busy machine draws later than the telephone rings again.
   *
   * @returns the time of the click, as {@link click} does.
   */
  async clickOnce(selector: string, offset: number): Promise<number> {
    return offset + (await this.#watch<number>(unclicked(selector), `(element) => {
      (window.clickedOnce ??= new WeakSet()).add(element);
      const at = performance.timeOrigin + performance.now();
      element.click();
      return at;
    }`));
  }

  /** Waits until there is what {@link clickOnce} would click. */
  waitForUnclicked(selector: string): Promise<void> {
    return this.waitFor(unclicked(selector));
  }

  /** Speaks a part of the protocol that has no word of its own here. */
  send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return this.#client.send(method, params, this.#session);
  }

  /** Ends the page's process; nobody answers to that. */
  crash(): void {
    this.#client.send('Page.crash', {}, this.#session).catch(() => undefined);
  }

  /** Waits in the page, looking at every change of it; also while the page is still being loaded. */
  async waitFor(condition: string, withinMs = 30_000): Promise<void> {
    await this.#watch(condition, '() => true', withinMs);
  }

  /** @returns what `act`, a function in the page, makes of what was waited for. */
  async #watch<T>(condition: string, act: string, withinMs = 30_000): Promise<T> {
    for (;;) {
      try {
        return await this.#watchOnce<T>(condition, act, withinMs);
      } catch (error) {
        // The document that was looked at has given way to the next one.
        if (!/context was destroyed|Cannot find context|target navigated/i.test(String(error))) throw error;
      }
    }
  }

  async #watchOnce<T>(condition: string, act: string, withinMs: number): Promise<T> {
    return this.evaluate<T>(`new Promise((resolve, reject) => {
      const look = () => {
        const found = ${condition};
        if (found) done(resolve, (${act})(found));
        return Boolean(found);
      };
      const observer = new MutationObserver(look);
      const timer = setTimeout(() => done(reject, new Error('waited ${withinMs} ms in vain: ' + ${JSON.stringify(condition)})), ${withinMs});
      const done = (settle, value) => { observer.disconnect(); clearTimeout(timer); settle(value); };
      if (!look()) observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    })`);
  }

  waitForElement(selector: string): Promise<void> {
    return this.waitFor(`document.querySelector(${JSON.stringify(selector)})`);
  }

  /** Puts a text into a field as typing would: React hears of it by the event, past its own value property. */
  async type(selector: string, text: string): Promise<void> {
    await this.evaluate(`(() => {
      const field = document.querySelector(${JSON.stringify(selector)});
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
  }

  /** @returns when the next frame begun to be painted has been: milliseconds since the epoch by the page's clock. */
  async nextFrame(): Promise<number> {
    return this.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))))');
  }

  /**
   * How far the page's monotonic clock (`timeOrigin + now`) lies behind the system's, on which the kernel
   * stamps packets: the median over edges of the millisecond.
   */
  async clockOffset(): Promise<number> {
    return this.evaluate(`(() => {
      const seen = [];
      for (let edge = 0; edge < 15; edge++) {
        const before = Date.now();
        let now;
        while ((now = Date.now()) === before);
        seen.push(now - performance.timeOrigin - performance.now());
      }
      return seen.sort((a, b) => a - b)[7];
    })()`);
  }
}

/** An expression for an element that {@link Page.clickOnce} has not clicked. */
function unclicked(selector: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].find((element) => !window.clickedOnce?.has(element))`;
}
