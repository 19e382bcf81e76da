import type { Balie } from './support/balie.ts';
import { microphoneTone } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, queueNumber, shortGapMs, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

/** What main does with the panel and with notifications, from where it does it. */
async function watchDesktop(balie: Balie): Promise<void> {
  await balie.app.evaluate(({ Notification, Tray }) => {
    const seen = { notifications: [] as Electron.Notification[], trayTexts: [] as string[] };
    Object.assign(globalThis, { desktopSeen: seen });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      seen.notifications.push(this);
    };
    const setToolTip = Tray.prototype.setToolTip;
    Tray.prototype.setToolTip = function tell(this: Electron.Tray, words: string) {
      seen.trayTexts.push(words);
      setToolTip.call(this, words);
    };
  });
}

type Seen = typeof globalThis & { readonly desktopSeen: { readonly notifications: Electron.Notification[]; readonly trayTexts: string[] } };

const trayTexts = (balie: Balie): Promise<string[]> => balie.app.evaluate(() => (globalThis as Seen).desktopSeen.trayTexts);

/** The operator's window, as the desktop has it. */
function windowState(balie: Balie): Promise<{ readonly visible: boolean; readonly minimized: boolean }> {
  return balie.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('balie://workspace/'));
    return { visible: window?.isVisible() ?? false, minimized: window?.isMinimized() ?? false };
  });
}

test.describe('links in other programs', () => {
  test.use({ desk: 'shared' });

  test('a link in another program is shown to the operator, in the running Balie, and dialled by a key only', async ({ balie, workspace, lab }) => {
    const before = balie.app.process().pid;
    await balie.startAgain('tel:02-555.12.34;ext=12');
    expect(balie.app.process().pid).toBe(before);
    const request = workspace.page.getByText(text('dialRequest.asks'));
    await expect(request).toBeVisible();
    await expect(workspace.page.getByText(text('dialRequest.extension', { extension: 12 }))).toBeVisible();
    // The second click waits behind the first; what is no number asks nothing.
    await balie.startAgain('--dial=7042');
    await balie.startAgain('tel:evil%0d%0aRoute:x');
    await expect(request).toHaveCount(2);
    await expect(workspace.callButton('call.hangUp')).toBeHidden();
    const echo = lab.callee('echo');
    await workspace.page.keyboard.press('Alt+j');
    await workspace.inConversation();
    await expect(request).toHaveCount(1);
    await workspace.hangUp();
    await echo.done();
    await workspace.page.keyboard.press('Alt+e');
    await expect(request).toHaveCount(0);
  });

  test('links that are clicked in the middle of a conversation wait for the operator; the customer hears nothing of it, and is held for the call', async ({ balie, workspace, customer, lab }) => {
    await converse(workspace, customer);
    await customer.hears.heard(microphoneTone);
    const since = Date.now();
    await Promise.all(['tel:+3225551234', '--dial=7042'].map((word) => balie.startAgain(word)));
    const request = workspace.page.getByText(text('dialRequest.asks'));
    await expect(request).toHaveCount(2);
    await workspace.inConversation();
    await customer.hears.heard(microphoneTone);
    expect(customer.hears.longestGapMs(microphoneTone, since)).toBeLessThan(shortGapMs);
    const echo = lab.callee('echo');
    await workspace.page.keyboard.press('Alt+j');
    await Promise.all([lab.speaker.heard(microphoneTone), customer.hears.silent()]);
    await expect(request).toHaveCount(1);
    await workspace.hangUp();
    await echo.done();
    await workspace.page.keyboard.press('Alt+g');
    await customer.hears.heard(microphoneTone);
    await workspace.page.keyboard.press('Alt+e');
    await expect(request).toHaveCount(0);
  });
});

test('hidden for its operator, Balie rings at once, and a click on the notification brings it back', async ({ balie, workspace, customer, lab }) => {
  await watchDesktop(balie);
  await balie.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  expect((await windowState(balie)).visible).toBe(false);
  const called = Date.now();
  await customer.call(queueNumber);
  await lab.speaker.loud({ forMs: 200, withinMs: 5_000 });
  expect(Date.now() - called).toBeLessThan(2_500);
  await balie.app.evaluate(() => (globalThis as Seen).desktopSeen.notifications.at(-1)?.emit('click'));
  await expect.poll(() => windowState(balie)).toEqual({ visible: true, minimized: false });
  await workspace.answer();
  await workspace.inConversation();
  await workspace.hangUp();
});

test('the icon in the panel says what the line is doing, in the language of the operator', async ({ balie, workspace, customer }) => {
  await watchDesktop(balie);
  const says = () => expect.poll(async () => (await trayTexts(balie)).at(-1));
  // What passes is not set: nobody answers before the icon could have told them.
  await customer.call(queueNumber);
  await says().toBe('Balie: U wordt opgebeld');
  await workspace.answer();
  await says().toBe('Balie: In gesprek');
  await workspace.hangUp();
  await says().not.toBe('Balie: In gesprek');
});
