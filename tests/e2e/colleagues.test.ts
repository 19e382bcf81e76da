import { pidfOf, pidfType } from '../../electron/telephony/presence/pidf.ts';
import { callerTone, microphoneTone } from '../lab/lab.ts';
import { PlainTelephone } from '../lab/plain-telephone.ts';
import { until } from '../lab/wait.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, needsPresence, test } from './support/test.ts';
import { text } from './support/texts.ts';
import type { Workspace } from './support/workspace.ts';

needsLab();
needsPresence();

const colleagueName = 'Katrien Wouters';
const voicemailNumber = '7000';
test.use({ centre: { colleagues: [{ name: colleagueName, number: 'colleague' }], policy: { pickUp: 'replaces', voicemail: voicemailNumber, presence: { watch: true, publish: true } } } });

const directory = ({ page }: Workspace) => page.getByRole('list', { name: text('directory.title') });
const colleagueLine = (workspace: Workspace) => directory(workspace).getByRole('listitem').filter({ hasText: colleagueName });

async function showsLamp(workspace: Workspace, state: string): Promise<void> {
  await expect(colleagueLine(workspace)).toContainText(text(`lineState.${state}`));
}

test('what the exchange tells: a colleague free, ringing and talking, their call picked up by a key, voicemail that waits, heard by a key', async ({ workspace, lab, customerNumber, central }) => {
  test.setTimeout(120_000);
  const { page } = workspace;
  const colleague = await lab.colleague('colleague', { answer: 'manual' });
  try {
    await test.step('free, ringing, talking, free', async () => {
      await page.keyboard.press('Alt+k');
      await showsLamp(workspace, 'free');
      const caller = await customerNumber(1);
      await caller.call('colleague');
      await showsLamp(workspace, 'ringing');
      await colleague.answer();
      await showsLamp(workspace, 'talking');
      await caller.hangUp();
      await showsLamp(workspace, 'free');
    });

    await test.step('no calls wanted, a break, and free again; what this operator says reaches who watches them', async () => {
      const telephone = await PlainTelephone.open('desk', lab.ports.sip);
      // Each beside the ones of before, as of a telephone that lost track of what it had published.
      for (const [index, own] of (['do-not-disturb', 'break', 'available'] as const).entries()) {
        const document = pidfOf({ availability: own, since: new Date(Date.now() + index).toISOString(), id: `desk-${index}` }, lab.users.colleague.uri);
        expect(await telephone.publish('colleague', 'presence', pidfType, document)).toBe(200);
        await showsLamp(workspace, own === 'available' ? 'free' : own);
      }
      expect(await telephone.subscribe(lab.users.operator.user, 'presence', pidfType)).toBeLessThan(300);
      const isTold = (basic: string) => until(() => `the desk is told ${basic}; it was told ${telephone.notified.at(-1) ?? 'nothing'}`, () => telephone.notified.at(-1)?.includes(`<basic>${basic}</basic>`));
      await isTold('open');
      await page.keyboard.press('Alt+q');
      await isTold('closed');
      await page.keyboard.press('Alt+q');
      await isTold('open');
      telephone.close();
    });

    await test.step('the colleague’s ringing call is picked up', async () => {
      const since = Date.now();
      const caller = lab.sippCaller('caller-picked-up', 'colleague', { caller: central.centre.customers[2]!.phone, display: 'Luc' });
      await showsLamp(workspace, 'ringing');
      await page.keyboard.press('Alt+f');
      await workspace.inConversation();
      // What the caller hears they send back.
      await lab.speaker.heard(microphoneTone, { since });
      await colleague.event('CALL_CLOSED', { since, withinMs: 15_000 });
      await showsLamp(workspace, 'free');
      await workspace.hangUp();
      await caller.stop();
    });

    await test.step('voicemail waits, and is heard', async () => {
      const mailbox = await PlainTelephone.open('mailbox', lab.ports.sip);
      const told = await mailbox.publish(lab.users.operator.user, 'message-summary', 'application/simple-message-summary', 'Messages-Waiting: yes\r\nVoice-Message: 2/5\r\n');
      expect(told).toBe(200);
      const chip = page.getByRole('button', { name: text('line.voicemailNew_other', { count: 2 }) });
      await expect(chip).toBeVisible();
      const voicemail = lab.callee('echo');
      const since = Date.now();
      await page.keyboard.press('Alt+y');
      await expect(workspace.card(voicemailNumber)).toBeVisible();
      await workspace.inConversation();
      await lab.speaker.heard(microphoneTone, { since });
      await workspace.hangUp();
      await voicemail.done();
      mailbox.close();
    });
  } finally {
    await colleague.stop();
  }
});

test('a call of before is found by name and called back', async ({ workspace, customer, customerNumber, central, lab }) => {
  const { page } = workspace;
  const [first, second] = central.centre.customers;
  const missed = await customerNumber(1);
  await converse(workspace, customer);
  await lab.speaker.heard(callerTone);
  await workspace.hangUp();
  await workspace.wrapUp({ outcome: 'Bestelling geplaatst' });
  await workspace.becomesAvailable();
  await missed.call('+3278150000');
  await workspace.rings(second!.name);
  await missed.hangUp();
  await page.keyboard.press('Alt+i');
  const calls = page.getByRole('list', { name: text('calls.title') }).getByRole('listitem');
  await expect(calls).toHaveCount(2);
  await expect(calls.first()).toContainText(text('calls.missed'));
  await page.keyboard.type(first!.familyName);
  await expect(calls).toHaveCount(1);
  await expect(calls).toContainText('Bestelling geplaatst');
  const echo = lab.callee('echo');
  const since = Date.now();
  await calls.getByRole('button', { name: text('calls.callBackWho', { name: first!.name }) }).click();
  await workspace.inConversation();
  await expect(workspace.card(first!.name)).toBeVisible();
  await lab.speaker.heard(microphoneTone, { since });
  await workspace.hangUp();
  await echo.done();
});
