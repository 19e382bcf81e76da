/** One element of a small document. */
export interface XmlElement {
  /** Without the prefix of its name space. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands in it directly, white space trimmed. */
  readonly text: string;
}

/** Bytes of text, elements and levels that are read; a telephone exchange has no use for more. */
const longest = 65_536;
const mostElements = 4_000;
const deepest = 16;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads the little XML that comes with SIP. It comes from the network: no document types, hence no entities of its own
 * making, nothing is fetched, and nothing grows with more than the text itself.
 * @returns the root; null for anything that is not well-formed, or too much.
 */
export function readXml(text: string): XmlElement | null {
  if (text.length > longest) return null;
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  let elements = 0;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (match === null) return null;
    const [, cdata, closing, , name, attributes = '', selfClosing, plain] = match;
    const current = open.at(-1);
    if (current === undefined) return null;
    if (cdata !== undefined || plain !== undefined) current.text += cdata ?? decode(plain ?? '');
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.length < 2 || current.name !== name || attributes !== '' || selfClosing === '/') return null;
      open.pop();
      continue;
    }
    if (++elements > mostElements || open.length > deepest) return null;
    const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
    current.children.push(element);
    if (selfClosing !== '/') open.push(element);
  }
  const [only, ...others] = root.children;
  return open.length === 1 && only !== undefined && others.length === 0 && root.text.trim() === '' ? trimmed(only) : null;
}

/** Text that stands in an attribute or between two tags. */
export function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function trimmed(element: XmlElement): XmlElement {
  return { ...element, text: element.text.trim(), children: element.children.map(trimmed) };
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(attribute)].map(([, name = '', double, single]) => [name, decode(double ?? single ?? '')]));
}

function decode(text: string): string {
  return text.replace(/&(#x?[\da-fA-F]{1,6}|[a-z]{1,8});/g, (whole, code: string) => {
    if (!code.startsWith('#')) return entities[code] ?? whole;
    const point = code[1] === 'x' ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
    return point > 0 && point <= 0x10_ffff && !(point >= 0xd8_00 && point <= 0xdf_ff) ? String.fromCodePoint(point) : '';
  });
}
