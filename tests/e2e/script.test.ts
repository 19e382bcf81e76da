import { articleRow } from '../fixtures/articles.ts';
import { shippedScript } from '../fixtures/centre.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, queueNumber, test } from './support/test.ts';
import { text } from './support/texts.ts';

needsLab();

const shipped = shippedScript('klantendienst-vraag.nl');
const inEnglish = { language: 'en' as const, say: '{{organisation}}, good day. How may I help you?' };
/** The shipped script of the customer service, with an English greeting. */
const script = {
  ...shipped,
  audiences: [...(shipped.audiences ?? []), { language: 'en' as const, register: 'formal' as const }],
  steps: shipped.steps.map((step) => (step.key === shipped.start ? { ...step, variants: [...(step.variants ?? []), inEnglish] } : step)),
};
test.use({ centre: { script, secondScript: shippedScript('bestelling-wijnabonnement.nl'), queue: { objectionBudget: 1 } } });

test('the script leads a call by keyboard: words for whoever calls, sources, sentences for a silence, a budget that is spent, a step out of order', async ({ workspace, customer, central }) => {
  const { page } = workspace;
  const { keyboard } = page;
  const panel = page.getByRole('region', { name: new RegExp(`^${text('script.title')}`) });
  const answers = () => workspace.answers.locator('span:first-child').allInnerTexts();
  await central.central.import({
    article: [
      articleRow({ source: 'facturatie', title: 'Factuur dubbel aangerekend', body: 'Een factuur die dubbel is aangerekend, wordt gecrediteerd.' }),
      articleRow({ source: 'productfiches', title: 'Factuur bij een geschenk', body: 'De factuur gaat nooit mee met een geschenk.' }),
    ],
  });
  await converse(workspace, customer);
  // This call keeps what its queue said when it began.
  await central.central.admin.setQueue(central.centre.queue.key, { objectionBudget: 3 });

  await test.step('it is said in the language and the form of address that the operator chooses', async () => {
    await expect(workspace.spoken).toContainText('Vertelt u eens, waarmee kan ik u helpen?');
    await keyboard.press('Control+i');
    await expect(workspace.spoken).toContainText('Wijnhuis De Linde, good day.');
    await keyboard.press('Control+i');
    await expect(workspace.spoken).toContainText('waarmee kan ik u helpen?');
    await keyboard.press('Control+f');
    await expect(workspace.spoken).toContainText('Vertel eens, waarmee kan ik je helpen?');
    await keyboard.press('1');
    await workspace.atStep('Identiteit controleren');
    await expect(workspace.spoken).toContainText('Dank je, Pieter.');
    await keyboard.press('1');
  });

  await test.step('a step permits sources: what is looked up comes from there, until a key widens it', async () => {
    await workspace.atStep('Onderwerp');
    await keyboard.press('2');
    await workspace.atStep('Vraag over een factuur');
    await expect(panel).toContainText(text('script.sources', { sources: 'facturatie' }));
    await keyboard.press('F1');
    const knowledge = page.getByRole('complementary', { name: text('knowledge.title') });
    await expect(knowledge.getByRole('status')).toHaveText(text('knowledge.permitted', { sources: 'facturatie' }));
    await keyboard.type('factuur');
    await expect(knowledge.getByRole('option')).toContainText([/^Factuur dubbel aangerekend/]);
    await expect(knowledge.getByText(text('knowledge.moreElsewhere'))).toBeVisible();
    await keyboard.press('F2');
    await expect(knowledge.getByRole('option')).toHaveCount(2);
    await keyboard.press('Escape');
    await expect(knowledge).toBeHidden();
  });

  await test.step('an amount stands in groups; a step is left unsaid by one key and Enter, with the reason, and gone back to', async () => {
    const amount = panel.getByLabel('Bedrag op de factuur');
    await amount.focus();
    await keyboard.type('1234,5');
    await expect(amount).toHaveValue('1 234,5');
    await keyboard.press('Alt+1');
    await workspace.atStep('Herformuleren');
    await keyboard.press('Alt+o');
    await keyboard.press('2');
    await expect(panel.getByLabel(text('script.skipWhy'))).toHaveValue(text('script.skipUsually.discussed'));
    await keyboard.press('Enter');
    await workspace.atStep('Oplossing voorstellen');
    await keyboard.press('Alt+v');
  });

  await test.step('a sentence lies ready: the step’s own, the question of what is missing, what was understood said back', async () => {
    const bridge = page.getByRole('region', { name: text('script.bridge') });
    await workspace.atStep('Herformuleren');
    await expect(workspace.spoken).toContainText('Als ik je goed begrijp, gaat het over factuur.');
    await keyboard.press('2');
    await workspace.atStep('Vraag of klacht noteren');
    await keyboard.press('Control+e');
    await expect(bridge).toContainText('Ik ben nog aan het noteren, een ogenblik.');
    await keyboard.press('Control+e');
    await expect(bridge).toContainText('Wat is er precies gebeurd?');
    await keyboard.press('F7');
    await keyboard.type('Tweemaal betaald.');
    await keyboard.press('F7');
    await keyboard.type('03112026');
    await expect(bridge).toContainText('Dat is dus zo sinds');
    await keyboard.press('Alt+1');
  });

  await test.step('the one objection that the queue allows is met; after that only the closing path is offered, and no way leads around it', async () => {
    await workspace.atStep('Herformuleren');
    await keyboard.press('1');
    await workspace.atStep('Oplossing voorstellen');
    expect(await answers()).toContain('Vindt het te weinig');
    await keyboard.press('3');
    await workspace.atStep('Tegenwerping: te weinig');
    await expect(panel).toContainText(text('script.objectionsOf', { spent: 1, budget: 1 }));
    await keyboard.press('2');
    await workspace.atStep('Oplossing voorstellen');
    expect(await answers()).toEqual(['Aanvaard', 'Nog uit te zoeken', 'Weigert elk voorstel']);
    await keyboard.press('Control+y');
    await keyboard.type('Tegenwerping: te weinig');
    await keyboard.press('Tab');
    await keyboard.type('Nog één keer');
    await keyboard.press('Enter');
    await expect(panel.getByText(text('script.jumpUnknown'))).toBeVisible();
  });

  await test.step('another step is gone to with a reason, and what lies ready beside it is the promise', async () => {
    await panel.getByRole('combobox', { name: text('script.jumpStep') }).fill('Belofte en timing');
    const reason = panel.getByRole('textbox', { name: text('script.jumpReason') });
    await reason.fill('Klant moet weg');
    await reason.press('Enter');
    await workspace.atStep('Belofte en timing');
    await panel.getByRole('button', { name: text('promise.open') }).press('Enter');
    await expect(page.getByRole('dialog', { name: text('promise.title') })).toBeVisible();
    await keyboard.type('Terugbellen over de factuur');
    await keyboard.press('Enter');
    await expect(page.getByRole('region', { name: text('promise.ledger') })).toContainText('Terugbellen over de factuur');
    for (const next of ['Nog iets', 'Afsluiting']) {
      await keyboard.press('Alt+1');
      await workspace.atStep(next);
    }
    await keyboard.press('Alt+1');
    await expect(panel).toContainText(text('script.ended'));
  });

  await workspace.hangUp();
  await workspace.wrapUp({ outcome: 'Bestelling geplaatst' });
  await expect.poll(async () => (await central.rows('interaction')).at(-1)?.state).toBe('closed');
  const run = (await central.rows('interaction')).at(-1)?.scriptRun;
  expect(run?.objectionBudget).toBe(1);
  expect(run?.events.filter((event) => event.type === 'answered' && event.objection)).toHaveLength(1);
  expect(run?.events).toContainEqual(expect.objectContaining({ type: 'jumped', step: 'oplossing', to: 'belofte', reason: 'Klant moet weg' }));
  expect(run?.events).toContainEqual(expect.objectContaining({ type: 'audience', language: 'nl', register: 'informal' }));
});

test('while it rings another script is chosen by one key; answered, and after the workspace crashed, the call still has it', async ({ balie, workspace, customer, central }) => {
  await customer.call(queueNumber);
  await workspace.rings(central.centre.customers[0]!.name);
  await expect(workspace.spoken).toContainText('Vertelt u eens, waarmee kan ik u helpen?');
  await workspace.page.keyboard.press('Control+9');
  const list = workspace.page.getByRole('list', { name: text('script.choose') });
  await expect(list.getByRole('button', { name: /^Bestelling wijnabonnement/ })).toBeFocused();
  await workspace.page.keyboard.press('Enter');
  const words = 'Waarmee kan ik u van dienst zijn?';
  await expect(workspace.spoken).toContainText(words);
  await workspace.answer();
  await workspace.inConversation();
  await expect(workspace.spoken).toContainText(words);
  await balie.crash('workspace');
  const again = await balie.workspaceAgain();
  await again.inConversation();
  await expect(again.spoken).toContainText(words);
});
