import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test('a wrong SIP password is told in words, and the workspace stays usable', async ({ launch, central }) => {
  await central.provision({ password: 'not the password' });
  try {
    const { workspace } = await launch({ enrol: await central.enrolment() });
    await expect(workspace.page.getByText(text('errors.sip.auth-refused')).first()).toBeVisible({ timeout: 15_000 });
  } finally {
    await central.provision();
  }
});

test('a database whose key is lost is refused in words, and calls are still taken', async ({ launch, central, customer, profile }) => {
  const first = await launch({ profile, enrol: await central.enrolment() });
  await first.workspace.becomesAvailable();
  await first.stop();
  // Without a key store the vault's own key is a file; a new one opens nothing that the former one sealed.
  rmSync(join(profile, 'device.key'));
  const { workspace } = await launch({ profile, enrol: await central.enrolment() });
  await expect(workspace.page.getByText(text('errors.store.wrong-key')).first()).toBeVisible({ timeout: 15_000 });
  await workspace.becomesAvailable();
  await customer.call('operator');
  await workspace.answer();
  await workspace.inConversation();
});

test('a full disk is told in words and the call goes on', async ({ launch, central, customer, profile }) => {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', profile]).status === 0;
  test.skip(!mounted, 'a small disk can only be made by root');
  try {
    const balie = await launch({ profile, enrol: await central.enrolment() });
    const { workspace } = balie;
    await workspace.becomesAvailable();
    await customer.call('operator');
    await workspace.answer();
    await workspace.inConversation();
    const { bavail, bsize } = statfsSync(profile);
    writeFileSync(join(profile, 'filler'), Buffer.alloc(bavail * bsize));
    await workspace.note.fill('x'.repeat(9000));
    await expect(workspace.page.getByText(text('errors.store.disk-full')).first()).toBeVisible({ timeout: 15_000 });
    await workspace.hold();
    await customer.hears.silent();
    await balie.stop();
  } finally {
    spawnSync('umount', ['-l', profile]);
  }
});
