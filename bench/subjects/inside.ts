import { aliveOf } from '../../tests/lab/alive.ts';
import { CdpClient } from '../cdp/cdp-client.ts';
import { Page } from '../cdp/page.ts';

/** What is alive inside Balie, garbage collected before: by this it is told which process keeps something, and what. */
export interface Inside {
  /** JavaScript heaps, MB. */
  readonly mainHeap: number;
  readonly workspaceHeap: number;
  readonly audioHeap: number;
  /** Timers, sockets and requests of main that Node still waits for. */
  readonly mainResources: number;
  /** Peer connections in the audio window, closed ones included: one that is held is a leak, open or not. */
  readonly peerConnections: number;
  readonly workspaceNodes: number;
  readonly workspaceListeners: number;
}

interface InsideAddresses {
  readonly devTools: string;
  readonly inspector: string;
}

/** Collects garbage in main and in both pages, and counts what is left. Leaves nothing attached. */
export async function lookInside({ devTools, inspector }: InsideAddresses): Promise<Inside> {
  const main = await CdpClient.connect(inspector);
  const pages = await CdpClient.connect(devTools);
  const others = await CdpClient.connect(devTools);
  try {
    const workspace = await Page.find(pages, (url) => url.startsWith('balie://workspace/'));
    const audio = await Page.find(others, (url) => url.startsWith('balie://audio/'));
    const dom = await workspace.send('Memory.getDOMCounters');
    return {
      mainHeap: await heapOf((method) => main.send(method)),
      workspaceHeap: await heapOf((method) => workspace.send(method)),
      audioHeap: await heapOf((method) => audio.send(method)),
      mainResources: Number(await inMain(main, 'process.getActiveResourcesInfo().length')),
      peerConnections: await aliveOf((method, params) => audio.send(method, params), 'RTCPeerConnection'),
      workspaceNodes: Number(dom['nodes']),
      workspaceListeners: Number(dom['jsEventListeners']),
    };
  } finally {
    for (const client of [main, pages, others]) client.close();
  }
}

/** Hides the window or shows it again, as its operator does. @returns whether it can be seen now. */
export async function showWindow(inspector: string, shown: boolean): Promise<boolean> {
  const main = await CdpClient.connect(inspector);
  try {
    const windows = `process.mainModule.require('electron').BrowserWindow.getAllWindows().filter((window) => window.webContents.getURL().startsWith('balie://workspace/'))`;
    return (await inMain(main, `${windows}.map((window) => (window.${shown ? 'showInactive' : 'hide'}(), window.isVisible()))[0]`)) === true;
  } finally {
    main.close();
  }
}

async function heapOf(send: (method: string) => Promise<Record<string, unknown>>): Promise<number> {
  // What is only weakly held goes with the second round.
  await send('HeapProfiler.collectGarbage');
  await send('HeapProfiler.collectGarbage');
  return Number((await send('Runtime.getHeapUsage'))['usedSize']) / 1e6;
}

async function inMain(main: CdpClient, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = (await main.send('Runtime.evaluate', { expression, returnByValue: true })) as { readonly result: { readonly value?: unknown }; readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } } };
  if (exceptionDetails !== undefined) throw new Error(`In main: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value;
}
