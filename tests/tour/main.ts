import { expect } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Balie } from '../e2e/support/balie.ts';
import { playPracticeCall, stages } from './practice-call.ts';
import { PracticeCentre } from './practice-centre.ts';

/*
 * npm run tour [-- --out=<folder>]
 * Plays a practice call by itself, from ringing to the synced wrap-up, in the real app, and leaves a picture of each stage.
 */
const out = resolve(process.argv.find((argument) => argument.startsWith('--out='))?.slice('--out='.length) ?? 'tour');
const folder = mkdtempSync(join(tmpdir(), 'balie-tour-'));
let centre: PracticeCentre | undefined;
let balie: Balie | undefined;
try {
  mkdirSync(out, { recursive: true });
  centre = await PracticeCentre.start(join(folder, 'centre'));
  // A machine without a screen seldom has a microphone: Chromium plays one.
  balie = await Balie.launch({ profile: join(folder, 'workstation'), enrol: centre.enrolmentFile, switches: ['--use-fake-device-for-media-stream'] });
  const { page } = balie.workspace;
  await page.setViewportSize({ width: 1440, height: 900 });
  const { strip } = balie.workspace;
  const steps = await playPracticeCall(balie.workspace, {
    // Nobody answers in the same second, and a picture of a conversation shows one.
    onRinging: () => expect(strip).toContainText(/[2-9] s van/),
    onConversation: () => expect(strip.getByRole('timer')).toContainText(/00:0[5-9]/, { timeout: 15_000 }),
    onStage: async (stage) => {
      const file = join(out, `${stages.indexOf(stage) + 1}-${stage}.png`);
      await page.screenshot({ path: file });
      console.log(`  ${stage.padEnd(14)}${file}`);
    },
  });
  console.log(`\n  One call, ${steps} steps of its script, closed and synced. Pictures: ${out}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (balie !== undefined) console.error(balie.log().slice(-6000));
  process.exitCode = 1;
} finally {
  await balie?.stop();
  await centre?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
