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

/** Plays one call from the practice centre as an operator would, to its closed and synced interaction. @returns the steps of the script that were gone through. */
export async function playPracticeCall(workspace: Workspace, options: PracticeCallOptions = {}): Promise<number> {
  const at = options.onStage ?? (async () => undefined);
  await workspace.becomesAvailable();
  await at('waiting');
  // The centre promises a caller within ten seconds.
  await expect(workspace.callButton('call.answer')).toBeEnabled({ timeout: 12_000 });
  await expect(workspace.spoken).toBeVisible();
  await options.onRinging?.();
  await at('ringing');
  await workspace.answer();
  await workspace.inConversation();
  await options.onConversation?.();
  await at('conversation');
  const steps = await followScript(workspace, at);
  await workspace.note.fill(note);
  await workspace.draftIsKept();
  await at('form');
  if (await workspace.callButton('call.hangUp').isVisible()) await workspace.hangUp();
  await workspace.inWrapUp();
  await workspace.chooseFirstOutcome();
  await workspace.sentence.fill('Proefdoos besteld, levering donderdag.');
  await at('wrap-up');
  await workspace.close();
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
    await workspace.answers.first().click();
    await expect.poll(() => workspace.stepTitle(), { message: `the step after "${title}"` }).not.toBe(title);
  }
  throw new Error(`The script did not end within ${longestScript} steps: ${text('script.title')}`);
}
