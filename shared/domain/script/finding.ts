/**
 * What can be wrong with a script. A fault makes it unusable: an operator would be stuck in it, or would say what cannot be
 * filled in. Advice makes it harder to work with than it need be.
 */
export const faultCodes = [
  'too-deep',
  'shape-empty',
  'shape-too-long',
  'shape-type',
  'shape-unknown',
  'shape-value',
  'key-twice',
  'key-reserved',
  'choice-options',
  'bound-type',
  'step-missing',
  'purpose-missing',
  'captured-missing',
  'placeholder-unknown',
  'collect-without-fields',
  'choose-without-choice',
  'look-up-without-sources',
  'objection-without-budget',
  'close-without-end',
  'unreachable',
  'dead-end',
  'circle',
  'no-way-to-end',
  'terms-without-way',
  'counter-without-objection',
] as const;
export const adviceCodes = ['sentence-long', 'variant-missing', 'variant-double', 'objection-never-offered', 'budget-unused', 'no-closing-step', 'title-twice'] as const;
export type FindingCode = (typeof faultCodes)[number] | (typeof adviceCodes)[number];

/** Where in the document: as in JSON Pointer (RFC 6901), not yet put together. */
export type ScriptPath = readonly (string | number)[];

/** Something that is wrong with a script, for whoever writes it. Its words are in `finding-words.ts`. */
export interface ScriptFinding {
  readonly level: 'fault' | 'advice';
  readonly code: FindingCode;
  readonly path: ScriptPath;
  /** The same place by keys instead of numbers: `steps.order.answers.same`. */
  readonly place: string;
  /** What the words name. */
  readonly values: Readonly<Record<string, string | number>>;
}

const advice: ReadonlySet<FindingCode> = new Set(adviceCodes);

/** @returns a finding at a place of the document; parts of it that have keys are named by them. */
export function findingAt(document: unknown, path: ScriptPath, code: FindingCode, values: ScriptFinding['values'] = {}): ScriptFinding {
  return {
    level: advice.has(code) ? 'advice' : 'fault',
    code,
    path,
    values,
    // Of ten thousand findings hardly any is shown.
    get place() {
      return placeOf(document, path);
    },
  };
}

/** @returns the path as a JSON Pointer (RFC 6901): `/steps/3/answers/0/to`. */
export function pointerOf(path: ScriptPath): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function placeOf(document: unknown, path: ScriptPath): string {
  let at: unknown = document;
  const names = path.map((part) => {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Record<string | number, unknown>)[part] : undefined;
    return typeof part === 'number' && typeof at === 'object' && at !== null && 'key' in at && typeof at.key === 'string' ? at.key : String(part);
  });
  return names.length === 0 ? 'script' : names.join('.');
}
