import type { Page } from './page.ts';

/** Asks through the bridge of the workspace's page (`window.balie`), as the page itself does. */
export class Bridge {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async into(page: Page): Promise<Bridge> {
    await page.evaluate(`(() => {
      let count = 0;
      window.benchCall = (port, name, input) => new Promise((resolve, reject) => {
        const id = 'bench-' + ++count;
        const stop = window.balie[port].listen((message) => {
          if (message.id !== id) return;
          stop();
          if (message.kind === 'ok') resolve(message.value);
          else reject(new Error(port + '/' + name + ': ' + message.error.code));
        });
        window.balie[port].post({ kind: 'call', id, name, input });
      });
    })()`);
    return new Bridge(page);
  }

  /** @throws Error with the code of the refusal. */
  call<T>(port: 'main' | 'store', name: string, input?: unknown): Promise<T> {
    return this.#page.evaluate<T>(`window.benchCall(${JSON.stringify(port)}, ${JSON.stringify(name)}, ${input === undefined ? 'undefined' : JSON.stringify(input)})`);
  }
}
