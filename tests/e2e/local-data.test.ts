import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';
import type { Workspace } from './support/workspace.ts';

needsLab();

const note = 'Belt liever na 17 uur';

async function signIn({ page }: Workspace, { username, password }: { readonly username: string; readonly password: string }): Promise<void> {
  await page.getByRole('textbox', { name: text('signIn.username') }).fill(username);
  await page.getByLabel(text('signIn.password')).fill(password);
  await page.getByRole('button', { name: text('signIn.submit') }).click();
}

test.describe('who leaves', () => {
  test.afterEach(async ({ central }) => central.gate.restore());

  test('with unsent work is asked, keeps it, and has it back; whom the centre puts out has nothing left here', async ({ launch, central, profile }) => {
    const { workspace } = await launch({ profile, enrol: await central.enrolment() });
    const { page } = workspace;
    const { name, id } = central.centre.customers[2]!;
    const kept = (): string[] => readdirSync(profile).filter((file) => /^unsent-.*\.db$/.test(file));
    await workspace.isSynced();

    await test.step('a note that central does not have', async () => {
      await central.gate.close();
      await workspace.isOffline();
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await expect(page.getByRole('option', { name: new RegExp(name) }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: text('file.newNote') }).fill(note);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('listitem').filter({ hasText: note }).first()).toBeVisible();
    });

    await test.step('signing out asks, and Escape leaves everything as it is', async () => {
      await page.keyboard.press('Control+,');
      const leave = page.getByRole('button', { name: text('settings.signOut'), exact: true });
      await leave.click();
      const question = page.getByRole('alertdialog', { name: text('signOut.title') });
      await expect(question).toContainText(text('signOut.mutations_one', { count: 1 }));
      await page.keyboard.press('Escape');
      await expect(question).toBeHidden();
      await leave.click();
      await question.getByRole('button', { name: text('signOut.keep') }).click();
      await workspace.asksToSignIn();
      await expect.poll(kept).toHaveLength(1);
    });

    await test.step('signed in again, it is sent', async () => {
      await central.gate.open();
      await signIn(workspace, central);
      await expect.poll(async () => (await central.rows('note')).filter(({ text: written, customerId }) => written === note && customerId === id).length, { timeout: 20_000 }).toBe(1);
      await workspace.isSynced();
      await expect.poll(kept).toEqual([]);
    });

    await test.step('the centre ends the role: the workstation says so, and holds another, empty database', async () => {
      const before = readFileSync(join(profile, 'secrets.json'), 'utf8');
      await central.central.admin.setAccess(central.username, { active: false });
      await workspace.asksToSignIn();
      await expect(page.getByRole('alert')).toContainText(text('errors.session.revoked'));
      await expect.poll(() => readdirSync(join(profile, 'logs')).some((file) => readFileSync(join(profile, 'logs', file), 'utf8').match(/the database was wiped/g)?.length === 2)).toBe(true);
      expect(readFileSync(join(profile, 'secrets.json'), 'utf8')).not.toBe(before);
      await central.central.admin.setAccess(central.username, { active: true });
    });
  });
});

test('a database that was damaged on disk is repaired by one button, and filled again by central', async ({ launch, central, profile }) => {
  const first = await launch({ profile, enrol: await central.enrolment() });
  await first.workspace.isSynced();
  await first.stop();
  const file = join(profile, 'balie.db');
  const bytes = readFileSync(file);
  // Every page but the first, as after a disk has failed.
  bytes.fill(0xaa, 4096);
  writeFileSync(file, bytes);

  const { workspace } = await launch({ profile });
  const { page } = workspace;
  await expect(page.getByText(text('startup.store.corrupt.title'))).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: text('startup.repair') }).click();
  await workspace.isSynced(20_000);
  expect(readdirSync(profile).some((name) => name.startsWith('balie.db.damaged-'))).toBe(true);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(central.centre.customers[2]!.name);
  await expect(page.getByRole('option', { name: new RegExp(central.centre.customers[2]!.name) }).first()).toBeVisible();
});
