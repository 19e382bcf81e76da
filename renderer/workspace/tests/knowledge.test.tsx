import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const panel = (): Promise<HTMLElement> => screen.findByRole('complementary', { name: 'Kennis' });

test('a key opens it from a field, arrows and Enter read an article, Escape leads back step by step', async () => {
  const { user } = await openWorkspace(sceneNamed('knowledge'));
  const note = await screen.findByRole('textbox', { name: /^Notitie/ });
  note.focus();
  await user.keyboard('{F1}');
  const box = await within(await panel()).findByRole('combobox', { name: /^Zoek/ });
  await waitFor(() => expect(document.activeElement).toBe(box));
  expect(screen.getByRole('region', { name: /^Script/ })).toBeTruthy();
  // The step permits a source in which nothing is: the panel says so, and one key asks everywhere.
  await user.keyboard('{F2}lever');
  expect((await panel()).textContent).toContain('Alle bronnen');
  await waitFor(async () => expect(within(await panel()).getAllByRole('option').length).toBeGreaterThan(2));
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  const article = await within(await panel()).findByRole('article');
  expect(within(article).getByRole('heading', { level: 2 }).textContent).toBe('Levertermijnen en leverkosten');
  expect(within(article).getByRole('cell', { name: '6,95 €' })).toBeTruthy();
  expect(within(article).getByText('16 uur').tagName).toBe('STRONG');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(box));
  expect(box).toMatchObject({ value: 'lever' });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('complementary', { name: 'Kennis' })).toBeNull();
  expect(document.activeElement).toBe(note);
});

test('Enter right behind the last letter reads the article that was typed, not what stood there', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  await screen.findByRole('button', { name: 'Zoeken in alles' });
  await user.keyboard('{F1}');
  const box = await within(await panel()).findByRole('combobox', { name: /^Zoek/ });
  await user.type(box, 'fles');
  await waitFor(async () => expect(within(await panel()).getAllByRole('option')[0]?.textContent).not.toContain('Levertermijnen'));
  // In one task: no answer can have come between.
  fireEvent.change(box, { target: { value: 'leverkosten' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  const article = await within(await panel()).findByRole('article');
  expect(within(article).getByRole('heading', { level: 2 }).textContent).toBe('Levertermijnen en leverkosten');
});

test('a sentence goes to the clipboard as it is said; what is wrong with an article goes to who maintains it', async () => {
  const scene = sceneNamed('idle');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('button', { name: 'Zoeken in alles' });
  await user.keyboard('{F1}');
  await user.type(await within(await panel()).findByRole('combobox', { name: /^Zoek/ }), 'leverkosten{Enter}');
  await user.click(await within(await panel()).findByRole('button', { name: /^Kopieer/ }));
  await waitFor(() => expect(scene.main.mails[0]?.text).toBe('Bestelt u nu, dan is uw pakket er binnen de twee werkdagen. Vanaf 75 euro is de levering gratis.'));
  await user.keyboard('{F3}');
  await user.click(await screen.findByRole('radio', { name: 'Klopt niet' }));
  const send = screen.getByRole('button', { name: 'Verstuur' });
  expect(send).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('textbox', { name: /^Wat klopt er niet/ }), 'Dringend is op.{Enter}');
  await waitFor(() => expect(scene.store.remarks).toMatchObject([{ verdict: 'wrong', sentence: 'Dringend is op.' }]));
});

test('a remark about an article that was begun stands there again, and takes no cursor', async () => {
  const scene = sceneNamed('idle');
  const read = async (user: UserEvent): Promise<void> => {
    await screen.findByRole('button', { name: 'Zoeken in alles' });
    await user.keyboard('{F1}');
    await user.type(await within(await panel()).findByRole('combobox', { name: /^Zoek/ }), 'leverkosten{Enter}');
    await within(await panel()).findByRole('article');
  };
  const first = await openWorkspace(scene);
  await read(first.user);
  await first.user.keyboard('{F3}');
  await first.user.click(await screen.findByRole('radio', { name: 'Klopt niet' }));
  await first.user.type(screen.getByRole('textbox', { name: /^Wat klopt er niet/ }), 'Dringend is');
  const kept = (): unknown => [...scene.store.drafts.values()].filter((draft) => Object.keys(draft).length > 0);
  await waitFor(() => expect(kept()).toEqual([{ 'form.article.feedback.verdict': 'wrong', 'form.article.feedback.sentence': 'Dringend is' }]));
  first.close();

  const { user } = await openWorkspace(scene);
  await read(user);
  const sentence = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Wat klopt er niet/ });
  expect(sentence.value).toBe('Dringend is');
  expect((await panel()).querySelector('form')?.contains(document.activeElement)).toBe(false);
  await user.type(sentence, ' op.{Enter}');
  await waitFor(() => expect(scene.store.remarks).toMatchObject([{ verdict: 'wrong', sentence: 'Dringend is op.' }]));
  await waitFor(() => expect(kept()).toEqual([]));
});

test('between calls it says what changed since the last shift, each article until it is read', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  const news = await screen.findByRole('region', { name: 'Wat is er veranderd sinds uw vorige dienst' });
  expect(news.textContent).toContain('Dringend leveren kost nu 5,00 € in plaats van 7,50 €.');
  expect(news.textContent).toMatch(/Proefdoos Loire.*kost nu €.49,00 \(was €.54,00\)/);
  await user.click(within(news).getByRole('button', { name: 'Lezen: Levertermijnen en leverkosten' }));
  expect(await within(await panel()).findByRole('heading', { name: 'Levertermijnen en leverkosten' })).toBeTruthy();
  await waitFor(() => expect(within(news).queryByText('Levertermijnen en leverkosten')).toBeNull());
  await user.click(within(news).getByRole('button', { name: 'Alles gezien' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Wat is er veranderd sinds uw vorige dienst' })).toBeNull());
});
