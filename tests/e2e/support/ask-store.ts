import type { Page } from '@playwright/test';

/**
 * Asks the store over the page's own message port, as somebody at its developer tools can, past everything that the page would ask.
 * The port is in no global scope: the tools find it among all ports of the page by the listener that the page has put on it.
 *
 * @returns the whole answer, as text.
 */
export async function askStore(page: Page, name: string, input: unknown): Promise<string> {
  const tools = await page.context().newCDPSession(page);
  try {
    const { result: prototype } = await tools.send('Runtime.evaluate', { expression: 'MessagePort.prototype' });
    const { objects: ports } = await tools.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
    const { result } = await tools.send('Runtime.callFunctionOn', {
      objectId: ports.objectId ?? '',
      functionDeclaration: ask,
      arguments: [{ value: { kind: 'call', id: 'passer-by', name, input } }],
      awaitPromise: true,
    });
    return String(result.value);
  } finally {
    await tools.detach();
  }
}

/** In the page, with all its ports as `this`; React's own has a listener too, and nobody at its other end. */
const ask = `function (message) {
  const ports = [...this].filter((port) => port.onmessage !== null);
  return new Promise((resolve) => {
    for (const port of ports) {
      port.addEventListener('message', ({ data }) => {
        if (data !== null && data.id === message.id) resolve(JSON.stringify(data));
      });
      port.postMessage(message);
    }
  });
}`;
