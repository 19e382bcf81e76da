import type { Page } from '@playwright/test';
import { PagePorts } from '../../lab/page-ports.ts';

/** Asks the store as somebody at the page's developer tools can. @returns the whole answer, as text. */
export async function askStore(page: Page, name: string, input: unknown): Promise<string> {
  const tools = await page.context().newCDPSession(page);
  try {
    const ports = await PagePorts.of((method, params) => tools.send(method as 'Runtime.evaluate', params as { expression: string }));
    return JSON.stringify(await ports.ask({ kind: 'call', id: 'passer-by', name, input }));
  } finally {
    await tools.detach();
  }
}
