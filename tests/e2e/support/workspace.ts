import { expect, type Locator, type Page } from '@playwright/test';
import { text } from './texts.ts';

const samples: readonly (readonly [RegExp, string])[] = [
  [/^tel/, '+32470123456'],
  [/^email/, 'klant@example.be'],
  // Day and month in either order.
  [/^date/, '03122026'],
  [/postcode/i, '9000'],
  [/jaar/i, '1971'],
  [/aantal|nummer/i, '2'],
  [/adres/i, 'Coupure Links 48, 9000 Gent'],
  [/samenstelling/i, 'Drie rood, drie wit'],
];

/** @returns what a customer could answer to a field of this type and label. */
function sampleAnswer(typeAndLabel: string): string {
  return samples.find(([pattern]) => pattern.test(typeAndLabel))?.[1] ?? 'Na 14 u, niet aan de poort zetten';
}

/** The workspace as an operator uses it: buttons and fields by role and Dutch name, keys by what they do. */
export class Workspace {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(20_000);
  }

  /** What Balie stands on: sound, line, centre. */
  get status(): Locator {
    return this.page.getByRole('group', { name: text('status.label') });
  }

  /** The operator's state, as a button that offers the others. */
  private get agent(): Locator {
    return this.page.getByRole('banner').getByRole('button').first();
  }

  async isRegistered(withinMs = 30_000): Promise<void> {
    await expect(this.status.getByText(text('line.registered'), { exact: true })).toBeVisible({ timeout: withinMs });
  }

  async isNotRegistered(withinMs = 8_000): Promise<void> {
    await expect(this.status.getByText(text('line.registered'), { exact: true })).toBeHidden({ timeout: withinMs });
  }

  /** The centre and this device know the same. */
  async isSynced(withinMs = 15_000): Promise<void> {
    await expect(this.status.getByText(text('sync.synced'), { exact: true })).toBeVisible({ timeout: withinMs });
  }

  /** Central cannot be reached, with or without something that waits for it. */
  async isOffline(withinMs = 15_000): Promise<void> {
    const waiting = new RegExp(`^${text('sync.offlinePending_other').split('{{')[0] ?? ''}`);
    await expect(this.status.getByText(text('sync.offline'), { exact: true }).or(this.status.getByText(waiting))).toBeVisible({ timeout: withinMs });
  }

  /** Registered, with what the first synchronisation brought, and open for calls. */
  async becomesAvailable({ byKeyboard = false } = {}): Promise<void> {
    await this.isRegistered();
    await expect(this.status.getByText(text('sync.synced'), { exact: true }).or(this.status.getByText(text('sync.offline'), { exact: true }))).toBeVisible({ timeout: 15_000 });
    const available = this.page.getByRole('menuitemradio', { name: text('agent.available') });
    if (byKeyboard) {
      await this.page.keyboard.press('Alt+s');
      await expect(available).toBeVisible();
      await this.page.keyboard.type(text('agent.available').slice(0, 4));
      await expect(available).toBeFocused();
      await this.page.keyboard.press('Enter');
    } else {
      await this.agent.click();
      await available.click();
    }
    await this.isAvailable();
  }

  async isAvailable(): Promise<void> {
    await expect(this.agent).toContainText(text('agent.available'));
  }

  async asksToSignIn(): Promise<void> {
    await expect(this.page.getByRole('button', { name: text('signIn.submit') })).toBeVisible();
  }

  /** The line: the call in hand and the calls beside it. */
  get strip(): Locator {
    return this.page.getByRole('region', { name: text('strip.label'), exact: true });
  }

  /** The card of a call that shows this name or number. */
  card(who: string | RegExp): Locator {
    return this.strip.getByRole('article').filter({ hasText: who });
  }

  /** A button of the line, by its key in the locale file. */
  callButton(key: string): Locator {
    return this.strip.getByRole('button', { name: text(key), exact: true });
  }

  async rings(who: string | RegExp): Promise<void> {
    await expect(this.card(who).getByRole('button', { name: text('call.decline'), exact: true })).toBeEnabled();
  }

  async answer(): Promise<void> {
    await this.callButton('call.answer').click();
  }

  /** Calls a number in any notation, or a colleague. */
  async dial(target: string): Promise<void> {
    await this.page.getByRole('combobox', { name: text('dial.label') }).fill(target);
    await expect(this.page.getByRole('listbox', { name: text('dial.suggestions') }).getByRole('option', { selected: true })).toBeVisible();
    await this.page.keyboard.press('Enter');
  }

  async inConversation(): Promise<void> {
    await expect(this.callButton('call.hangUp')).toBeVisible();
    await expect(this.callButton('call.mute').or(this.callButton('call.unmute'))).toBeVisible();
  }

  async hangUp(): Promise<void> {
    await this.callButton('call.hangUp').click();
  }

  async mute(): Promise<void> {
    await this.callButton('call.mute').click();
    await expect(this.callButton('call.unmute')).toBeVisible();
  }

  async unmute(): Promise<void> {
    await this.callButton('call.unmute').click();
    await expect(this.callButton('call.mute')).toBeVisible();
  }

  async hold(): Promise<void> {
    await this.callButton('call.hold').click();
    await expect(this.callButton('call.resume')).toBeVisible();
  }

  async resume(): Promise<void> {
    await this.callButton('call.resume').click();
    await expect(this.callButton('call.hold')).toBeVisible();
  }

  get note(): Locator {
    return this.page.getByRole('textbox', { name: text('note.label') });
  }

  /** All that was typed is on disk. */
  async draftIsKept(): Promise<void> {
    await expect(this.wrapUpBar).toContainText(text('saved.at').split('{{')[0] ?? '');
  }

  /** What the customer may answer at this step. */
  get answers(): Locator {
    return this.page.getByRole('group', { name: text('script.answers') }).getByRole('button');
  }

  async chooseAnswer(label: string): Promise<void> {
    await this.answers.filter({ hasText: label }).click();
  }

  /** The sentence to say. */
  get spoken(): Locator {
    return this.page.getByText(/^\s*“/).first();
  }

  private get stepHeading(): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${text('script.title')}`) }).getByRole('heading', { level: 3 });
  }

  /** The step on screen; null once the script has ended. */
  async stepTitle(): Promise<string | null> {
    return (await this.answers.count()) === 0 ? null : this.stepHeading.first().innerText();
  }

  /** Fills in what the step asks for, and agrees to the terms that it reads out: by keyboard, field by field. */
  async fillStep(): Promise<void> {
    const { keyboard } = this.page;
    const panel = this.page.getByRole('region', { name: new RegExp(`^${text('script.title')}`) });
    for (const field of await panel.locator('[name^="script."]').all()) {
      await keyboard.press('F7');
      await expect(field).toBeFocused();
      const [tag, kind] = await field.evaluate((element: HTMLInputElement) => [element.tagName, `${element.type} ${element.labels?.[0]?.innerText ?? ''}`] as const);
      if (tag === 'SELECT') await keyboard.press('ArrowDown');
      else await keyboard.type(sampleAnswer(kind));
    }
    const terms = panel.getByRole('group', { name: text('script.terms') }).getByRole('checkbox');
    for (const term of await terms.all()) {
      await keyboard.press('Control+t');
      await expect(term).toBeChecked();
    }
  }

  async atStep(title: string): Promise<void> {
    await expect(this.stepHeading).toHaveText(title);
  }

  get wrapUpBar(): Locator {
    return this.page.getByRole('contentinfo', { name: text('wrapup.bar') });
  }

  async inWrapUp(): Promise<void> {
    await expect(this.wrapUpBar.getByRole('button', { name: text('wrapup.close') })).toBeEnabled();
  }

  get sentence(): Locator {
    return this.wrapUpBar.getByRole('textbox', { name: text('wrapup.sentence') });
  }

  /** Gives the conversation its outcome and closes it. */
  async wrapUp(result: { readonly outcome: string; readonly sentence?: string }): Promise<void> {
    await this.inWrapUp();
    await this.chooseOutcome(result.outcome);
    if (result.sentence !== undefined) await this.sentence.fill(result.sentence);
    await this.close();
  }

  async chooseOutcome(outcome: string): Promise<void> {
    await this.outcomePicker.click();
    await this.page.getByRole('option', { name: outcome, exact: true }).click();
  }

  /** By keyboard. */
  async chooseFirstOutcome(): Promise<void> {
    await this.page.keyboard.press('Alt+r');
    await expect(this.page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press('Enter');
  }

  async close(): Promise<void> {
    await this.wrapUpBar.getByRole('button', { name: text('wrapup.close') }).click();
    await expect(this.wrapUpBar).toBeHidden();
  }

  /** The same with keys only. */
  async wrapUpByKeyboard(outcome: string): Promise<void> {
    const { keyboard } = this.page;
    await this.inWrapUp();
    await keyboard.press('Alt+r');
    await expect(this.page.getByRole('option', { name: outcome, exact: true })).toBeVisible();
    await keyboard.type(outcome.slice(0, 6));
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter');
    await expect(this.wrapUpBar).toBeHidden();
  }

  private get outcomePicker(): Locator {
    return this.wrapUpBar.getByRole('button', { name: text('wrapup.outcome') });
  }

  /** Takes up a conversation that was left unfinished. */
  async openUnfinished(who: string): Promise<void> {
    const line = this.page.getByRole('region', { name: text('unfinished.title') }).getByRole('listitem').filter({ hasText: who });
    await line.getByRole('button', { name: text('unfinished.finish') }).click();
    await expect(this.note).toBeVisible();
  }
}
