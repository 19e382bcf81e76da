import { expect, type Locator, type Page } from '@playwright/test';
import { text } from './texts.ts';

/** The workspace as an operator uses it: buttons and fields by role and Dutch name, keys by what they do. */
export class Workspace {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
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
}
