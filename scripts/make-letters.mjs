import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { projectRoot } from './lib/paths.mjs';

/*
 * node scripts/make-letters.mjs
 * Makes the practice centre's letters in practice/sample/letters. A real centre writes its own in a word processor; these are small
 * documents that any of them opens, and the same bytes every time.
 */

const words = {
  'nl.u': ['Betreft: ons gesprek van {{contactDate}}', 'Op {{contactDate}} sprak u met {{operator}} van {{organisation}}. Wij bevestigen u wat wij samen afspraken:', 'Kloppen deze gegevens niet, neem dan binnen de veertien dagen contact met ons op en vermeld uw klantnummer {{customerNumber}}.', 'Met de meeste hoogachting,'],
  'nl.je': ['Over ons gesprek van {{contactDate}}', 'Op {{contactDate}} sprak je met {{operator}} van {{organisation}}. We bevestigen je wat we samen afspraken:', 'Klopt er iets niet? Laat het ons binnen de veertien dagen weten en vermeld je klantnummer {{customerNumber}}.', 'Vriendelijke groeten,'],
  fr: ['Objet : notre entretien du {{contactDate}}', 'Le {{contactDate}}, vous vous êtes entretenu avec {{operator}} de {{organisation}}. Nous vous confirmons ce que nous avons convenu :', 'Si ces données sont inexactes, contactez-nous dans les quatorze jours en mentionnant votre numéro de client {{customerNumber}}.', 'Veuillez agréer, {{greeting}}, l’expression de nos sentiments distingués.'],
  en: ['Our conversation of {{contactDate}}', 'On {{contactDate}} you spoke to {{operator}} of {{organisation}}. We confirm what we agreed:', 'If anything in this is wrong, please contact us within fourteen days and mention your customer number {{customerNumber}}.', 'Yours sincerely,'],
  de: ['Unser Gespräch vom {{contactDate}}', 'Am {{contactDate}} haben Sie mit {{operator}} von {{organisation}} gesprochen. Wir bestätigen Ihnen, was wir vereinbart haben:', 'Sollte etwas nicht stimmen, melden Sie sich bitte binnen vierzehn Tagen und nennen Sie Ihre Kundennummer {{customerNumber}}.', 'Mit freundlichen Grüßen'],
};

const types =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A line of text; `after` in twentieths of a point. */
function line(text, { after = 0, bold = false } = {}) {
  const font = `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>${bold ? '<w:b/>' : ''}<w:sz w:val="21"/></w:rPr>`;
  return `<w:p><w:pPr><w:spacing w:after="${after}" w:line="276" w:lineRule="auto"/></w:pPr><w:r>${font}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function letter([subject, opening, closing, goodbye]) {
  const body = [
    line('{{organisation}}', { bold: true, after: 480 }),
    ...[line('{{salutation}} {{name}}'), line('{{street}}'), line('{{postcode}} {{town}}', { after: 480 })],
    ...[line('{{date}}', { after: 480 }), line(subject, { bold: true, after: 240 }), line('{{greeting}},', { after: 240 })],
    ...[line(opening, { after: 160 }), line('{{sentence}}', { after: 160 }), line(closing, { after: 480 }), line(goodbye, { after: 720 }), line('{{operator}}'), line('{{organisation}}')],
  ];
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}${page}</w:body></w:document>`;
}

for (const [variant, texts] of Object.entries(words)) {
  const files = { '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': letter(texts) };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: '2026-01-05T08:00:00' });
  writeFileSync(join(projectRoot, 'practice/sample/letters', `bevestiging-gesprek.${variant}.docx`), bytes);
}
