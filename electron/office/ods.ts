import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { cellText } from '#shared/domain/formula-safe.ts';
import type { SheetHead, SheetValue } from './sheet.ts';

const mimeType = 'application/vnd.oasis.opendocument.spreadsheet';
const namespaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'office:version="1.3"',
].join(' ');

const manifest =
  '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">' +
  `<manifest:file-entry manifest:full-path="/" manifest:media-type="${mimeType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const styles =
  '<office:automatic-styles>' +
  '<number:date-style style:name="moment-format"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>' +
  '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>' +
  '<style:style style:name="moment" style:family="table-cell" style:data-style-name="moment-format"/>' +
  '<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '</office:automatic-styles>';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return cellText(text).replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** Lines are paragraphs; of blanks beside each other ODF keeps one, so they are counted (OpenDocument 1.3 part 3, 6.1.2). */
function paragraphs(text: string): string {
  const lines = escaped(text).split(/\r\n|\r|\n/);
  return lines.map((line) => `<text:p>${line.replaceAll('\t', '<text:tab/>').replaceAll(/^ +| {2,}| +$/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)}</text:p>`).join('');
}

function cell(value: SheetValue, style = ''): string {
  if (value === null || value === '') return '<table:table-cell/>';
  if (typeof value === 'number') return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  if (value instanceof Date) {
    const moment = value.toISOString().slice(0, 19);
    return `<table:table-cell table:style-name="moment" office:value-type="date" office:date-value="${moment}"><text:p>${moment.replace('T', ' ').slice(0, 16)}</text:p></table:table-cell>`;
  }
  return `<table:table-cell office:value-type="string"${style}>${paragraphs(value)}</table:table-cell>`;
}

function row(values: readonly SheetValue[], style = ''): string {
  return `<table:table-row>${values.map((value) => cell(value, style)).join('')}</table:table-row>`;
}

/** Text that is gathered before it is compressed. */
const blockLength = 64 * 1024;

/**
 * An OpenDocument spreadsheet of one table, written as the rows come. The libraries that write ODS hold the whole document; this
 * holds one block. There is no formula in it, and text is typed as text.
 */
export async function* odsStream(head: SheetHead, rows: AsyncIterable<SheetValue[]>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    made.push(chunk);
  });
  // First and as it is: by this a file is known for what it is (OpenDocument 1.3 part 2, 3.3).
  const type = new ZipPassThrough('mimetype');
  zip.add(type);
  type.push(strToU8(mimeType), true);
  const list = new ZipDeflate('META-INF/manifest.xml');
  zip.add(list);
  list.push(strToU8(manifest), true);
  const document = new ZipDeflate('content.xml', { level: 6 });
  zip.add(document);
  for await (const block of blocks(content(head, rows))) {
    document.push(strToU8(block));
    yield* made.splice(0);
  }
  document.push(new Uint8Array(), true);
  zip.end();
  yield* made.splice(0);
}

async function* content(head: SheetHead, rows: AsyncIterable<SheetValue[]>): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}>${styles}<office:body><office:spreadsheet><table:table table:name="${escaped(head.title)}">`;
  yield `<table:table-column table:number-columns-repeated="${head.columns.length}"/>`;
  yield row(
    head.columns.map(({ heading }) => heading),
    ' table:style-name="heading"',
  );
  for await (const values of rows) yield row(values);
  yield '</table:table></office:spreadsheet></office:body></office:document-content>';
}

/** Joins small parts: a deflater is quicker with blocks. */
async function* blocks(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let block = '';
  for await (const part of parts) {
    block += part;
    if (block.length < blockLength) continue;
    yield block;
    block = '';
  }
  yield block;
}
