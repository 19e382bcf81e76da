/** Speaks to a page's developer tools: a method of the DevTools protocol and its parameters. */
type Send = (method: string, params?: Record<string, unknown>) => Promise<unknown>;

/** One call of the kit's envelope (`shared/ipc/contract.ts`). */
interface Call {
  readonly kind: 'call';
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/**
 * The message ports of a page, and over them the store, past everything that the page would ask. They are in no global scope: the tools
 * find them among all objects of the page.
 */
export class PagePorts {
  readonly #send: Send;
  readonly #ports: string;

  private constructor(send: Send, ports: string) {
    this.#send = send;
    this.#ports = ports;
  }

  static async of(send: Send): Promise<PagePorts> {
    const { result: prototype } = (await send('Runtime.evaluate', { expression: 'MessagePort.prototype' })) as { result: { objectId: string } };
    const { objects } = (await send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId })) as { objects: { objectId: string } };
    return new PagePorts(send, objects.objectId);
  }

  /** @returns the whole answer. */
  async ask(call: Call): Promise<unknown> {
    const { result } = (await this.#send('Runtime.callFunctionOn', { objectId: this.#ports, functionDeclaration: askOverPorts, arguments: [{ value: call }], awaitPromise: true, returnByValue: true })) as { result: { value: unknown } };
    return result.value;
  }
}

/** In the page, with all its ports as `this`; beside the store's, React's own has a listener too, and nobody at its other end. */
const askOverPorts = `function (call) {
  const ports = [...this].filter((port) => port.onmessage !== null);
  return new Promise((resolve) => {
    const receive = ({ data }) => {
      if (data === null || data.id !== call.id) return;
      for (const port of ports) port.removeEventListener('message', receive);
      resolve(data);
    };
    for (const port of ports) {
      port.addEventListener('message', receive);
      // On the way here what is undefined was left out; the envelope wants it.
      port.postMessage({ ...call, input: call.input });
    }
  });
}`;
