/** Field names whose values never reach a log file, wherever they stand. */
const personal = new Set([
  'accesstoken', 'address', 'authorization', 'birthdate', 'called', 'captured', 'code_verifier', 'customer', 'displayname', 'draft', 'email',
  'familyname', 'fields', 'givenname', 'key', 'name', 'note', 'number', 'party', 'password', 'phone', 'raw', 'refreshtoken', 'row', 'sdp', 'secret',
  'sentence', 'street', 'text', 'token', 'uri', 'username', 'value', 'vatnumber',
]);

/** A run of seven or more digits, spaces and separators allowed: a telephone or customer number inside a text. */
const numberLike = /\+?\d(?:[\s./-]?\d){6,}/g;
const sipUser = /(sips?:)[^@\s;>]+@/gi;
const mailAddress = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const maxDepth = 6;

/** Takes numbers, SIP users and mail addresses out of a text. Identifiers (UUIDs) and instants stay readable. */
export function redactText(text: string): string {
  return text.replace(sipUser, '$1***@').replace(mailAddress, '***@***').replace(numberLike, (match) => (isInstantOrId(match) ? match : '***'));
}

function isInstantOrId(match: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(match) || /^\d{13}$/.test(match);
}

/**
 * A copy of a log line's fields without personal data: values under known names are replaced, texts are
 * cleaned, errors become plain objects. The first net is not to log such things at all; this is the second.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= maxDepth) return '[deep]';
  if (value instanceof Error) return { type: value.name, message: redactText(value.message), stack: redactText(value.stack ?? ''), code: 'code' in value ? value.code : undefined };
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, personal.has(key.toLowerCase()) && item !== null && item !== undefined ? '[redacted]' : redact(item, depth + 1)]));
}
