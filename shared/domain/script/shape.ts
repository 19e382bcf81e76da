import { z } from 'zod';
import { findingAt, type ScriptFinding, type ScriptPath } from './finding.ts';
import { scriptSchema, type Script } from './script.ts';

/** Deeper than any script is. What is nested further was made to exhaust whoever reads it. */
const deepest = 24;

type Issue = z.core.$ZodIssue;

let reader: typeof scriptSchema | null = null;

/** The format, as one function where one may be made (a window's policy refuses that): a script of ten thousand steps is read in a third of the time. What does not fit is always read by the format itself. */
function readerOf(): typeof scriptSchema {
  reader ??= z.core.util.allowsEval.value ? z.compile(scriptSchema) : scriptSchema;
  return reader;
}

/** How a document fits the format of scripts. */
export type Shape =
  | { readonly fits: true; readonly script: Script; readonly findings: readonly [] }
  /** `script`: built as one, only that some texts are empty, too long or no keys; null where it is built otherwise. */
  | { readonly fits: false; readonly script: Script | null; readonly findings: readonly ScriptFinding[] };

/** Reads a document as it was written, sent, or is being written. */
export function shapeOf(input: unknown): Shape {
  const parsed = readerOf().safeParse(input);
  if (parsed.success) return { fits: true, script: parsed.data, findings: [] };
  // What fits is no deeper than the format, which has an end; reading it never goes further down than that.
  if (isDeep(input)) return { fits: false, script: null, findings: [findingAt(input, [], 'too-deep')] };
  const { issues } = parsed.error;
  const findings = issues.map((issue) => findingOf(input, issue));
  // With every property in its place and of its kind, what else is wrong with it can still be said.
  return { fits: false, script: issues.every(isOfMeasure) ? (input as Script) : null, findings };
}

function isOfMeasure({ code }: Issue): boolean {
  return code === 'too_small' || code === 'too_big' || code === 'invalid_format';
}

function findingOf(input: unknown, issue: Issue): ScriptFinding {
  const path: ScriptPath = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  switch (issue.code) {
    case 'too_small':
      return findingAt(input, path, 'shape-empty');
    case 'too_big':
      return findingAt(input, path, 'shape-too-long', { most: Number(issue.maximum) });
    case 'invalid_type':
      return findingAt(input, path, 'shape-type', { expected: issue.expected });
    case 'unrecognized_keys':
      return findingAt(input, path, 'shape-unknown', { names: issue.keys.join(', ').slice(0, 200) });
    default:
      return findingAt(input, path, 'shape-value', { why: issue.message.slice(0, 200) });
  }
}

/** It never goes further down than `left`, so what it guards against cannot exhaust it. */
function isDeep(input: unknown, left = deepest): boolean {
  if (typeof input !== 'object' || input === null) return false;
  return left === 0 || Object.values(input).some((value) => isDeep(value, left - 1));
}
