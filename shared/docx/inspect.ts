import { elements, faulty, isXml, readXml, unpack, type Parts } from './document-parts.ts';

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** What brings code along, by content type or by name. */
const codeType = /macroEnabled|vbaProject|vbaData|activeX|ms-office\.(?:intelligence|control)/i;
const codeName = /(?:^|\/)(?:vbaProject|vbaData|attachedToolbars)|\/activeX\//i;
const embeddedName = /\/embeddings\//i;
/** What a relation may lead to elsewhere: a link that is followed by whoever reads the letter, and by nobody else. */
const linkType = /\/hyperlink$/;
const linkTarget = /^(?:https?:\/\/|mailto:|tel:)/i;
/** What a relation brings in that is no letter: other formats, objects, code. */
const embeddingType = /\/(?:aFChunk|oleObject|package|control|vbaProject|subDocument|attachedTemplate|frame)$/;
/** Fields of the word processor that fetch, or run, something (ECMA-376 part 1, 17.16.5, and what came before it). */
const fetchingField = /^\s*(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b/i;

/**
 * Looks whether a DOCX document is a letter and nothing but: no code, nothing embedded, nothing that is fetched from elsewhere when it is
 * opened.
 *
 * @returns its parts.
 * @throws {BalieError} `letter.template-invalid` with `details.fault` ({@link LetterFault}) and `details.where`.
 */
export function inspectDocument(bytes: Uint8Array): Parts {
  const parts = unpack(bytes);
  const names = Object.keys(parts);
  for (const name of names) {
    if (codeName.test(name)) throw faulty('macros', name);
    if (embeddedName.test(name)) throw faulty('embedded', name);
  }
  inspectTypes(parts);
  for (const name of names.filter((each) => each.endsWith('.rels'))) inspectRelations(parts, name);
  for (const name of names.filter((each) => each.startsWith('word/') && isXml(each) && !each.endsWith('.rels'))) inspectFields(parts, name);
  return parts;
}

function inspectTypes(parts: Parts): void {
  let isDocument = false;
  for (const { attributes } of elements(readXml(parts, '[Content_Types].xml'))) {
    const type = attributes?.['ContentType'] ?? '';
    if (codeType.test(type)) throw faulty('macros', type);
    isDocument ||= type === mainType;
  }
  if (!isDocument) throw faulty('not-docx', '[Content_Types].xml');
}

function inspectRelations(parts: Parts, name: string): void {
  for (const { attributes } of elements(readXml(parts, name))) {
    const { Type: type = '', Target: target = '', TargetMode: mode = '' } = attributes ?? {};
    const isLink = linkType.test(type) && linkTarget.test(target);
    if (!isLink && (mode.toLowerCase() === 'external' || /^[a-z][a-z0-9+.-]*:|^\\\\|^\/\//i.test(target))) throw faulty('external', name);
    if (embeddingType.test(type)) throw faulty(/vbaProject|control/.test(type) ? 'macros' : 'embedded', name);
  }
}

/** A field's instruction may be cut into several runs: it is read from its beginning to its separator. */
function inspectFields(parts: Parts, name: string): void {
  const begun: string[] = [];
  const judge = (instruction: string | undefined): void => {
    if (instruction !== undefined && fetchingField.test(instruction)) throw faulty('external', name);
  };
  for (const { nodeName, attributes, childNodes } of elements(readXml(parts, name))) {
    const element = withoutPrefix(nodeName);
    const valueOf = (attribute: string): string | undefined => Object.entries(attributes ?? {}).find(([key]) => withoutPrefix(key) === attribute)?.[1];
    if (element === 'fldSimple') judge(valueOf('instr'));
    if (element === 'instrText') begun.push((begun.pop() ?? '') + (childNodes ?? []).map((child) => (child.nodeType === 'Text' ? child.textContent : '')).join(''));
    if (element !== 'fldChar') continue;
    if (valueOf('fldCharType') === 'begin') begun.push('');
    else judge(begun.pop());
  }
  for (const instruction of begun) judge(instruction);
}

/** Which prefix stands for the word processor's names is the document's own choice. */
function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
