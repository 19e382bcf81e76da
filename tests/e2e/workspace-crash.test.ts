import { callerTone, microphoneTone } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, shortGapMs, test } from './support/test.ts';

needsLab();

test.describe('when the workspace crashes during a call', () => {
  test('nobody on the line notices', async ({ balie, workspace, customer, lab }) => {
    await converse(workspace, customer);
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    const from = Date.now();
    await balie.crash('workspace');
    await (await balie.workspaceAgain()).inConversation();
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
    expect(customer.hears.longestGapMs(microphoneTone, from)).toBeLessThan(shortGapMs);
    expect(lab.speaker.longestGapMs(callerTone, from)).toBeLessThan(shortGapMs);
  });

  test('it comes back to the same call, script step and half-typed note', async ({ balie, workspace, customer, central }) => {
    await converse(workspace, customer);
    await workspace.chooseAnswer('Klant is gekend');
    await workspace.atStep('Identiteit controleren');
    await workspace.note.fill('Wil levering na 14 u, buur op 46 neemt');
    await workspace.draftIsKept();
    await balie.crash('workspace');
    const again = await balie.workspaceAgain();
    await expect(again.strip).toContainText(central.centre.customers[0]!.name);
    await again.atStep('Identiteit controleren');
    await expect(again.note).toHaveValue('Wil levering na 14 u, buur op 46 neemt');
  });

  test('the call can still be put on hold and ended from the new page', async ({ balie, workspace, customer }) => {
    await converse(workspace, customer);
    await balie.crash('workspace');
    const again = await balie.workspaceAgain();
    await again.inConversation();
    await again.hold();
    await customer.hears.silent();
    await again.resume();
    await customer.hears.heard(microphoneTone);
    await again.hangUp();
    await customer.event('CALL_CLOSED');
  });
});

test('a reload by the operator keeps the call', async ({ workspace, customer }) => {
  await converse(workspace, customer);
  await customer.hears.heard(microphoneTone);
  const from = Date.now();
  await workspace.page.reload();
  await workspace.inConversation();
  await customer.hears.heard(microphoneTone);
  expect(customer.hears.longestGapMs(microphoneTone, from)).toBeLessThan(shortGapMs);
});
