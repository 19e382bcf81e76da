import type { Page } from '@playwright/test';
import { microphoneTone } from '../lab/lab.ts';
import { until } from '../lab/wait.ts';
import { plugHeadset, shows } from './support/headset.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';

needsLab();

test('a call is taken, muted, held and ended on the headset alone; it goes dark whoever hangs up, and when Balie quits', async ({ balie, workspace, customer }) => {
  const headset = await plugHeadset(balie, 'jabraEvolveLink');

  await test.step('answered', async () => {
    await customer.call(queueNumber);
    await shows(headset, 'ring', 'ringer');
    headset.pressHook();
    await customer.hears.heard(microphoneTone);
    await workspace.inConversation();
    await shows(headset, 'off-hook', 'microphone');
  });

  await test.step('muted and unmuted', async () => {
    headset.press('mute');
    await customer.hears.silent();
    await shows(headset, 'off-hook', 'mute');
    await expect(workspace.callButton('call.unmute')).toBeVisible();
    headset.press('mute');
    await customer.hears.heard(microphoneTone);
    await shows(headset, 'off-hook', 'microphone');
  });

  await test.step('held and resumed', async () => {
    headset.press('flash');
    await customer.hears.silent();
    await shows(headset, 'hold');
    headset.press('flash');
    await customer.hears.heard(microphoneTone);
    await shows(headset, 'off-hook', 'microphone');
  });

  await test.step('ended', async () => {
    const since = Date.now();
    headset.pressHook();
    await customer.event('CALL_CLOSED', { since });
    await shows(headset);
    expect(headset.hook).toBe(false);
  });

  await test.step('the other side hangs up a muted call', async () => {
    await customer.call(queueNumber);
    await shows(headset, 'ring', 'ringer');
    headset.pressHook();
    await shows(headset, 'off-hook', 'microphone');
    headset.press('mute');
    await shows(headset, 'off-hook', 'mute');
    await customer.hangUp();
    await shows(headset);
    await until('the hook of the headset is down', () => !headset.hook);
  });

  await test.step('Balie quits in the middle of a call', async () => {
    await customer.call(queueNumber);
    await shows(headset, 'ring', 'ringer');
    headset.pressHook();
    await shows(headset, 'off-hook', 'microphone');
    await balie.stop();
    await shows(headset);
  });
});

test('devices are there in the audio window, and no page may ask for another one, not even after a click', async ({ balie, workspace }) => {
  const audio = balie.app.windows().find((window) => window.url().startsWith('balie://audio/'))!;
  expect(await audio.evaluate(() => 'hid' in navigator), 'WebHID in the audio window').toBe(true);
  const asked = () => balie.app.evaluate(() => (globalThis as { askedForDevice?: number }).askedForDevice ?? 0);
  await balie.app.evaluate(({ session }) => {
    session.defaultSession.on('select-hid-device', () => {
      const own = globalThis as { askedForDevice?: number };
      own.askedForDevice = (own.askedForDevice ?? 0) + 1;
    });
  });
  const askAfterClick = async (page: Page) => {
    const developerTools = await page.context().newCDPSession(page);
    await developerTools.send('Runtime.evaluate', { expression: 'navigator.hid.requestDevice({ filters: [] }).catch(() => undefined)', awaitPromise: true, userGesture: true });
  };
  await askAfterClick(workspace.page);
  await askAfterClick(audio);
  expect(await asked(), 'dialogs to choose a device').toBe(0);
  // The same question where permissions are open does come through: the test would see it.
  await balie.app.evaluate(({ session }) => session.defaultSession.setPermissionCheckHandler(() => true));
  await askAfterClick(audio);
  expect(await asked(), 'dialogs where everything is permitted').toBe(1);
});
