import { expect, test } from 'vitest';
import type { PrintSheet } from '#shared/domain/print-sheet.ts';
import { printHtml } from './print-html.ts';

const hostile = `</td><script>alert(1)</script><img src=x onerror="x">'&`;
const sheet: PrintSheet = {
  language: 'nl',
  title: hostile,
  subtitle: hostile,
  foot: hostile,
  sections: [
    { kind: 'facts', heading: hostile, facts: [{ label: hostile, value: hostile }] },
    { kind: 'table', heading: 'Regels', columns: [{ heading: hostile, isNumber: false }, { heading: 'Totaal', isNumber: true }], rows: [[hostile, '12,50 €']] },
  ],
};

test('whatever is in a file is text on paper: no element, no attribute, no script', () => {
  const html = printHtml(sheet);
  expect([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name).filter((name) => name === 'script' || name === 'img')).toEqual([]);
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(9);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test('numbers stand under each other, headings come back on every page', () => {
  const html = printHtml(sheet);
  expect(html).toContain('<td class="number">12,50 €</td>');
  expect(html).toContain('<thead><tr>');
});
