import { expect, type Page } from '@playwright/test';
import { isLive, needsWrapUp, type Call } from '#shared/domain/call.ts';
import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';
import type { mainContract } from '#shared/ipc/main-list.ts';
import { until } from '../../lab/wait.ts';
import { askMain } from './ask-main.ts';
import type { Balie } from './balie.ts';
import type { TestCentral } from './central.ts';
import { text } from './texts.ts';
import type { Workspace } from './workspace.ts';

type Main = typeof mainContract;

/** A Balie that tests of ordinary calls have one after the other: starting one takes longer than most of them, and both cores. */
export class SharedDesk {
  private open: { readonly balie: Balie; readonly central: TestCentral } | null = null;

  /**
   * @param start opens a desk where there is none yet in this centre.
   * @returns it, and whether it is new.
   */
  async take(central: TestCentral, start: () => Promise<Balie>): Promise<{ readonly balie: Balie; readonly isNew: boolean }> {
    if (this.open?.central === central) return { balie: this.open.balie, isNew: false };
    await this.leave();
    this.open = { balie: await start(), central };
    return { balie: this.open.balie, isNew: true };
  }

  /** Ends it: a Balie of a test's own is the operator's only telephone. */
  async leave(): Promise<void> {
    const left = this.open;
    this.open = null;
    await left?.balie.stop();
  }
}

/**
 * Leaves the desk as a test finds a new one, but for what the centre and its copy have come to know: nobody on the line, nothing to wrap
 * up, nothing open, nothing typed, available.
 */
export async function clear(workspace: Workspace): Promise<void> {
  const { page } = workspace;
  await until('nobody is on the line', async () => {
    const live = (await callsOf(page)).filter(isLive);
    for (const { id, state } of live) await ask(page, state === 'ringing' ? 'call.decline' : 'call.hangUp', { callId: id });
    return live.length === 0;
  }, { withinMs: 10_000, everyMs: 50 });
  await until('nothing lies over the workplace', async () => {
    if ((await page.getByRole('dialog').or(page.getByRole('alertdialog')).or(page.getByRole('listbox')).or(page.getByRole('menu')).count()) === 0) return true;
    await page.keyboard.press('Escape');
    return false;
  });
  await page.getByRole('navigation', { name: text('rail.label') }).getByRole('button').first().click();
  for (const _ of (await callsOf(page)).filter(needsWrapUp)) {
    await workspace.inWrapUp();
    const bar = await workspace.wrapUpBar.elementHandle();
    await workspace.chooseFirstOutcome();
    await page.keyboard.press('Control+Enter');
    // The next conversation has a bar of its own.
    await bar.waitForElementState('hidden');
  }
  // What nobody answered would stand there for seconds.
  for (const { id } of await callsOf(page)) await ask(page, 'agent.wrappedUp', { callId: id });
  await ask(page, 'agent.setAvailable', undefined);
  await page.getByRole('combobox', { name: text('dial.label') }).fill('');
  // All at once: one that is gone by itself is not waited for.
  await page.locator('[data-live-announcer]').getByRole('button', { name: text('action.dismiss') }).evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await isClear(workspace);
}

async function isClear(workspace: Workspace): Promise<void> {
  const { page, strip } = workspace;
  await workspace.isRegistered();
  await workspace.isAvailable();
  await expect(strip).toBeHidden();
  await expect(page.getByRole('heading', { name: text('idle.available.title') })).toBeVisible();
  await expect(page.getByRole('region', { name: text('unfinished.title') })).toBeHidden();
}

async function callsOf(page: Page): Promise<readonly Call[]> {
  return (await ask(page, 'snapshot.get', undefined)).calls;
}

/** Asks main what the page could ask. */
async function ask<N extends CallName<Main>>(page: Page, name: N, input: CallInput<Main, N>): Promise<CallOutput<Main, N>> {
  const answer = await askMain(page, name, input);
  if (answer.kind === 'ok') return answer.value as CallOutput<Main, N>;
  throw new Error(`${name}: ${answer.kind === 'error' ? `${answer.error.code} ${answer.error.message}` : answer.kind}`);
}
