import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** axe itself, a script of a megabyte and a half: what has it in its page from the start need not be given it at each look. */
export function axeScript(page: Page): string {
  return (new AxeBuilder({ page }) as unknown as { script(): string }).script();
}

/**
 * What axe finds wrong on a page, by WCAG 2.2 AA; a line each, with where.
 *
 * @param wish `rules`: only these, by the names that axe gives them; absent: all. `beside`: a selector of what is not looked at.
 */
export async function violations(page: Page, { rules, beside }: { readonly rules?: readonly string[]; readonly beside?: string } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeScript(page));
  // The builder would bring its script twice at each look: it is there. What is right need not be told, element by element.
  const builder = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false });
  if (beside !== undefined) builder.exclude(beside);
  const { violations: found } = await (rules === undefined ? everyRule(builder) : builder.withRules([...rules])).analyze();
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 160)).join('; ')})`);
}

function everyRule(builder: AxeBuilder): AxeBuilder {
  return builder
    // It counts the key beside a label as a part of the label, though it is hidden from who listens.
    .disableRules(['label-content-name-mismatch'])
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
}
