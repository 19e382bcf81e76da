/*
 * What a snapshot costs the workspace: node tests/workspace-preview/measure.mjs
 * Script and layout time, in milliseconds per snapshot, of changes that main sends during a shift; median of five rounds on a page slowed
 * down four times. Needs the preview built, and a Chromium, as shoot.mjs does.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';

const root = path.join(import.meta.dirname, '../../out/workspace-preview');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const server = createServer(async (request, response) => {
  const file = path.join(root, path.normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
  const body = await readFile(file).catch(() => null);
  response.writeHead(body === null ? 404 : 200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/index.html`;

const snapshots = 40;
const rounds = 5;

/** Changes by what they are called; each runs in the page. */
const changes = {
  'nothing that is shown': `(main, i) => main.update({ voicemail: { newMessages: 0, oldMessages: i % 2 } })`,
  'a colleague begins to talk': `(main, i) => main.update({ presence: [{ number: '204', state: i % 2 === 0 ? 'free' : 'talking' }] })`,
  'the call is muted, and not': `(main, i) => main.update({ calls: main.snapshot.calls.map((call) => ({ ...call, muted: i % 2 === 0 })) })`,
  'the quality of the call': `(main, i) => main.update({ calls: main.snapshot.calls.map((call) => ({ ...call, quality: i % 2 === 0 ? 'good' : 'fair' })) })`,
  'the line registers again': `(main, i) => main.update({ registration: { ...main.snapshot.registration, since: new Date(1e12 + i).toISOString() } })`,
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, change] of Object.entries(changes)) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}?scene=connected`);
  await page.getByRole('button', { name: 'Ophangen' }).waitFor();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const costs = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await spent(cdp);
    await page.evaluate(`(async () => {
      const change = ${change};
      for (let i = 0; i < ${snapshots}; i += 1) {
        change(window.scene.main, i);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
    })()`);
    const after = await spent(cdp);
    costs.push({ script: (after.script - before.script) / snapshots, layout: (after.layout - before.layout) / snapshots });
  }
  const median = (key) => costs.map((cost) => cost[key]).sort((a, b) => a - b)[Math.floor(rounds / 2)];
  console.log(`${name.padEnd(32)} script ${median('script').toFixed(2).padStart(6)} ms   style and layout ${median('layout').toFixed(2).padStart(6)} ms`);
  await page.close();
}
await browser.close();
server.close();

async function spent(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') };
}
