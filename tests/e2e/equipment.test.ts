import { callerTone } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { plugHeadset } from './support/headset.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test('before the shift: what works is found within a minute, what is heard is asked, and a caller is not kept waiting', async ({ lab, launch, central, customer }) => {
  const headset = await lab.sound.plug('desk', 'Headset_Desk', 700);
  lab.sound.setDefault('sink', 'desk');
  lab.sound.setDefault('source', 'desk_microphone');
  const turn = await lab.turn();
  const relay = turn.server('udp');
  await central.provision({ iceServers: [{ urls: relay.urls.map((url) => url.replace(/^turn:([^?]+).*$/, 'stun:$1')) }, relay] });
  const balie = await launch({ enrol: await central.enrolment(), switches: [] });
  const { workspace } = balie;
  await workspace.becomesAvailable();
  const { page } = workspace;
  const row = (check: string) => page.getByRole('list', { name: text('readiness.list') }).getByRole('listitem').filter({ hasText: text(`readiness.check.${check}`) });
  const is = (check: string, state: string) => expect(row(check)).toHaveAttribute('data-state', state, { timeout: 15_000 });
  await page.keyboard.press('Control+g');
  await expect(page.getByText(text('readiness.verdict.before'))).toBeVisible();

  await test.step('all of it', async () => {
    await page.keyboard.press('Control+g');
    for (const check of ['registration', 'clock', 'round-trip', 'stun', 'turn', 'microphone']) await is(check, 'passed');
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

  await test.step('with a headset that has buttons, all nine', async () => {
    const buttons = await plugHeadset(balie, 'jabraEvolveLink');
    await page.keyboard.press('Control+g');
    await page.keyboard.press('Control+g');
    for (const check of ['speaker', 'ring']) {
      await is(check, 'asking');
      await page.keyboard.press(text('readiness.yesKey'));
    }
    await is('headset', 'running');
    buttons.press('mute');
    for (const check of ['registration', 'clock', 'round-trip', 'stun', 'turn', 'microphone', 'speaker', 'ring', 'headset']) await is(check, 'passed');
    await expect(page.getByText(text('readiness.verdict.good'))).toBeVisible();
  });
  await central.provision();
  headset.unplug();
  lab.sound.setDefault('sink', 'lab_speaker');
  lab.sound.setDefault('source', 'lab_microphone');
});

test('the headset that was chosen is the one that is used after a restart, although another one came before it', async ({ lab, launch, central, customer, profile }) => {
  const two = await lab.sound.plug('two', 'Headset_Two', 1300);
  const first = await launch({ enrol: await central.enrolment(), switches: [], profile });
  await first.workspace.becomesAvailable();
  const { page } = first.workspace;
  await page.keyboard.press('Control+,');
  const sound = page.getByRole('region', { name: text('settings.section.sound') });
  for (const role of ['microphone', 'speaker']) {
    await sound.getByLabel(text(`devices.${role}`), { exact: true }).selectOption({ label: 'Headset_Two' });
    await expect(sound.getByText(text('devices.now', { now: 'Headset_Two' }))).toHaveCount(role === 'microphone' ? 1 : 2);
  }
  await first.stop();
  // The system lists them anew: Headset_Two is behind another one, and has another number.
  two.unplug();
  const one = await lab.sound.plug('one', 'Headset_One', 700);
  const again = await lab.sound.plug('two', 'Headset_Two', 1300);
  const { workspace } = await launch({ switches: [], profile });
  await workspace.becomesAvailable();
  await converse(workspace, customer);
  await Promise.all([again.hears.heard(callerTone), customer.hears.heard(1300)]);
  expect(one.hears.toneMs(callerTone, 0)).toBe(0);
  await workspace.hangUp();
  one.unplug();
  again.unplug();
});
