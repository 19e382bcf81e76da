import { readFileSync } from 'node:fs';
import { askMain } from './support/ask-main.ts';
import { expect, needsLab, test } from './support/test.ts';

needsLab();

test('the workspace is confined to its window', async ({ balie, workspace, central }) => {
  const { page } = workspace;
  const before = await balie.addresses();
  const nodeNames = await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis));
  expect.soft(nodeNames, 'Node and Electron').toEqual([]);
  expect.soft(await page.evaluate(() => window.open('https://example.com/')), 'a window of its own').toBeNull();
  const microphone = await page.evaluate(() => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', String));
  expect.soft(microphone, 'the microphone, which belongs to the audio window').toContain('NotAllowedError');
  const devices = await page.evaluate(async () => (await navigator.mediaDevices.enumerateDevices()).map(({ label }) => label).join(''));
  expect.soft(devices, 'the names of devices').toBe('');
  const network = await page.evaluate((url) => fetch(url).then(() => 'reached', String), central.gate.url);
  expect.soft(network, 'the network').toContain('TypeError');
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await expect.poll(() => balie.log()).toContain('navigation was refused');
  expect.soft(await balie.addresses(), 'another page').toEqual(before);
});

const refused = [
  ['an unknown name', { name: 'call.everything', input: null }, 'ipc.unknown-name'],
  ['a name from the prototype', { name: 'constructor', input: null }, 'ipc.unknown-name'],
  ['a payload that does not fit', { name: 'call.dial', input: { target: 7 } }, 'ipc.invalid-payload'],
  ['a payload with more than it should have', { name: 'call.dial', input: { target: 'colleague', headers: ['X: y'] } }, 'ipc.invalid-payload'],
] as const;

test('main refuses what is not in its contract, and says so', async ({ workspace }) => {
  for (const [what, call, code] of refused) {
    const answer = await askMain(workspace.page, call.name, call.input);
    expect.soft(answer, what).toMatchObject({ kind: 'error', error: { code } });
  }
});

test('main loads no graphics driver for the dialogs of the system, and hands nothing of that on to other programs', async ({ balie }) => {
  const loaded = readFileSync(`/proc/${balie.app.process().pid}/maps`, 'utf8');
  expect(loaded, 'GTK is here').toContain('libgtk-');
  expect(loaded).not.toMatch(/libGLX_|_dri\.so|libLLVM/);
  expect(await balie.app.evaluate(() => process.env['GDK_GL'])).toBeUndefined();
});
