import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test('a wrong SIP password is told in words, and the workspace stays usable', async ({ launch, central }) => {
  await central.provision({ password: 'not the password' });
  try {
    const { workspace } = await launch({ enrol: await central.enrolment() });
    await expect(workspace.page.getByText(text('line.refused', { status: 401 }), { exact: true })).toBeVisible({ timeout: 15_000 });
  } finally {
    await central.provision();
  }
});

test('a database whose key is lost is refused in words, and can be put aside for a new one', async ({ launch, central, profile }) => {
  const first = await launch({ profile, enrol: await central.enrolment() });
  await first.workspace.becomesAvailable();
  await first.stop();
  // Without a key store of the system the vault's own key is a file: what another one sealed cannot be opened.
  writeFileSync(join(profile, 'device.key'), randomBytes(32));

  const { workspace } = await launch({ profile, enrol: await central.enrolment() });
  await expect(workspace.page.getByRole('heading', { name: text('startup.store.wrong-key.title') })).toBeVisible({ timeout: 15_000 });
  await workspace.page.getByRole('button', { name: text('startup.setAside'), exact: true }).click();
  await workspace.page.getByRole('button', { name: text('startup.setAsideConfirm') }).click();
  await workspace.becomesAvailable();
  expect(readdirSync(profile).filter((file) => file.startsWith('balie.db.aside-'))).not.toEqual([]);
});

/** Balie writes meanwhile: what is free when one looks may be less when one writes. */
function fillDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

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
    fillDisk(profile);
    await workspace.note.fill('x'.repeat(9000));
    await expect(workspace.wrapUpBar.getByText(text('saved.diskFull'))).toBeVisible({ timeout: 15_000 });
    await workspace.hold();
    await customer.hears.silent();
    await balie.stop();
  } finally {
    spawnSync('umount', ['-l', profile]);
  }
});
