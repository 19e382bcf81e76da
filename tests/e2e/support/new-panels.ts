import type { Page } from '@playwright/test';
import { violationsInBothThemes } from './axe.ts';

/** What axe finds, in both themes, in the panels that no look before has had on this page. */
export async function newViolations(page: Page): Promise<string[]> {
  return (await markKnown(page)) === 0 ? [] : await violationsInBothThemes(page, { beside: known });
}

/** What was looked at before. */
const known = '[data-looked-at]';

/**
 * Marks the panels that were looked at before, in the same surroundings: most of a screen is on the next one too.
 * What a visit to another scene begins with is held in the session, as the page itself begins anew.
 *
 * @returns how many panels are new.
 */
function markKnown(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen = new Set(JSON.parse(sessionStorage.getItem('looked-at') ?? '[]') as string[]);
    const now = new Set<string>();
    const short = (text: string): string => {
      let [a, b] = [5381, 52711];
      for (let place = 0; place < text.length; place += 1) {
        a = Math.imul(a, 33) ^ text.charCodeAt(place);
        b = Math.imul(b, 31) + text.charCodeAt(place);
      }
      return `${a},${b}`;
    };
    const walk = (element: Element, surroundings: string): void => {
      // Smaller than a panel: it belongs to what is around it.
      if (element.getElementsByTagName('*').length < 6) return;
      const key = short(surroundings + element.outerHTML.replaceAll(/_r_\w+_|\d/g, ''));
      element.toggleAttribute('data-looked-at', seen.has(key));
      now.add(key);
      if (!seen.has(key)) for (const child of element.children) walk(child, `${surroundings} ${element.className}`);
    };
    for (const marked of document.querySelectorAll('[data-looked-at]')) marked.removeAttribute('data-looked-at');
    for (const child of document.body.children) walk(child, '');
    const fresh = [...now].filter((key) => !seen.has(key));
    sessionStorage.setItem('looked-at', JSON.stringify([...seen, ...fresh]));
    return fresh.length;
  });
}
