import { articleRow } from '../fixtures/articles.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();
test.use({ desk: 'shared' });

const article = articleRow({
  title: 'Levertermijnen en leverkosten',
  body: 'Besteld voor **16 uur**: <b>binnen</b> de twee werkdagen.\n\n| Levering | Kosten |\n| --- | ---: |\n| Gewoon | 6,95 € |\n\n“Uw pakket is er overmorgen.”',
});

test('something is looked up beside a call by keyboard alone, without a network; what is wrong with it reaches central afterwards', async ({ workspace, customer, central }) => {
  const { page } = workspace;
  const { keyboard } = page;
  const panel = page.getByRole('complementary', { name: text('knowledge.title') });
  const box = panel.getByRole('combobox', { name: text('knowledge.find') });
  await central.central.import({ article: [article] });
  await converse(workspace, customer);
  await workspace.note.focus();
  await keyboard.press('F1');
  await expect(box).toBeFocused();
  await keyboard.type('bezorg');
  await expect(panel.getByRole('option')).toHaveCount(1);
  await central.gate.close();
  await box.fill('');
  await keyboard.type('lever ');
  await expect(panel.getByRole('option')).toContainText('Levertermijnen en leverkosten');
  await expect(panel.getByRole('option').locator('mark').first()).toHaveText(/^lever/i);
  await keyboard.press('Enter');
  await expect(panel.getByRole('article').getByRole('heading')).toHaveText('Levertermijnen en leverkosten');
  await expect(panel.getByRole('cell', { name: '6,95 €' })).toBeVisible();
  await expect(panel.getByText('<b>binnen</b>')).toBeVisible();
  await expect(page.getByRole('region', { name: /^Script/ })).toBeVisible();
  await keyboard.press('F3');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(panel.getByRole('radio', { name: text('knowledge.feedback.wrong') })).toBeChecked();
  await keyboard.press('Tab');
  await keyboard.type('Dringend staat er niet bij.');
  await keyboard.press('Enter');
  await expect(page.getByText(text('done.articleFeedback'))).toBeVisible();
  await keyboard.press('Escape');
  await expect(box).toBeFocused();
  await keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(workspace.note).toBeFocused();
  await central.gate.open();
  await expect.poll(async () => (await central.rows('articleFeedback')).map(({ articleId, verdict, sentence }) => [articleId, verdict, sentence])).toEqual([[article.id, 'wrong', 'Dringend staat er niet bij.']]);
});
