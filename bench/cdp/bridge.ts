import type { Page } from './page.ts';

/**
 * Runs in the page, with all its message ports as `this`. Those that have a listener are the store's and one of React's own, whose other
 * end nobody listens at.
 */
const askOver = `function () {
  let count = 0;
  const ports = [...this].filter((port) => port.onmessage !== null);
  const lines = {
    main: window.balie.main,
    store: {
      listen(handler) {
        const receive = ({ data }) => handler(data);
        for (const port of ports) port.addEventListener('message', receive);
        return () => ports.forEach((port) => port.removeEventListener('message', receive));
      },
      post: (message) => ports.forEach((port) => port.postMessage(message)),
    },
  };
  window.benchCall = (line, name, input) => new Promise((resolve, reject) => {
    const id = 'bench-' + ++count;
    const stop = lines[line].listen((message) => {
      if (message === null || message.id !== id) return;
      stop();
      if (message.kind === 'ok') resolve(message.value);
      else reject(new Error(line + '/' + name + ': ' + message.error.code));
    });
    lines[line].post({ kind: 'call', id, name, input });
  });
}`;

/**
 * Asks as the workspace's page does: main over the bridge (`window.balie`), the store over the page's own message port. That port is
 * nowhere in the page's global scope; DevTools finds it among all ports by asking each that has a listener of its own.
 */
export class Bridge {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async into(page: Page): Promise<Bridge> {
    const { result: prototype } = (await page.send('Runtime.evaluate', { expression: 'MessagePort.prototype' })) as { result: { objectId: string } };
    const { objects } = (await page.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId })) as { objects: { objectId: string } };
    await page.send('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration: askOver });
    return new Bridge(page);
  }

  /** @throws Error with the code of the refusal. */
  call<T>(port: 'main' | 'store', name: string, input?: unknown): Promise<T> {
    return this.#page.evaluate<T>(`window.benchCall(${JSON.stringify(port)}, ${JSON.stringify(name)}, ${input === undefined ? 'undefined' : JSON.stringify(input)})`);
  }
}
