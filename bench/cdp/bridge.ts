import { PagePorts } from '../../tests/lab/page-ports.ts';
import type { Page } from './page.ts';

type Answer = { readonly kind: 'ok'; readonly value: unknown } | { readonly kind: 'error'; readonly error: { readonly code: string } };

/** Asks as the workspace's page does: main over the bridge (`window.balie`), the store over the page's own message port. */
export class Bridge {
  readonly #page: Page;
  readonly #ports: PagePorts;
  #count = 0;

  private constructor(page: Page, ports: PagePorts) {
    this.#page = page;
    this.#ports = ports;
  }

  static async into(page: Page): Promise<Bridge> {
    await page.evaluate(`window.benchCall = (call) => new Promise((resolve) => {
      const stop = window.balie.main.listen((message) => {
        if (message.id !== call.id) return;
        stop();
        resolve(message);
      });
      // JSON left out an input that is undefined; the envelope wants it.
      window.balie.main.post({ ...call, input: call.input });
    })`);
    return new Bridge(page, await PagePorts.of((method, params) => page.send(method, params)));
  }

  /** @throws Error with the code of the refusal. */
  async call<T>(port: 'main' | 'store', name: string, input?: unknown): Promise<T> {
    const call = { kind: 'call', id: `bench-${++this.#count}`, name, input } as const;
    const answer = (port === 'store' ? await this.#ports.ask(call) : await this.#page.evaluate(`window.benchCall(${JSON.stringify(call)})`)) as Answer;
    if (answer.kind === 'error') throw new Error(`${port}/${name}: ${answer.error.code}`);
    return answer.value as T;
  }
}
