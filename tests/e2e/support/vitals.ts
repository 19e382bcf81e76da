import { execFileSync } from 'node:child_process';
import type { Balie } from './balie.ts';

const patienceMs = 3_000;

function withPatience<T>(who: string, answer: Promise<T>): Promise<T | string> {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve(`${who} does not answer`), patienceMs));
  return Promise.race([answer.catch((error: unknown) => String(error)), late]);
}

/**
 * Who of a Balie still answers, for the report of a failed test: main, the windows as main knows them, the page, whether it draws
 * frames, and what its processes are busy with.
 */
export async function vitals({ app, workspace: { page } }: Balie): Promise<string> {
  const windows = await withPatience('main', app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => ({ url: contents.getURL(), process: contents.getOSProcessId(), loading: contents.isLoading(), crashed: contents.isCrashed() }))));
  const document = await withPatience('the page', page.evaluate(() => ({ state: window.document.readyState, seen: window.document.visibilityState, elements: window.document.getElementsByTagName('*').length })));
  const frame = await withPatience('the page’s next frame', page.evaluate(() => new Promise<string>((resolve) => requestAnimationFrame(() => resolve('drawn')))));
  const group = String(app.process().pid ?? '');
  const threads = execFileSync('ps', ['-eLo', 'pid,pgid,lwp,pcpu,stat,wchan:24,comm', '--sort=-pcpu'], { encoding: 'utf8' });
  // Playwright starts Electron in a process group of its own.
  const own = threads.split('\n').filter((line, index) => index === 0 || line.trim().split(/\s+/)[1] === group);
  return [JSON.stringify({ windows, document, frame }, null, 2), ...own.slice(0, 25)].join('\n');
}
