import { microphoneTone } from '../lab/lab.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';

needsLab();
test.use({ desk: 'shared' });

test('a whole call is done without a mouse', async ({ workspace, customer, central }) => {
  const { keyboard } = workspace.page;
  await customer.call(queueNumber);
  await workspace.rings(central.centre.customers[0]!.name);
  await keyboard.press('Alt+a');
  await workspace.inConversation();
  await customer.hears.heard(microphoneTone);
  await keyboard.press('Alt+m');
  await customer.hears.silent();
  await keyboard.press('Alt+m');
  await customer.hears.heard(microphoneTone);
  await keyboard.press('Alt+h');
  await expect(workspace.callButton('call.resume')).toBeVisible();
  await keyboard.press('Alt+h');
  await expect(workspace.callButton('call.hold')).toBeVisible();
  await keyboard.press('1');
  await workspace.atStep('Identiteit controleren');
  await keyboard.press('Alt+x');
  await customer.event('CALL_CLOSED');
  await workspace.wrapUpByKeyboard('Bestelling geplaatst');
  await workspace.isAvailable();
});

test('keys of the call work while the operator types, and type nothing', async ({ workspace, customer }) => {
  await customer.call(queueNumber);
  await workspace.answer();
  await workspace.inConversation();
  await workspace.note.fill('Levering');
  await workspace.note.press('Alt+m');
  await expect(workspace.callButton('call.unmute')).toBeVisible();
  await expect(workspace.note).toHaveValue('Levering');
});

test('a call that comes in does not take the focus of who types', async ({ workspace, customer, customerNumber, central }) => {
  const second = await customerNumber(1);
  await customer.call(queueNumber);
  await workspace.answer();
  await workspace.inConversation();
  await workspace.note.fill('Half');
  await second.call(queueNumber);
  await workspace.rings(central.centre.customers[1]!.name);
  await expect(workspace.note).toBeFocused();
});
