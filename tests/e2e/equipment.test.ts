import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test('before the shift: what works is found within a minute, what is heard is asked, and a caller is not kept waiting', async ({ lab, launch, central, customer }) => {
  const headset = await lab.sound.plug('desk', 'Headset_Desk', 700);
  lab.sound.setDefault('sink', 'desk');
  lab.sound.setDefault('source', 'desk_microphone');
  const { workspace } = await launch({ enrol: await central.enrolment(), switches: [] });
  await workspace.becomesAvailable();
  const { page } = workspace;
  const row = (check: string) => page.getByRole('list', { name: text('readiness.list') }).getByRole('listitem').filter({ hasText: text(`readiness.check.${check}`) });
  const is = (check: string, state: string) => expect(row(check)).toHaveAttribute('data-state', state, { timeout: 15_000 });
  await page.keyboard.press('Control+g');
  await expect(page.getByText(text('readiness.verdict.before'))).toBeVisible();

  await test.step('all of it', async () => {
    await page.keyboard.press('Control+g');
    for (const check of ['registration', 'clock', 'round-trip', 'microphone']) await is(check, 'passed');
    for (const check of ['stun', 'turn']) await is(check, 'skipped');
    await is('speaker', 'asking');
    await headset.hears.loud();
    await page.keyboard.press(text('readiness.yesKey'));
    await is('ring', 'asking');
    await headset.hears.loud();
    await page.keyboard.press(text('readiness.noKey'));
    await is('ring', 'failed');
    await expect(row('ring')).toContainText(text('readiness.advice.ring-not-heard'));
    await is('headset', 'skipped');
    await expect(page.getByText(text('readiness.verdict.bad'))).toBeVisible();
    expect(lab.sound.openSources()).toEqual([]);
  });

  await test.step('a caller ends it', async () => {
    await page.getByRole('button', { name: text('readiness.again') }).click();
    await is('speaker', 'asking');
    await customer.call(queueNumber);
    await workspace.rings(central.centre.customers[0]!.name);
    await workspace.answer();
    await workspace.inConversation();
    await headset.hears.heard(440);
    expect(lab.sound.openSources()).toEqual(['desk_microphone']);
    await workspace.hangUp();
    await expect.poll(() => lab.sound.openSources()).toEqual([]);
  });
  headset.unplug();
  lab.sound.setDefault('sink', 'lab_speaker');
  lab.sound.setDefault('source', 'lab_microphone');
});
