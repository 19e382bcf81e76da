import { _electron, expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { build, preview } from 'vite';
import ways from '../workspace-preview/ways.json' with { type: 'json' };
import { axeScript } from './support/axe.ts';
import { electronExecutable } from './support/balie.ts';
import { hardToReach } from './support/narrow-window.ts';
import { newViolations } from './support/new-panels.ts';

const configFile = join(import.meta.dirname, '../workspace-preview/vite.config.ts');
const waysOf: Readonly<Record<string, readonly (readonly string[])[]>> = ways;

/** @returns what somebody sees, but for numbers that run; what is chosen; where the cursor is, and the numbers there. */
function seen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const states = ['aria-pressed', 'aria-expanded', 'aria-selected', 'aria-checked', 'aria-current', 'aria-activedescendant'];
    const chosen = [...document.querySelectorAll(states.map((state) => `[${state}]`).join())].map((element) => states.map((state) => element.getAttribute(state)).join());
    return [document.body.innerText.replaceAll(/\d/g, ''), ...chosen, document.activeElement?.outerHTML, document.activeElement?.closest('table, section, [role]')?.textContent].join('\n');
  });
}

/** Nothing has come or gone for a moment. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      let quiet = setTimeout(resolve, 60);
      new MutationObserver(() => {
        clearTimeout(quiet);
        quiet = setTimeout(resolve, 60);
      }).observe(document.body, { childList: true, subtree: true });
    });
  });
}

/** A colour on its way to another is neither: in this page there is no way between them. */
async function withoutTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets = [still];
  });
}

/** Goes on in a scene: by a key or, with @, by the button or the entry of that name; then types. Something has to come of it: where that is not enough, this button. */
async function goOn(page: Page, way: string, typed: string, button: string): Promise<void> {
  const before = await seen(page);
  const name = way.slice(1);
  if (way.startsWith('@')) await page.getByRole('button', { name }).or(page.getByRole('menuitem', { name })).first().click();
  else await page.keyboard.press(way);
  if (typed !== '') await settled(page);
  await page.keyboard.type(typed);
  await expect.poll(() => seen(page), { message: `something happens at ${way} ${typed}`, intervals: [20, 50, 100] }).not.toBe(before);
  if (button !== '') await expect(page.getByRole('button', { name: button }).first()).toBeVisible();
  await settled(page);
}

test('no screen of the preview has a barrier that axe can find, in either theme, and in a narrow window all of it is within reach', async () => {
  test.setTimeout(600_000);
  await build({ configFile, logLevel: 'error' });
  const server = await preview({ configFile, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const address = server.resolvedUrls?.local[0] ?? '';
  const app = await _electron.launch({ executablePath: electronExecutable(), args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), join(import.meta.dirname, 'support/preview-window'), address] });
  const found: string[] = [];
  const page = await app.firstWindow();
  // A busy machine is slow, not wrong.
  page.setDefaultTimeout(30_000);
  await page.addInitScript({ content: axeScript(page) });
  let screen = '';
  page.on('pageerror', (error) => found.push(`${screen}: ${error.message}`));

  const look = async (): Promise<void> => {
    for (const violation of await newViolations(page)) found.push(`${screen}, ${violation}`);
    for (const part of await hardToReach(page)) found.push(`${screen}, in a narrow window: ${part}`);
  };
  await expect.poll(() => page.evaluate('window.sceneNames')).toBeDefined();
  for (const scene of await page.evaluate<string[]>('window.sceneNames')) {
    await test.step(scene, async () => {
      screen = scene;
      await page.goto(`${address}?scene=${scene}`);
      await expect(page.locator('#root *').first()).toBeAttached();
      await withoutTransitions(page);
      await settled(page);
      await look();
      for (const [way = '', typed = '', button = ''] of waysOf[scene] ?? []) {
        screen = `${scene}, ${way}`;
        await goOn(page, way, typed, button);
        await look();
      }
    });
  }
  await app.close();
  await server.close();
  expect(found).toEqual([]);
});
