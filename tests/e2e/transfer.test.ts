import { newId } from '#shared/domain/ids.ts';
import { jump, startRun } from '#shared/domain/script/engine.ts';
import type { Peer } from '../lab/baresip.ts';
import { callerTone, microphoneTone } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, test as base } from './support/test.ts';
import { text } from './support/texts.ts';
import type { Workspace } from './support/workspace.ts';

needsLab();

/** Hertz of what the colleague speaks. */
const colleagueTone = 600;

const test = base.extend<{ colleague: Peer }>({
  colleague: async ({ lab }, use) => {
    const peer = await lab.colleague('colleague', { answer: 'auto', tone: colleagueTone });
    await use(peer);
    await peer.stop();
  },
});

test.use({ desk: 'shared' });

/** Opens the panel and finds somebody, by keys alone. */
async function choose({ page }: Workspace, target: string): Promise<void> {
  await page.keyboard.press('Alt+t');
  await expect(page.getByRole('combobox', { name: text('transfer.to') })).toBeFocused();
  await page.keyboard.type(target);
  await expect(page.getByRole('listbox', { name: text('transfer.found') }).getByRole('option', { selected: true })).toContainText(target);
}

/** The customer waits in silence while operator and colleague speak. */
async function consult(workspace: Workspace, customer: Peer, colleague: Peer): Promise<void> {
  await converse(workspace, customer);
  await choose(workspace, 'colleague');
  await workspace.page.keyboard.press('Enter');
  await expect(workspace.strip.getByRole('button', { name: text('consultation.swap') })).toBeEnabled();
  await Promise.all([colleague.hears.heard(microphoneTone), customer.hears.silent()]);
}

test('a colleague is asked, the customer is spoken to in between, and both are brought together, by keys alone', async ({ workspace, customer, colleague, central }) => {
  const { keyboard } = workspace.page;
  await consult(workspace, customer, colleague);
  await keyboard.press('Alt+l');
  await Promise.all([customer.hears.heard(microphoneTone), colleague.hears.silent()]);
  await keyboard.press('Alt+l');
  await Promise.all([colleague.hears.heard(microphoneTone), customer.hears.silent()]);
  await keyboard.press('Alt+t');
  await Promise.all([customer.hears.heard(colleagueTone), colleague.hears.heard(callerTone)]);
  // The customer's conversation is still on the screen, to be written down.
  await expect(workspace.card(central.centre.customers[0]!.name)).toContainText(text('ended.transferred'));
  await workspace.inWrapUp();
});

test('what is closed transfers nobody; a direct transfer that fails brings the customer back, and the next one goes through', async ({ workspace, customer, colleague }) => {
  const { keyboard } = workspace.page;
  await converse(workspace, customer);
  await choose(workspace, 'colleague');
  await keyboard.press('Escape');
  await expect(workspace.page.getByRole('dialog')).toHaveCount(0);
  await customer.hears.heard(microphoneTone);
  await choose(workspace, 'nobody-here');
  await keyboard.press('Alt+Enter');
  await expect(workspace.strip.getByRole('alert')).toContainText(text('ended.not-found'));
  await customer.hears.heard(microphoneTone);
  await choose(workspace, 'colleague');
  await keyboard.press('Alt+Enter');
  await Promise.all([customer.hears.heard(colleagueTone), colleague.hears.heard(callerTone)]);
  await workspace.inWrapUp();
});

test('three confer; without the colleague the customer is still on the line', async ({ workspace, customer, colleague }) => {
  const { keyboard } = workspace.page;
  await consult(workspace, customer, colleague);
  await keyboard.press('Alt+c');
  await expect(workspace.strip.getByRole('article', { name: text('conference.title') })).toBeVisible();
  // Muted, each of the others hears the third alone.
  await keyboard.press('Alt+m');
  await Promise.all([customer.hears.heard(colleagueTone), colleague.hears.heard(callerTone)]);
  await keyboard.press('Alt+m');
  await keyboard.press('Alt+g');
  await colleague.event('CALL_CLOSED');
  await workspace.inConversation();
  await customer.hears.heard(microphoneTone);
});

test('the operator leaves a conference: the two go on without them', async ({ workspace, customer, colleague }) => {
  const { keyboard } = workspace.page;
  await consult(workspace, customer, colleague);
  await keyboard.press('Alt+c');
  await expect(workspace.strip.getByRole('article', { name: text('conference.title') })).toBeVisible();
  await keyboard.press('Alt+m');
  await Promise.all([customer.hears.heard(colleagueTone), colleague.hears.heard(callerTone)]);
  await keyboard.press('Alt+t');
  await workspace.inWrapUp();
  await Promise.all([customer.hears.heard(colleagueTone), colleague.hears.heard(callerTone)]);
});

test('a call that a colleague puts through rings with the script where they left it, and is gone on with', async ({ workspace, customerNumber, central, lab }) => {
  // A caller of this test's own: what is handed over with them holds for a quarter of an hour, and other tests have this centre too.
  const place = 7;
  const customer = await customerNumber(place);
  const caller = central.centre.customers[place];
  const [script] = central.centre.rows.script ?? [];
  if (caller === undefined || script === undefined) throw new Error('the centre has a customer and a script');
  const { definition } = script;
  const now = new Date().toISOString();
  const carried = { scriptId: script.id, title: definition.title, step: 'Klacht', run: jump(definition, startRun(definition), 'klachtNoteren', 'Klant begint meteen', now), captured: { klacht: 'Drie flessen gebroken' } };
  const of = { interactionId: newId(), callId: newId(), agentId: null, customerId: caller.id, queueId: central.centre.queue.id, number: caller.phone };
  await central.central.import({ handOver: [{ id: newId(), version: 0, updatedAt: now, ...of, kind: 'blind', target: '201', note: 'Is boos.', at: now, identity: null, script: carried }] });
  await customer.call(lab.users.operator.user);
  const panel = workspace.page.getByRole('region', { name: `${text('script.title')} · ${definition.title}` });
  const carriedOn = panel.getByText(text('script.carried.taken', { name: text('script.carried.colleague') }));
  await expect(carriedOn).toBeVisible();
  await workspace.atStep(definition.steps.find(({ key }) => key === 'klachtNoteren')?.title ?? '');
  await workspace.answer();
  await expect(panel.getByRole('textbox').first()).toHaveValue('Drie flessen gebroken');
  await workspace.page.keyboard.press('Alt+v');
  await workspace.atStep(definition.steps[0]?.title ?? '');
  await expect(carriedOn).toBeHidden();
});

test.describe('when the window goes in the middle of it', () => {
  test.use({ desk: 'own' });

  test('a bad day: the page dies in the middle of a consultation, keys are hit twice, and nobody is lost', async ({ balie, workspace, customer, colleague }) => {
    await consult(workspace, customer, colleague);
    await balie.crash('workspace');
    const again = await balie.workspaceAgain();
    await expect(again.strip.getByRole('button', { name: text('consultation.swap') })).toBeEnabled();
    await Promise.all([colleague.hears.heard(microphoneTone), customer.hears.silent()]);
    const { keyboard } = again.page;
    // Impatience: there and back, and there again, before the exchange has answered the first.
    await Promise.all(['Alt+l', 'Alt+l', 'Alt+l'].map((key) => keyboard.press(key)));
    await expect(again.strip.getByRole('button', { name: text('consultation.swap') })).toBeEnabled();
    await Promise.all(['Alt+t', 'Alt+t'].map((key) => keyboard.press(key)));
    await Promise.all([customer.hears.heard(colleagueTone), colleague.hears.heard(callerTone)]);
    await again.inWrapUp();
  });

  test('closing the window in a consultation asks first: who stays goes on with both, who quits hangs up on both, and nobody is transferred', async ({ balie, workspace, customer, colleague }) => {
    await consult(workspace, customer, colleague);
    const close = () => balie.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('balie://workspace/'))?.close());
    /** The system's own question, which no test can press, is answered by the number of a button. */
    const answer = (button: number) =>
      balie.app.evaluate(({ dialog }, chosen) => {
        const own = globalThis as { asked?: number };
        dialog.showMessageBox = async () => {
          own.asked = (own.asked ?? 0) + 1;
          return { response: chosen, checkboxChecked: false };
        };
      }, button);
    await answer(0);
    await close();
    await expect.poll(() => balie.app.evaluate(() => (globalThis as { asked?: number }).asked)).toBe(1);
    await Promise.all([colleague.hears.heard(microphoneTone), customer.hears.silent()]);
    await workspace.page.keyboard.press('Alt+l');
    await Promise.all([customer.hears.heard(microphoneTone), colleague.hears.silent()]);
    await answer(1);
    await close();
    await Promise.all([customer.event('CALL_CLOSED'), colleague.event('CALL_CLOSED')]);
    for (const peer of [customer, colleague]) {
      expect(peer.log()).toMatch(/^BYE sip/m);
      expect(peer.log()).not.toMatch(/^REFER sip/m);
    }
  });
});
