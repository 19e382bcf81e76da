import { microphoneTone, callerTone } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, queueNumber, shortGapMs, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test.describe('when the SIP server is killed during a call', () => {
  test.afterEach(async ({ lab }) => lab.kamailio.ensureRunning());

  test('the conversation goes on and the operator is told', async ({ workspace, customer, lab }) => {
    await converse(workspace, customer);
    await customer.hears.heard(microphoneTone);
    const from = Date.now();
    await lab.kamailio.kill();
    await expect(workspace.strip).toContainText(text('trouble.signalling.title'));
    await customer.hears.heard(microphoneTone);
    expect(customer.hears.longestGapMs(microphoneTone, from)).toBeLessThan(shortGapMs);
  });

  test('hold, resume and hanging up work once it is back', async ({ workspace, customer, lab }) => {
    await converse(workspace, customer);
    await lab.kamailio.kill();
    await expect(workspace.strip).toContainText(text('trouble.signalling.title'));
    await lab.kamailio.start();
    await expect(workspace.strip).not.toContainText(text('trouble.signalling.title'), { timeout: 20_000 });
    await workspace.hold();
    await customer.hears.silent();
    await workspace.resume();
    await customer.hears.heard(microphoneTone);
    await workspace.hangUp();
    await customer.event('CALL_CLOSED');
  });

  test('the next call rings once it is back', async ({ workspace, customer, lab, central }) => {
    await lab.kamailio.kill();
    await workspace.isNotRegistered();
    await lab.kamailio.start();
    await workspace.isRegistered(20_000);
    await customer.call(queueNumber);
    await workspace.rings(central.centre.customers[0]!.name);
  });
});

test('a SIP server that freezes for 20 seconds is noticed within ten, and the next call rings after it thawed', async ({ workspace, customer, lab, central }) => {
  lab.kamailio.freeze();
  try {
    const from = Date.now();
    await workspace.isNotRegistered(12_000);
    expect(Date.now() - from).toBeLessThan(10_500);
    await expect.poll(() => Date.now() - from, { timeout: 25_000, intervals: [500] }).toBeGreaterThan(20_000);
  } finally {
    lab.kamailio.thaw();
  }
  await workspace.isRegistered(20_000);
  await customer.call(queueNumber);
  await workspace.rings(central.centre.customers[0]!.name);
});

test('a call comes back when the media relay was restarted', async ({ workspace, customer, lab }) => {
  await converse(workspace, customer);
  await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
  // The repair may take less than the pause between two looks: the page itself watches for the words.
  const told = workspace.page.evaluate(
    (words) =>
      new Promise<void>((resolve) => {
        new MutationObserver(() => {
          if (document.body.textContent.includes(words)) resolve();
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    text('trouble.restoring.title'),
  );
  await lab.rtpengine.restart();
  await Promise.all([customer.hears.silent(), told]);
  await Promise.all([customer.hears.heard(microphoneTone, { withinMs: 30_000 }), lab.speaker.heard(callerTone, { withinMs: 30_000 })]);
  await expect(workspace.strip).not.toContainText(text('trouble.restoring.title'));
});
