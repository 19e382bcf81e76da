import type { TFunction } from 'i18next';
import { readFileSync } from 'node:fs';
import { violations } from './support/axe.ts';
import { noAgreement } from '#shared/domain/quality/agreement.ts';
import { figureNames } from '#shared/domain/quality/figures.ts';
import { figureText } from '../../renderer/workspace/features/figures/figure-text.ts';
import { speech } from '../lab/audio/speech.ts';
import { converse } from './support/calls.ts';
import { saveAs } from './support/save-as.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

/** The words of figures, with their singular. */
const words = ((key: string, values: Readonly<Record<string, string | number>> = {}) => text(values['count'] === undefined ? key : `${key}_${values['count'] === 1 ? 'one' : 'other'}`, values)) as unknown as TFunction;
// A centre of its own: what is counted is this file's.
test.use({ centre: { silenceSeconds: 3 } });

test('a complaint with a hold and a step that is left with a reason is read back, closed, and counted alike here and at central', async ({ launch, central, customer }) => {
  const { admin } = central.central;
  const { key } = central.centre.queue;
  await admin.setQueue(key, { agreement: { ...noAgreement, wrapUpSeconds: 60, adherencePercent: 90 }, afterCall: [{ outcome: 'complaint', fields: [{ key: 'oorzaak', label: 'Oorzaak', type: 'choice', options: ['levering', 'product'], required: true }] }] });
  await admin.setOutcomeSentences('complaint', [{ language: 'nl', purpose: 'klacht', text: 'We hebben uw klacht genoteerd; u verwacht {{gewensteOplossing}}.' }]);
  await admin.setAccess(central.username, { role: 'team-lead' });
  const balie = await launch({ enrol: await central.enrolment() });
  const { workspace } = balie;
  const { page } = workspace;
  const { keyboard } = page;
  await workspace.becomesAvailable();
  await converse(workspace, customer);
  await workspace.chooseAnswer('Klant is gekend');
  await keyboard.press('Alt+o');
  await keyboard.type('kent ons al jaren');
  await keyboard.press('Enter');
  await workspace.chooseAnswer('Klacht');
  await page.getByLabel('Wat verwacht de klant').selectOption('terugbetaling');
  await workspace.chooseOutcome('Klacht genoteerd');
  await workspace.hold();
  await workspace.resume();

  await keyboard.press('F6');
  const aloud = page.getByRole('dialog', { name: text('readBack.title') });
  await expect(aloud).toContainText('We hebben uw klacht genoteerd; u verwacht terugbetaling.');
  await keyboard.press('F6');
  await expect(aloud).toBeHidden();
  await expect(workspace.sentence).toHaveValue('We hebben uw klacht genoteerd; u verwacht terugbetaling.');
  await expect(workspace.wrapUpBar).toContainText(/voorgelezen om \d\d:\d\d/);

  await workspace.hangUp();
  await workspace.inWrapUp();
  await expect(workspace.strip).toContainText('nawerk · afspraak 01:00');
  await keyboard.press('Control+Enter');
  const cause = workspace.wrapUpBar.getByLabel('Oorzaak');
  await expect(cause).toBeFocused();
  await expect(workspace.wrapUpBar).toContainText(text('form.error.required'));
  await cause.selectOption('levering');
  await workspace.sentence.focus();
  await keyboard.press('Tab');
  await expect(workspace.wrapUpBar.getByRole('button', { name: text('followUp.open') })).toBeFocused();
  await keyboard.press('Control+Enter');
  await workspace.isAvailable();

  await expect.poll(async () => await central.rows('conversationQuality'), { timeout: 15_000 }).toMatchObject([{ holds: 1, script: { said: 2, excused: 1, left: 1 }, adherencePercent: 75, readBackAt: expect.any(String) as unknown as string }]);
  expect((await central.rows('interaction')).at(-1)?.captured).toMatchObject({ oorzaak: 'levering' });

  await keyboard.press('F4');
  await expect(page.getByRole('heading', { name: text('figures.allTitle'), exact: true })).toBeVisible();
  await expect(page.getByText('1 gesprek, waarvan 1 vandaag.')).toBeVisible();
  await page.getByRole('radio', { name: /^Script gevolgd 75\s?%.*minstens 90\s?%/ }).press('Space');
  await expect(page.getByRole('img', { name: /^Script gevolgd: verloop over 1 periode/ })).toBeVisible();
  await page.getByText(text('figures.asTable')).click();
  await expect(page.getByRole('table').getByRole('cell', { name: /^75\s?%$/ })).toBeVisible();
  const counted = await central.figures(key);
  expect(counted.adherence.value).toBe(0.75);
  expect(counted.pickUp.value).not.toBeNull();
  const card = (name: string) => page.getByRole('radiogroup').getByText(name, { exact: true }).locator('..');
  for (const name of figureNames) await expect(card(text(`figures.name.${name}`))).toContainText(figureText(words, 'nl-BE', name, counted[name].value));

  await keyboard.press('F5');
  const queue = page.getByRole('table', { name: text('figures.queuesTitle') }).getByRole('row', { name: central.centre.queue.name });
  await expect(queue).toContainText(/75\s?%/);
  await expect(queue).toContainText(text('figures.standing.not-kept'));
  expect(await violations(page)).toEqual([]);
  const file = await saveAs(balie, 'cijfers.csv');
  await page.getByRole('button', { name: text('export.open') }).click();
  await page.getByRole('menuitem', { name: text('export.format.csv') }).click();
  await expect(page.getByText(text('done.exported'))).toBeVisible();
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines.filter((line) => line.startsWith(`"${central.centre.queue.name}";`)).map((line) => line.split(';')[2])).toEqual(['whole', 'agreed', 'day'].map((span) => `"${text(`export.word.figures.${span}`)}"`));
  expect(lines[1]).toContain('"75"');
  await expect.poll(async () => (await central.rows('dataExport')).at(-1), { timeout: 10_000 }).toMatchObject({ list: 'queueFigures', format: 'csv', rows: 3 });

  // Without central what was fetched stays, and says how old it is.
  await central.gate.close();
  await page.getByRole('button', { name: text('figures.again') }).click();
  await expect(page.getByText(/^U ziet de cijfers van \d\d:\d\d$/)).toBeVisible({ timeout: 15_000 });
  await expect(queue).toContainText(/75\s?%/);
  await central.gate.open();
});

test('two who speak by turns: a silence is bridged, not on hold; speaking through the customer is hinted at; both are counted', async ({ launch, central, lab, customer }) => {
  const { workspace } = await launch({ enrol: await central.enrolment(), switches: [] });
  const { page } = workspace;
  const bridge = page.getByRole('region', { name: text('script.bridge') });
  const hint = page.getByText(/^Laat de klant (even )?uitspreken/);
  await workspace.becomesAvailable();
  await converse(workspace, customer);
  // To a step that has a sentence for a silence.
  await workspace.chooseAnswer('Klant is gekend');
  await page.keyboard.press('Alt+o');
  await page.keyboard.type('kent ons al jaren');
  await page.keyboard.press('Enter');
  await workspace.chooseAnswer('Klacht');
  // Long enough to be told from the tone of before, which counts as the noise of the line for three seconds more.
  await customer.say(speech('trouwe-klant/line-4'));
  await expect(bridge).toBeVisible({ timeout: 15_000 });
  await workspace.hold();
  await expect(bridge).toBeHidden();
  await workspace.resume();
  await expect(bridge).toBeHidden();

  await customer.say(speech('trouwe-klant/line-2'));
  await lab.speaker.loud({ forMs: 200 });
  lab.sound.say(speech('english-caller/line-2'));
  await expect(hint).toBeVisible({ timeout: 15_000 });

  await workspace.hangUp();
  await workspace.inWrapUp();
  await workspace.chooseFirstOutcome();
  await workspace.close();
  const newest = async () => (await central.rows('conversationQuality')).toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  await expect.poll(async () => (await newest())?.overlaps ?? 0, { timeout: 15_000 }).toBeGreaterThanOrEqual(1);
  const row = await newest();
  expect(row?.holds).toBe(1);
  expect(row?.silenceMs).toBeGreaterThanOrEqual(3_000);
  expect(row?.overlapMs).toBeGreaterThanOrEqual(900);
  await page.keyboard.press('F4');
  const card = (name: string) => page.getByRole('radiogroup').getByText(name, { exact: true }).locator('..');
  await expect(card(text('figures.name.overlap'))).toContainText(/0,5|1/);
  await expect(card(text('figures.name.silence'))).toContainText('%');
});
