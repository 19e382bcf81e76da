import fc from 'fast-check';

/** What of JSON Schema (2020-12) the OpenAPI document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** Texts that have broken programs: SQL, full-text search, formulas, markup, paths, prototypes, halves of characters. */
export const hostileTexts = [
  "'; drop table customer; --",
  "' or 1=1 --",
  '$1 \\ %s ${x} {{x}}',
  'NEAR("a" "b") AND *',
  '"a" OR -b:c^2 (',
  "=cmd|' /C calc'!A0",
  '+HYPERLINK("http://x","y")',
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd%00',
  '__proto__',
  'constructor',
  '\u0000',
  'a\ud800',
  '\u202Eabc\u0301\u{1F680}',
  '%_\\',
  '',
  ' ',
  '\r\nX-Evil: 1',
];

const longestMade = 60;

function text({ minLength = 0, maxLength = longestMade }: JsonSchema): fc.Arbitrary<string> {
  const most = Math.max(minLength, Math.min(maxLength, longestMade));
  return fc.oneof(
    { weight: 3, arbitrary: fc.string({ minLength, maxLength: most, unit: 'grapheme' }) },
    { weight: 2, arbitrary: fc.constantFrom(...hostileTexts).map((hostile) => hostile.slice(0, maxLength).padEnd(minLength, 'x')) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(Math.min(maxLength, 20_000))) },
  );
}

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  'date-time': fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2100-01-01') }).map((date) => date.toISOString()),
  date: fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2100-01-01') }).map((date) => date.toISOString().slice(0, 10)),
  uri: fc.webUrl(),
};

/** @returns values that fit the schema, hostile ones among them. */
export function fitting(schema: JsonSchema, refer: (ref: string) => JsonSchema): fc.Arbitrary<unknown> {
  const of = (part: JsonSchema): fc.Arbitrary<unknown> => fitting(part, refer);
  if (schema.$ref !== undefined) return of(refer(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(of));
  if (schema.allOf !== undefined) return fc.tuple(...schema.allOf.map(of)).map((parts) => Object.assign({}, ...parts) as unknown);
  switch (schema.type) {
    case 'string':
      return formats[schema.format ?? ''] ?? (schema.pattern === undefined ? text(schema) : fc.stringMatching(new RegExp(schema.pattern)));
    case 'integer':
      return fc.integer({ min: schema.minimum ?? (schema.exclusiveMinimum ?? -2_147_483_649) + 1, max: Math.min(schema.maximum ?? 2_147_483_647, 2_147_483_647) });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(of(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)) });
    case 'object':
      return record(schema, of);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function record({ properties = {}, required = [], additionalProperties, propertyNames }: JsonSchema, of: (part: JsonSchema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, of(part)])), { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return known;
  return fc.dictionary(propertyNames === undefined ? fc.string({ maxLength: 20 }) : (of(propertyNames) as fc.Arbitrary<string>), of(additionalProperties), { maxKeys: 3 });
}

const junk: readonly unknown[] = [null, true, -1, 1.5, 1e300, Number.MAX_SAFE_INTEGER, '', 'x'.repeat(30_000), [], [[]], {}, { a: 1 }, ...hostileTexts];

/** Every place in a value: what holds it, and under which key. */
function places(value: unknown): { readonly holder: Record<string, unknown>; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}

/** @returns values that nearly fit: one thing in them is of another kind, missing, or too much. */
export function nearlyFitting(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(arbitrary, fc.nat(), fc.constantFrom('replace', 'remove', 'add', 'whole'), fc.constantFrom(...junk)).map(([value, pick, how, odd]) => {
    if (how === 'whole') return odd;
    const spoilt: unknown = structuredClone(value);
    const all = places(spoilt);
    const place = all[pick % Math.max(1, all.length)];
    if (place === undefined) return odd;
    if (how === 'remove') Reflect.deleteProperty(place.holder, place.key);
    else if (how === 'add') place.holder[`extra${pick % 7}`] = odd;
    else place.holder[place.key] = odd;
    return spoilt;
  });
}
