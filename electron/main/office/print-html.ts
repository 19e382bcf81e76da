import type { PrintSheet } from '#shared/domain/print-sheet.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.toWellFormed().replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A4, black on white, whatever the workspace looks like: paper has no dark mode. */
const style = `
  @page { size: A4; margin: 18mm 18mm 20mm }
  * { box-sizing: border-box }
  body { margin: 0; color: #000; font: 10.5pt/1.4 "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif }
  header { padding-bottom: 4mm; border-bottom: 0.6pt solid #000 }
  h1 { margin: 0; font-size: 17pt; line-height: 1.2 }
  header p { margin: 1mm 0 0; color: #333 }
  h2 { margin: 7mm 0 2mm; font-size: 11.5pt; break-after: avoid }
  dl { display: grid; grid-template-columns: 45mm 1fr; gap: 1mm 4mm; margin: 0 }
  dt { color: #333 }
  dd { margin: 0; overflow-wrap: anywhere }
  table { width: 100%; border-collapse: collapse }
  th { padding: 1.2mm 3mm 1.2mm 0; border-bottom: 0.6pt solid #000; font-size: 9pt; text-align: left }
  td { padding: 1.2mm 3mm 1.2mm 0; border-bottom: 0.3pt solid #999; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line }
  thead { display: table-header-group }
  tr { break-inside: avoid }
  .number { padding-right: 0; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
  footer { margin-top: 8mm; color: #333; font-size: 8.5pt }
`;

function section(part: PrintSheet['sections'][number]): string {
  const heading = `<h2>${escaped(part.heading)}</h2>`;
  if (part.kind === 'facts') return `${heading}<dl>${part.facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;
  const classOf = (index: number): string => (part.columns[index]?.isNumber === true ? ' class="number"' : '');
  const head = part.columns.map((column, index) => `<th scope="col"${classOf(index)}>${escaped(column.heading)}</th>`).join('');
  const rows = part.rows.map((cells) => `<tr>${cells.map((cell, index) => `<td${classOf(index)}>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  return `${heading}<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** @returns a page without a script, a link or a picture, that may load nothing. */
export function printHtml({ language, title, subtitle, foot, sections }: PrintSheet): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${style}</style></head><body><header><h1>${escaped(title)}</h1><p>${escaped(subtitle)}</p></header>`,
    `<main>${sections.map(section).join('')}</main><footer>${escaped(foot)}</footer></body></html>`,
  ].join('');
}
