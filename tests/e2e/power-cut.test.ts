import { converse } from './support/calls.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

const sentence = 'Wil de proefdoos Loire tweemaal, levering donderdag na 14 u, buur op 46 neemt aan, factuur per e-mail';

test.describe('after a power cut in the middle of a call', () => {
  test('all that was typed until 300 ms before is there, under the right conversation', async ({ launch, central, customer, profile }) => {
    const balie = await launch({ profile, enrol: await central.enrolment() });
    await balie.workspace.becomesAvailable();
    await converse(balie.workspace, customer);
    await balie.workspace.note.click();
    const typedAt: number[] = [];
    for (const character of sentence) {
      await balie.workspace.page.keyboard.type(character);
      typedAt.push(Date.now());
    }
    const cutAt = Date.now();
    await balie.killAtOnce();

    const again = await launch({ profile });
    await again.workspace.openUnfinished(central.centre.customers[0]!.name);
    const promised = typedAt.filter((at) => at <= cutAt - 300).length;
    const kept = await again.workspace.note.inputValue();
    expect(sentence.startsWith(kept), `kept: ${kept}`).toBe(true);
    expect(kept.length).toBeGreaterThanOrEqual(promised);
  });

  test('the conversation is marked as interrupted', async ({ launch, central, customer, profile }) => {
    const balie = await launch({ profile, enrol: await central.enrolment() });
    await balie.workspace.becomesAvailable();
    await converse(balie.workspace, customer);
    await balie.killAtOnce();

    const again = await launch({ profile });
    await again.workspace.openUnfinished(central.centre.customers[0]!.name);
    await expect(again.workspace.strip).toContainText(text('unfinished.interruptedAt').split('{{')[0]!.trim());
  });
});
