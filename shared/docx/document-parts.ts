import { xml, type XmlNode } from 'easy-template-x';
import { unzipSync } from 'fflate';
import { BalieError } from '../domain/errors.ts';
import { largestLetter, type LetterFault } from '../domain/letter-template.ts';

/** A document's files, by their names within it. */
export type Parts = Readonly<Record<string, Uint8Array>>;

const mostParts = 500;
/** Letters have letterheads: pictures take room, words do not. */
const largestUnpacked = 24_000_000;
const largestXml = 4_000_000;

/** @param where in the document, or what of it. */
export function faulty(fault: LetterFault, where: string, cause?: unknown): BalieError {
  return new BalieError('letter.template-invalid', `the template is refused: ${fault} (${where.slice(0, 100)})`, { details: { fault, where: where.slice(0, 100) }, cause });
}

/**
 * Unpacks a document no further than it says, and no more than a letter can be.
 * @throws {BalieError} `letter.template-invalid`
 */
export function unpack(bytes: Uint8Array): Parts {
  if (bytes.byteLength > largestLetter) throw faulty('too-large', `${bytes.byteLength} bytes`);
  let count = 0;
  let unpacked = 0;
  let parts: Parts;
  try {
    // What is inflated gets the room that was declared here, and no more.
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        unpacked += originalSize;
        if (count > mostParts || unpacked > largestUnpacked || (isXml(name) && originalSize > largestXml)) throw faulty('too-large', name);
        return !name.endsWith('/');
      },
    });
  } catch (thrown) {
    if (thrown instanceof BalieError) throw thrown;
    throw faulty('not-docx', 'zip', thrown);
  }
  if (Object.keys(parts).some((name) => name.includes('..') || name.includes('\\') || name.startsWith('/'))) throw faulty('not-docx', 'zip');
  return parts;
}

export function isXml(name: string): boolean {
  return /\.(xml|rels)$/i.test(name);
}

/** @throws {BalieError} `letter.template-invalid`: no XML in UTF-8, or with declarations of its own, by which a document grows or reads files. */
export function readXml(parts: Parts, name: string): XmlNode {
  const bytes = parts[name];
  if (bytes === undefined) throw faulty('not-docx', name);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0') || /<!(?:DOCTYPE|ENTITY)/i.test(text)) throw faulty('not-docx', name);
    return xml.parser.parse(text);
  } catch (thrown) {
    throw thrown instanceof BalieError ? thrown : faulty('not-docx', name, thrown);
  }
}

/** Every element of a document's part, in the order in which it is read. */
export function* elements(root: XmlNode): Generator<Extract<XmlNode, { readonly nodeType: 'General' }>> {
  // A stack of our own: nesting without end is no letter, but no crash either.
  const open: XmlNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeType === 'General') yield node;
    for (const child of (node.childNodes ?? []).toReversed()) open.push(child);
  }
}

