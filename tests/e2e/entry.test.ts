import { shippedScript } from '../fixtures/centre.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();
const shipped = shippedScript('bestelling-wijnabonnement.nl');
// A centre of its own: other files make of its customers what they need. Its outcomes are few: a complaint ends with its own.
test.use({ centre: { script: { ...shipped, purposes: shipped.purposes!.map((purpose) => (purpose.key === 'klacht' ? { ...purpose, outcomes: ['complaint'] } : purpose)) } } });

/** Words that no list has but rules make, and what comes of a slip, in the other languages that are shipped. */
const otherLanguages = [
  { language: 'fr', right: 'commandées livraisons rappelleront nouvelles enverrai payée clientes journaux', wrong: 'commandéez livraisonz rapelleront enveraient' },
  { language: 'de', right: 'bestellte geliefert Rechnungen zurückrufen Kundinnen schönsten bezahlte Flaschen', wrong: 'gelieffert Rechnungenn bezahltte zurükrufen' },
  { language: 'en', right: 'ordered deliveries invoices wrapping bottles cheapest refunded carefully', wrong: 'orderred delliveries invoicess carefuly' },
] as const;

/** The customer of the tests' centre who calls. */
const griet = 3;

test('data entry: numbers in groups, abbreviations, spelling and the file in the script, each taken back by the browser itself', async ({ workspace, customerNumber, central, balie }) => {
  const { page, note } = workspace;
  const known = central.centre.customers[griet]!;
  const caller = await customerNumber(griet);
  await caller.call(queueNumber);
  await workspace.answer();
  await workspace.inConversation();

  await test.step('a number stands in groups while it is typed; a key is a step back', async () => {
    const phone = page.getByRole('textbox', { name: text('customer.phone'), exact: true });
    await phone.click();
    await page.keyboard.type('092254107');
    await expect(phone).toHaveValue('09 225 41 07');
    await page.keyboard.press('Control+z');
    await expect(phone).toHaveValue('09 225 41 0');
    await page.keyboard.press('Control+z');
    await page.keyboard.type('17');
    await expect(phone).toHaveValue('09 225 41 17');
    await phone.fill('');
  });

  await test.step('an abbreviation is written in full, and taken back by Ctrl+Z or Backspace', async () => {
    await note.click();
    await page.keyboard.type('Vraagt kn ');
    await expect(note).toHaveValue('Vraagt kredietnota ');
    await page.keyboard.press('Control+z');
    await expect(note).toHaveValue('Vraagt kn ');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(',');
    await expect(note).toHaveValue('Vraagt kredietnota,');
    await page.keyboard.press('Backspace');
    await expect(note).toHaveValue('Vraagt kn,');
  });

  await test.step('a day, a list and a number that were chosen go back by the same key, and what was put in the file by its history', async () => {
    await page.keyboard.press('Control+u');
    const dialog = page.getByRole('dialog');
    const kind = dialog.getByLabel(text('followUp.kind'));
    await expect(kind).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(kind).toHaveValue('complaint');
    await page.keyboard.press('Control+z');
    await expect(kind).toHaveValue('question');
    const due = dialog.getByLabel(text('followUp.due'));
    const proposed = await due.inputValue();
    await due.focus();
    await page.keyboard.press('ArrowUp');
    await expect(due).not.toHaveValue(proposed);
    await page.keyboard.press('Control+z');
    await expect(due).toHaveValue(proposed);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const name = page.getByRole('textbox', { name: text('customer.familyName'), exact: true });
    await name.click();
    await page.keyboard.press('End');
    await page.keyboard.type('-Claes');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(text('customer.unchanged'))).toBeVisible();
    await name.click();
    await page.keyboard.press('Control+h');
    await dialog.getByRole('button', { name: text('correction.putBack') }).click();
    await expect(name).toHaveValue(known.familyName);
  });

  const wrongOf = (words: readonly string[]): Promise<string[]> =>
    page.evaluate((list) => list.filter((word) => (window as unknown as { balie: { spelling: { isWrong(word: string): boolean } } }).balie.spelling.isWrong(word)), words);

  await test.step('spelling is checked from shipped dictionaries; names and compounds are no mistakes', async () => {
    await note.fill('');
    await page.keyboard.type(`Goedemorgn, leveringsafspraak met mevrouw ${known.familyName} nagekeken.`);
    await expect.poll(() => wrongOf(['goedemorgn'])).toEqual(['goedemorgn']);
    // Forms that are not words of the list but made by its rules.
    expect(await wrongOf('neemt geeft komt wordt krijgt betaalt bestelt vraagt pakjes doosjes flessen dozen wekkende nagekeken teruggebeld mooiste'.split(' '))).toEqual([]);
    await page.keyboard.press('F8');
    await expect(page.getByRole('menuitem').first()).toHaveText('Goedemorgen');
    await page.keyboard.press('Enter');
    await expect(note).toHaveValue(/^Goedemorgen, /);
    await page.keyboard.press('F8');
    await expect(page.getByText(text('done.spellingRight'))).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(note).toHaveValue(/^Goedemorgn, /);
    expect(balie.log()).not.toContain('the shipped dictionary is not the one');
  });

  await test.step("the script's field is the file's: what is wrong is said on leaving it, Enter puts it in the file", async () => {
    await workspace.chooseAnswer('Nog geen klant');
    const mail = page.getByRole('textbox', { name: /^E-mail voor de bevestiging/ });
    await mail.click();
    await page.keyboard.type('griet@telenet');
    await note.click();
    await expect(page.getByText(/^Herlees wat na de @ staat/)).toBeVisible();
    await mail.click();
    await page.keyboard.press('End');
    await page.keyboard.type('.be');
    await page.keyboard.press('Enter');
    await expect(page.getByText(text('script.bound.confirmed'))).toBeVisible();
    await expect(page.getByRole('textbox', { name: text('customer.email'), exact: true })).toHaveValue('griet@telenet.be');
    await expect.poll(async () => (await central.rows('contactPoint')).filter(({ customerId }) => customerId === known.id).map(({ value }) => value)).toContain('griet@telenet.be');
  });

  await test.step('the purpose of the call brings its outcome to the top; the meter says what is missing, leads to it, and rises', async () => {
    await workspace.chooseAnswer('Fiche aangemaakt');
    await page.keyboard.press('Alt+r');
    await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText('Bestelling geplaatst');
    await page.keyboard.press('Escape');
    await workspace.chooseAnswer('Klacht');
    await workspace.atStep('Klacht noteren');
    await page.keyboard.press('Alt+r');
    await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText('Klacht genoteerd');
    await page.keyboard.press('Escape');

    const meter = workspace.wrapUpBar.getByRole('button', { name: new RegExp(`^${text('complete.title')}`) });
    const percent = async (): Promise<number> => Number(/(\d+)\s?%/.exec(await meter.innerText())?.[1]);
    const missing = page.getByRole('dialog', { name: text('complete.missing') });
    const before = await percent();
    await meter.press('Enter');
    await missing.getByRole('button', { name: 'Klacht in de woorden van de klant' }).press('Enter');
    await expect(page.getByRole('textbox', { name: /^Klacht in de woorden/ })).toBeFocused();
    await page.keyboard.type('De doos was nat.');
    await expect.poll(percent).toBeGreaterThan(before);
    await meter.press('Enter');
    await expect(missing.getByRole('button').first()).toBeFocused();
    await expect(missing.getByRole('button', { name: 'Klacht in de woorden' })).toBeHidden();
    await page.keyboard.press('Escape');
  });

  await test.step('what was entered and typed again is counted for the operator, beside what was agreed, and goes nowhere', async () => {
    const mail = page.getByRole('textbox', { name: text('customer.email'), exact: true });
    const entered = `griet.maes@${'wijnhandel-aan-de-leie.'.repeat(5)}be`;
    await mail.fill(entered);
    await note.click();
    await mail.fill(entered.replace('griet', 'gitta'));
    await note.click();
    await page.keyboard.press('Control+,');
    await expect(page.getByText(/^Tekens die u .*hoogstens 3\s?%/)).toBeVisible();
    await expect(page.getByText(/^([1-9]\d?|0,[1-9])(,\d)?\s?% verbeterd$/).first()).toBeVisible();
    expect(central.gate.passed.filter(({ path, body }) => /accuracy|corrected/i.test(`${path} ${body}`))).toEqual([]);
  });

  await test.step('the other languages have their dictionaries too', async () => {
    const choice = page.getByRole('combobox').filter({ has: page.getByRole('option', { name: 'Deutsch' }) });
    const back = page.getByRole('navigation').getByRole('button').first();
    for (const { language, right, wrong } of otherLanguages) {
      await choice.selectOption(language);
      await back.click();
      await page.keyboard.press('Alt+n');
      // Both at once: while a dictionary is being loaded every word is right.
      await expect.poll(async () => ({ right: await wrongOf(right.split(' ')), wrong: await wrongOf(wrong.split(' ')) }), { message: language }).toEqual({ right: [], wrong: wrong.split(' ') });
      await page.keyboard.press('Control+,');
    }
  });
});
