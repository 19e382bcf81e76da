import type { Page } from '@playwright/test';

/** The smallest window that is supported. */
const narrow = { width: 1024, height: 768 };
const usual = { width: 1440, height: 900 };

/**
 * What somebody in the smallest window would have to scroll for in vain: a part of the page that runs sideways, and one that is so low
 * that its words and its fields are not seen together.
 */
export async function hardToReach(page: Page): Promise<string[]> {
  await page.setViewportSize(narrow);
  const found = await page.evaluate(() => {
    // Less than a label, its field and what was wrong with it.
    const lowest = 72;
    const scrolls = (way: string): boolean => way === 'auto' || way === 'scroll';
    return [...document.querySelectorAll('#root *')].flatMap((element) => {
      const { overflowX, overflowY, visibility } = getComputedStyle(element);
      if (element.clientHeight === 0 || visibility === 'hidden' || element instanceof HTMLTextAreaElement) return [];
      const named = `${element.tagName.toLowerCase()} “${element.textContent.slice(0, 40)}”`;
      const sideways = scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const low = scrolls(overflowY) && element.scrollHeight > element.clientHeight + 1 && element.clientHeight < lowest;
      return [...(sideways ? [`${named} runs sideways: ${element.scrollWidth} in ${element.clientWidth}`] : []), ...(low ? [`${named} is too low: ${element.clientHeight} of ${element.scrollHeight}`] : [])];
    });
  });
  await page.setViewportSize(usual);
  return found;
}
