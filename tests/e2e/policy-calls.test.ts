import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountLabel } from '../fixtures/centre.ts';
import { callerTone, microphoneTone } from '../lab/lab.ts';
import { soundOf } from './support/decode.ts';
import { plugHeadset, shows } from './support/headset.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

test.use({ centre: { queue: { autoAnswer: true, recording: 'always' }, asksAccount: true, policy: { recording: 'always', autoAnswer: { queueSeconds: 2 } } } });

/** How many blocks of a tenth of a second carry a tone, between two of them. */
function tenthsWith(levels: readonly number[], from: number, to: number): number {
  return levels.slice(Math.max(0, from), to).filter((level) => level > -45).length;
}

/** The longest run of blocks in which nothing is heard. */
function longestSilence(channels: readonly (readonly number[])[]): { readonly from: number; readonly to: number } {
  const loud = (channels[0] ?? []).map((_, index) => channels.some((levels) => (levels[index] ?? -Infinity) > -45));
  let best = { from: 0, to: 0 };
  for (let from = 0, to = 0; to < loud.length; to++) {
    if (loud[to] === true) from = to + 1;
    else if (to + 1 - from > best.to - best.from) best = { from, to: to + 1 };
  }
  return best;
}

test('a call of a queue that answers by itself: a cue in the ear, nobody touches a thing, it is recorded, not while an account number is typed, and the exported file says so', async ({ customer, lab, central, launch, profile }) => {
  test.setTimeout(120_000);
  const balie = await launch({ enrol: await central.enrolment(), profile });
  const { workspace } = balie;
  await workspace.becomesAvailable();
  const { page } = workspace;
  const recording = workspace.strip.getByRole('group', { name: text('recording.label') });

  const headset = await plugHeadset(balie, 'jabraEvolveLink');
  // A tone that comes and goes, of which the suppression of noise takes its part: as much of it as left here has to be in the recording.
  const bothSpeak = () => Promise.all([lab.speaker.heard(callerTone, { forMs: 1_500 }), customer.hears.heard(microphoneTone, { forMs: 600 })]);

  await test.step('the cue is heard while it still rings, and the headset shows it', async () => {
    await customer.call(queueNumber);
    await Promise.all([lab.speaker.loud({ forMs: 150 }), shows(headset, 'ring', 'ringer')]);
    await expect(workspace.card(central.centre.customers[0]!.name)).toContainText(text('call.autoAnswer', { seconds: '' }).trim().split(' ')[0]!);
    await workspace.inConversation();
    await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone), shows(headset, 'microphone', 'off-hook')]);
  });

  await test.step('recorded, and paused while the sensitive field has the focus', async () => {
    await expect(recording).toContainText(text('recording.running'));
    await bothSpeak();
    await page.getByRole('textbox', { name: accountLabel }).click();
    await expect(recording).toContainText(text('recording.pausedByField'));
    await page.keyboard.type('BE68 5390 0754 7034');
    // The conversation itself goes on.
    await Promise.all([lab.speaker.heard(callerTone, { forMs: 1_200 }), customer.hears.heard(microphoneTone)]);
    await workspace.note.click();
    await expect(recording).toContainText(text('recording.running'));
    await bothSpeak();
    await workspace.hangUp();
    await workspace.inWrapUp();
  });

  await balie.stop();
  const target = join(profile, 'exported');
  await balie.startAgain(`--export-recordings=${target}`);
  const files = readdirSync(target);
  const sound = files.filter((file) => file.endsWith('.webm'));
  expect(sound).toHaveLength(1);
  expect(files.filter((file) => file.endsWith('.json'))).toHaveLength(1);
  const { workspace: player } = await launch();
  const [operator, customers] = await soundOf(player.page, readFileSync(join(target, sound[0]!)), [microphoneTone, callerTone]);
  const [operatorOwn = [], operatorOther = []] = operator ?? [];
  const [customerOther = [], customerOwn = []] = customers ?? [];
  const pause = longestSilence([operatorOwn, operatorOther, customerOther, customerOwn]);
  expect(pause.to - pause.from, 'tenths of a second without anything on both channels').toBeGreaterThan(9);
  for (const [from, to] of [[pause.from - 15, pause.from - 1], [pause.to + 2, pause.to + 15]] as const) {
    expect(tenthsWith(operatorOwn, from, to), 'the operator on the left').toBeGreaterThanOrEqual(4);
    expect(tenthsWith(customerOwn, from, to), 'the customer on the right').toBeGreaterThanOrEqual(9);
    expect(tenthsWith(operatorOther, from, to) + tenthsWith(customerOther, from, to), 'each on a channel of their own').toBe(0);
  }
});
