import { callerTone, microphoneTone } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, queueNumber, shortGapMs, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();
test.use({ desk: 'shared' });

test.describe('a call from a customer', () => {
  test('rings with the name and the queue of who calls', async ({ workspace, customer, central }) => {
    await customer.call(queueNumber);
    await workspace.rings(central.centre.customers[0]!.name);
    await expect(workspace.strip).toContainText(central.centre.queue.name);
  });

  test('is heard at both ends once it is answered', async ({ workspace, customer, lab }) => {
    await customer.call(queueNumber);
    await workspace.answer();
    await workspace.inConversation();
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
  });

  test('sends nothing before it is answered', async ({ workspace, customer, central }) => {
    const from = Date.now();
    await customer.call(queueNumber);
    await workspace.rings(central.centre.customers[0]!.name);
    await customer.hears.silent();
    expect(customer.hears.count(from)).toBe(0);
  });

  test('hears nothing while the operator is muted, and hears again afterwards', async ({ workspace, customer, lab }) => {
    await converse(workspace, customer);
    await customer.hears.heard(microphoneTone);
    await workspace.mute();
    await customer.hears.silent();
    await lab.speaker.heard(callerTone);
    await workspace.unmute();
    await customer.hears.heard(microphoneTone);
  });

  test('is silent both ways on hold, and comes back', async ({ workspace, customer, lab }) => {
    await converse(workspace, customer);
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    await workspace.hold();
    await Promise.all([customer.hears.silent(), lab.speaker.silent()]);
    await workspace.resume();
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
  });

  test('ends at both sides when the operator hangs up', async ({ workspace, customer }) => {
    await converse(workspace, customer);
    await workspace.hangUp();
    await customer.event('CALL_CLOSED');
    await expect(workspace.strip).toContainText(text('ended.hung-up-local'));
  });

  test('ends at both sides when the customer hangs up', async ({ workspace, customer }) => {
    await converse(workspace, customer);
    await customer.hangUp();
    await expect(workspace.strip).toContainText(text('ended.hung-up-remote'));
  });

  test('stops ringing when the customer gives up', async ({ workspace, customer, central }) => {
    await customer.call(queueNumber);
    await workspace.rings(central.centre.customers[0]!.name);
    await customer.hangUp();
    await expect(workspace.callButton('call.answer')).toBeHidden();
    await workspace.isAvailable();
  });

  test('is told that the operator is busy when declined', async ({ workspace, customer }) => {
    await customer.call(queueNumber);
    await workspace.callButton('call.decline').click();
    const closed = await customer.event('CALL_CLOSED');
    expect(closed.param).toMatch(/486|480|603/);
  });

  test('sends the digits that are typed as telephone events', async ({ workspace, customer, lab }) => {
    await converse(workspace, customer);
    await workspace.page.keyboard.press('Alt+d');
    for (const digit of '12#') await workspace.page.getByRole('dialog').getByRole('button', { name: digit, exact: true }).click();
    await expect.poll(() => lab.digitsHeardBy(customer)).toBe('12#');
  });
});

test.describe('a second call', () => {
  test('is offered beside the first, which goes on', async ({ workspace, customer, customerNumber, central }) => {
    const second = await customerNumber(1, { tone: 600 });
    await converse(workspace, customer);
    const from = Date.now();
    await second.call(queueNumber);
    await workspace.rings(central.centre.customers[1]!.name);
    await customer.hears.heard(microphoneTone);
    expect(customer.hears.longestGapMs(microphoneTone, from)).toBeLessThan(shortGapMs);
  });

  test('is answered while the first is kept on hold', async ({ workspace, customer, customerNumber, lab }) => {
    const second = await customerNumber(1, { tone: 600 });
    await converse(workspace, customer);
    await customer.hears.heard(microphoneTone);
    await second.call(queueNumber);
    await workspace.callButton('call.answerAndHold').click();
    await Promise.all([second.hears.heard(microphoneTone), lab.speaker.heard(600), customer.hears.silent()]);
    await workspace.page.keyboard.press('Alt+g');
    await Promise.all([customer.hears.heard(microphoneTone), second.hears.silent()]);
  });
});
