import { expect } from '@playwright/test';
import { text } from '../e2e/support/texts.ts';
import type { Workspace } from '../e2e/support/workspace.ts';

/** The stages of a practice call, in order; each is a picture of the tour. */
export const stages = ['waiting', 'ringing', 'conversation', 'script', 'form', 'wrap-up', 'synced'] as const;
export type Stage = (typeof stages)[number];

export interface PracticeCallOptions {
  /** Told when the screen shows this stage. */
  readonly onStage?: (stage: Stage) => Promise<void>;
  /** Told while it rings. */
  readonly onRinging?: () => Promise<void>;
  /** Told while both speak: the moment to listen. */
  readonly onConversation?: () => Promise<void>;
}

const note = 'Levering donderdag na 14 u, buur op nummer 46 neemt aan.';
const longestScript = 25;

/** Plays one call from the practice centre as an operator would, by keyboard alone, to its closed and synced interaction. @returns the steps of the script that were gone through. */
export async function playPracticeCall(workspace: Workspace, options: PracticeCallOptions = {}): Promise<number> {
  const at = options.onStage ?? (async () => undefined);
  const { keyboard } = workspace.page;
  await workspace.becomesAvailable({ byKeyboard: true });
  await at('waiting');
  // The centre promises a caller within ten seconds.
  await expect(workspace.callButton('call.answer')).toBeEnabled({ timeout: 12_000 });
  await expect(workspace.spoken).toBeVisible();
  await options.onRinging?.();
  await at('ringing');
  await keyboard.press('Alt+a');
  await workspace.inConversation();
  await options.onConversation?.();
  await at('conversation');
  const steps = await followScript(workspace, at);
  await keyboard.press('Alt+n');
  await keyboard.type(note);
  await workspace.draftIsKept();
  await at('form');
  if (await workspace.callButton('call.hangUp').isVisible()) await keyboard.press('Alt+x');
  await workspace.inWrapUp();
  await workspace.chooseFirstOutcome();
  // The list that closes keeps the keys of its last frame to itself, faster than anybody types.
  await expect(workspace.wrapUpBar.locator('button[aria-haspopup="listbox"]:focus')).toBeVisible();
  await keyboard.press('Tab');
  await expect(workspace.sentence).toBeFocused();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Proefdoos besteld, levering donderdag.');
  await at('wrap-up');
  await keyboard.press('Control+Enter');
  await expect(workspace.wrapUpBar).toBeHidden();
  await workspace.isSynced();
  await at('synced');
  return steps;
}

/** Gives the first answer of every step until the script ends. */
async function followScript(workspace: Workspace, at: (stage: Stage) => Promise<void>): Promise<number> {
  for (let step = 1; step <= longestScript; step += 1) {
    if (step === 4) await at('script');
    const title = await workspace.stepTitle();
    if (title === null) return step - 1;
    await workspace.fillStep();
    await workspace.page.keyboard.press('Alt+1');
    await expect.poll(() => workspace.stepTitle(), { message: `the step after "${title}"` }).not.toBe(title);
  }
  throw new Error(`The script did not end within ${longestScript} steps: ${text('script.title')}`);
}
