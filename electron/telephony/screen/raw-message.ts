/** A SIP message cut into its parts and not read any further: enough to answer one that cannot be read. */
export interface RawMessage {
  readonly startLine: string;
  /** In order; names in lower case and in their long form, values unfolded. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
  /** A line among the headers was none. */
  readonly hasStrayLine: boolean;
}

/** RFC 3261 section 7.3.3, and the extensions of RFC 3515, 3841, 3891, 3892, 4028, 4474 and 6665. */
const longForms: Readonly<Record<string, string>> = {
  a: 'accept-contact',
  b: 'referred-by',
  c: 'content-type',
  d: 'request-disposition',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  j: 'reject-contact',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  n: 'identity-info',
  o: 'event',
  r: 'refer-to',
  s: 'subject',
  t: 'to',
  u: 'allow-events',
  v: 'via',
  x: 'session-expires',
  y: 'identity',
};

export function cutMessage(text: string): RawMessage {
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  // RFC 3261 section 7.3.1: a line that begins with white space goes on with the one before it.
  const [startLine = '', ...lines] = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers: { name: string; value: string }[] = [];
  let hasStrayLine = false;
  for (const line of lines.filter((one) => one !== '')) {
    const match = /^([!%'*+.\w`~-]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (match?.[1] === undefined) {
      hasStrayLine = true;
      continue;
    }
    const name = match[1].toLowerCase();
    headers.push({ name: longForms[name] ?? name, value: (match[2] ?? '').trim() });
  }
  return { startLine, headers, body: end < 0 ? '' : text.slice(end + 4), hasStrayLine };
}

export function valuesOf({ headers }: RawMessage, name: string): readonly string[] {
  return headers.filter((header) => header.name === name).map(({ value }) => value);
}

/** @returns the first value. */
export function valueOf(message: RawMessage, name: string): string | null {
  return valuesOf(message, name)[0] ?? null;
}
