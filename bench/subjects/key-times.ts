import { pause } from '../../tests/lab/wait.ts';
import type { Page } from '../cdp/page.ts';

const observeKeys = `(() => {
  globalThis.benchKeys = [];
  globalThis.benchObserver ??= new PerformanceObserver((list) => globalThis.benchKeys.push(...list.getEntries().filter(({ name }) => name === 'keydown')));
  globalThis.benchObserver.observe({ type: 'event', durationThreshold: 16 });
})()`;
const stepTitle = `(document.querySelector('[role="progressbar"][aria-valuenow] ~ * h3, [role="progressbar"][aria-valuenow] ~ h3')?.textContent ?? '')`;

/** How long a sentence is read out, at the very least: nobody answers faster, and what followed the last key is done. */
const readMs = 300;
const betweenKeysMs = 50;

/**
 * From a key to what it changed on the screen, by Chromium's event timing: milliseconds, in steps of 8, what it does not report (under 16)
 * as 8. It knows only what the key's own task drew: what came in a later one counts by when it was in the document.
 */
export class KeyTimes {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async of(page: Page): Promise<KeyTimes> {
    await page.evaluate(observeKeys);
    return new KeyTimes(page);
  }

  /** Gives the first answer of the step on screen. @returns until the next step was painted. */
  async answerStep(): Promise<number> {
    const page = this.#page;
    await pause(readMs);
    const from = await page.evaluate<number>('performance.now()');
    const before = await page.evaluate<string>(stepTitle);
    await page.evaluate(`(() => {
      globalThis.benchStep = null;
      addEventListener('keydown', (key) => {
        const observer = new MutationObserver(() => {
          if (${stepTitle} === ${JSON.stringify(before)}) return;
          observer.disconnect();
          globalThis.benchStep = performance.now() - key.timeStamp;
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
      }, { capture: true, once: true });
    })()`);
    await this.#pressAlt('1', 'Digit1', 49);
    await page.waitFor('globalThis.benchStep !== null');
    await page.nextFrame();
    return Math.ceil(Math.max(8, await page.evaluate<number>('globalThis.benchStep'), ...(await this.#reportedSince(from))));
  }

  /** Presses a key whose own task draws what it changes. @returns until that was painted. */
  async press(key: string): Promise<number> {
    const page = this.#page;
    await pause(readMs);
    const from = await page.evaluate<number>('performance.now()');
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
    await page.nextFrame();
    return Math.max(8, ...(await this.#reportedSince(from)));
  }

  /** Types in the note of the conversation for as long as something else goes on, at least twenty keys. @returns of each key. */
  async typeNote(goesOn: Promise<unknown>): Promise<readonly number[]> {
    const page = this.#page;
    const other = { ended: false };
    void goesOn.finally(() => (other.ended = true));
    await this.#pressAlt('n', 'KeyN', 78);
    await page.waitFor(`document.activeElement?.matches('textarea')`);
    const from = await page.evaluate<number>('performance.now()');
    let keys = 0;
    for (; !other.ended || keys < 20; keys++) {
      const key = keys % 6 === 5 ? ' ' : 'leveringen'.charAt(keys % 10);
      await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
      await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
      await pause(betweenKeysMs);
    }
    await page.nextFrame();
    const reported = await this.#reportedSince(from);
    return [...reported, ...Array.from({ length: Math.max(0, keys - reported.length) }, () => 8)];
  }

  /** @returns of each key that Chromium has reported since, until its frame was painted; milliseconds. */
  #reportedSince(from: number): Promise<readonly number[]> {
    return this.#page.evaluate(`globalThis.benchKeys.filter(({ startTime }) => startTime >= ${from}).map(({ duration }) => duration)`);
  }

  async #pressAlt(key: string, code: string, windowsVirtualKeyCode: number): Promise<void> {
    for (const type of ['rawKeyDown', 'keyUp']) await this.#page.send('Input.dispatchKeyEvent', { type, modifiers: 1, key, code, windowsVirtualKeyCode });
  }
}
