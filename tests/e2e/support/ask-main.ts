import type { Page } from '@playwright/test';
import { wireSchema, type Port, type WireMessage } from '#shared/ipc/contract.ts';

/** Asks main as a page that was taken over can: past everything that the page itself refuses. @returns its answer. */
export async function askMain(page: Page, name: string, input: unknown): Promise<WireMessage> {
  const answer = await page.evaluate(
    (message) =>
      new Promise<unknown>((resolve) => {
        const { main } = (window as unknown as { readonly balie: { readonly main: Port } }).balie;
        const stop = main.listen((raw) => {
          if ((raw as { id?: string }).id !== message.id) return;
          stop();
          resolve(raw);
        });
        main.post(message);
      }),
    { kind: 'call' as const, id: crypto.randomUUID(), name, input },
  );
  return wireSchema.parse(answer);
}
