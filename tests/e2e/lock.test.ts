import { microphoneTone } from '../lab/lab.ts';
import { askMain } from './support/ask-main.ts';
import { askStore } from './support/ask-store.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test.afterEach(async ({ central }) => central.gate.restore());

test('locked by its key, the desk gives nothing away and its telephone rings on; whoever signed in opens it, without the centre too', async ({ launch, lab, central, customer, customerNumber }) => {
  const balie = await launch();
  const { workspace } = balie;
  const { page } = workspace;
  const [first, second] = [central.centre.customers[0]!, central.centre.customers[1]!];
  const cover = page.getByRole('heading', { name: text('lock.title') });
  const password = page.getByLabel(text('lock.password', { name: 'Liesbeth Van Damme' }));
  const unlock = async (typed: string): Promise<void> => {
    await expect(password).toBeFocused();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  };

  await test.step('signed in with a password, a conversation is wrapped up', async () => {
    await page.getByRole('textbox', { name: text('signIn.centralUrl') }).fill(central.gate.url);
    await page.getByRole('textbox', { name: text('signIn.username') }).fill(central.username);
    await page.getByLabel(text('signIn.password')).fill(central.password);
    await page.getByRole('button', { name: text('signIn.submit') }).click();
    await workspace.becomesAvailable();
    await converse(workspace, customer);
    await workspace.note.fill('Belt over de waarborg');
    await workspace.hangUp();
    await workspace.inWrapUp();
  });

  await test.step('the key locks: the customer is gone from the page, and the store answers it nothing', async () => {
    await page.keyboard.press('Control+Shift+L');
    await expect(cover).toBeVisible();
    expect(await page.content()).not.toContain(first.familyName);
    expect(await askStore(page, 'customer.search', { text: 'a', limit: 60 })).toContain('lock.locked');
  });

  await test.step('help is called over the trunk without a password, once confirmed; main dials nobody else, whatever the page asks', async () => {
    for (const target of [second.phone, '112@127.0.0.1', 'colleague']) {
      expect(await askMain(page, 'call.dial', { target, confirmed: true }), target).toMatchObject({ kind: 'error', error: { code: 'lock.locked' } });
    }
    const echo = lab.callee('echo');
    await page.keyboard.press('Alt+n');
    await expect(page.getByRole('button', { name: text('emergency.confirm', { number: '112' }) })).toBeFocused();
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog');
    await expect(question.getByRole('button', { name: text('emergency.cancel') })).toBeFocused();
    await question.getByRole('button', { name: text('emergency.confirm', { number: '112' }) }).click();
    const call = page.getByRole('region', { name: text('lock.calls') }).getByRole('article');
    await expect(call).toContainText(`112 · ${text('call.inProgress')}`);
    await lab.speaker.heard(microphoneTone);
    await page.keyboard.press('Alt+m');
    await lab.speaker.silent();
    await page.keyboard.press('Alt+x');
    await echo.done();
    await expect(call).toBeHidden();
    await expect(cover).toBeVisible();
    expect(await page.content()).not.toContain(first.familyName);
    const dialled = [...lab.kamailio.log().matchAll(/INVITE of operator for (\S+)/g)].map(([, number]) => number);
    expect(dialled).toEqual(['112']);
    expect(balie.log()).toContain('an emergency number was asked for at the locked desk');
  });

  await test.step('a call rings with its number, is taken by key, and is heard; its file stays shut', async () => {
    const caller = await customerNumber(1);
    await caller.call(queueNumber);
    const calls = page.getByRole('region', { name: text('lock.calls') });
    await expect(calls).toContainText(second.phone.slice(-2));
    await page.keyboard.press('Alt+a');
    await caller.event('CALL_ESTABLISHED');
    await expect(calls.getByRole('button', { name: text('call.hangUp') })).toBeVisible();
    expect(await page.content()).not.toContain(second.familyName);
    await expect(cover).toBeVisible();
  });

  await test.step('a wrong password opens nothing; the right one shows the file of who is on the line', async () => {
    await unlock('verkeerd');
    await expect(page.getByRole('alert')).toHaveText(text('errors.lock.wrong'));
    await unlock(central.password);
    await expect(workspace.card(second.name)).toBeVisible();
    await workspace.hangUp();
    await workspace.inWrapUp();
    await workspace.chooseOutcome('Klacht genoteerd');
    await workspace.sentence.fill('Klacht over levering.');
    await page.keyboard.press('Control+Enter');
    // Closed, the call for help is in hand: the operator sees that somebody made it here.
    await expect(workspace.card('112')).toBeVisible();
    await workspace.inWrapUp();
    await workspace.chooseFirstOutcome();
    await page.keyboard.press('Control+Enter');
    // And then the one before it all again, with its note.
    await expect(workspace.note).toHaveValue('Belt over de waarborg');
  });

  await test.step('without the centre, the password of the last sign-in opens it', async () => {
    await central.gate.close();
    await workspace.isOffline();
    await page.keyboard.press('Control+Shift+L');
    await unlock('verkeerd');
    await expect(page.getByRole('alert')).toHaveText(text('errors.lock.wrong'));
    await unlock(central.password);
    await expect(workspace.note).toHaveValue('Belt over de waarborg');
  });
});
