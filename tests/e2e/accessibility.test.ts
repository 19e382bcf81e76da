import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { converse } from './support/calls.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';

needsLab();

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // It counts the key beside a label as a part of the label, though it is hidden from who listens.
    .disableRules(['label-content-name-mismatch'])
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 160)).join('; ')})`);
}

test('signing in has no barrier that axe can find', async ({ launch }) => {
  const { workspace } = await launch();
  await workspace.asksToSignIn();
  expect(await violations(workspace.page)).toEqual([]);
});

test('waiting for a call has none', async ({ workspace }) => {
  expect(await violations(workspace.page)).toEqual([]);
});

test('a ringing call has none', async ({ workspace, customer, central }) => {
  await customer.call(queueNumber);
  await workspace.rings(central.centre.customers[0]!.name);
  expect(await violations(workspace.page)).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`a conversation with script, customer and form has none in the ${theme} theme`, async ({ balie, workspace, customer }) => {
    await balie.useTheme(theme);
    await converse(workspace, customer);
    expect(await violations(workspace.page)).toEqual([]);
  });
}

test('a wrap-up has none', async ({ workspace, customer }) => {
  await converse(workspace, customer);
  await workspace.hangUp();
  await workspace.inWrapUp();
  expect(await violations(workspace.page)).toEqual([]);
});
