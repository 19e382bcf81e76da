import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** axe itself, a script of a megabyte and a half: what has it in its page from the start need not be given it at each look. */
export function axeScript(page: Page): string {
  return (new AxeBuilder({ page }) as unknown as { script(): string }).script();
}

interface Wish {
  /** Only these, by the names that axe gives them; absent: all. */
  readonly rules?: readonly string[];
  /** All but these. */
  readonly less?: readonly string[];
  /** A selector of what is not looked at. */
  readonly beside?: string;
}

/** What axe finds wrong on a page, by WCAG 2.2 AA; a line each, with where. */
export async function violations(page: Page, { rules, less = [], beside }: Wish = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeScript(page));
  // The builder would bring its script twice at each look: it is there. What is right need not be told, element by element.
  const builder = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false });
  if (beside !== undefined) builder.exclude(beside);
  const { violations: found } = await (rules === undefined ? everyRule(builder, less) : builder.withRules([...rules])).analyze();
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 160)).join('; ')})`);
}

/** The same in both themes: between them only colours differ, so that the dark one is looked at for those. It is left in the dark. */
export async function violationsInBothThemes(page: Page, wish: Pick<Wish, 'beside'> = {}): Promise<string[]> {
  await inTheme(page, 'light');
  const light = await violations(page, wish);
  await inTheme(page, 'dark');
  const dark = await violations(page, { ...wish, rules: ['color-contrast'] });
  return [...light.map((line) => `light: ${line}`), ...dark.map((line) => `dark: ${line}`)];
}

/** The page in a theme, as the setting puts it there. @returns how many colours and the like are still on their way to it. */
export function inTheme(page: Page, theme: 'light' | 'dark'): Promise<number> {
  return page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
    return document.getAnimations().length;
  }, theme);
}

function everyRule(builder: AxeBuilder, less: readonly string[]): AxeBuilder {
  return builder
    // It counts the key beside a label as a part of the label, though it is hidden from who listens.
    .disableRules(['label-content-name-mismatch', ...less])
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
}
