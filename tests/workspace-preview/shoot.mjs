/*
 * Pictures of every scene, to be looked at: node tests/workspace-preview/shoot.mjs <folder> [scene ...]
 * Without names: all of them. Needs a Chromium (CHROMIUM=/path, or /usr/bin/chromium) and the preview
 * built by `vite build -c tests/workspace-preview/vite.config.ts`. SHOT_LANGUAGE chooses the language.
 */
import { createServer } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import ways from './ways.json' with { type: 'json' };

const [folder = 'out/workspace-pictures', ...wanted] = process.argv.slice(2);
const root = path.join(import.meta.dirname, '../../out/workspace-preview');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const server = createServer(async (request, response) => {
  const file = path.join(root, path.normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
  const body = await readFile(file).catch(() => null);
  response.writeHead(body === null ? 404 : 200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/index.html`;
await mkdir(folder, { recursive: true });

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const name of wanted.length > 0 ? wanted : await sceneNames()) {
  for (const size of sizes) {
    for (const theme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport: size });
      page.on('console', (message) => message.type() === 'error' && console.log(`${name}: ${message.text()}`));
      page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
      await page.goto(`${address}?scene=${name}&theme=${theme}&language=${process.env.SHOT_LANGUAGE ?? 'nl'}`);
      await page.waitForTimeout(300);
      if (name === 'readiness') {
        await page.keyboard.press('Control+g');
        await page.evaluate('showReadiness()');
        await page.waitForTimeout(200);
      }
      for (const [key, then] of [['', ''], ...(ways[name] ?? [])]) {
        if (key !== '') {
          if (key.startsWith('@')) await page.getByRole('button', { name: key.slice(1) }).or(page.getByRole('menuitem', { name: key.slice(1) })).first().click();
          else await page.keyboard.press(key);
          await page.waitForTimeout(200);
          await page.keyboard.type(then, { delay: 30 });
          await page.waitForTimeout(300);
        }
        await page.screenshot({ path: path.join(folder, `${name}${key === '' ? '' : `+${key.replaceAll('/', '-')}`}-${size.width}-${theme}.png`) });
      }
      await page.close();
    }
  }
}
await browser.close();
server.close();

async function sceneNames() {
  const page = await browser.newPage();
  await page.goto(address);
  const names = await page.evaluate('window.sceneNames');
  await page.close();
  return names;
}
