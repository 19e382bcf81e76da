import type { Masked } from '#shared/domain/identity/mask.ts';
import { partOfField } from '#shared/domain/identity/parts.ts';
import { formFieldOf } from '#shared/domain/script/bind.ts';
import type { Script } from '#shared/domain/script/script.ts';

type Captured = Readonly<Record<string, string>>;

/**
 * What a script noted of the file is not shown while the file itself does not: a colleague who saw it may have confirmed it before the
 * call was put through. What this operator types stands in the journal, and is theirs to see.
 */
export function shownCaptured(captured: Captured, script: Script | null, masked: Masked): Record<string, string> {
  const hidden = hiddenKeys(script, masked);
  return Object.fromEntries(Object.entries(captured).filter(([key]) => !hidden.has(key)));
}

/** @returns what the page sends, with what it was not shown. */
export function withHidden(sent: Captured, kept: Captured, script: Script | null, masked: Masked): Record<string, string> {
  const hidden = hiddenKeys(script, masked);
  return { ...Object.fromEntries(Object.entries(kept).filter(([key]) => hidden.has(key))), ...sent };
}

function hiddenKeys(script: Script | null, masked: Masked): ReadonlySet<string> {
  if (script === null || masked.size === 0) return new Set();
  const fields = script.steps.flatMap((step) => step.fields ?? []);
  return new Set(fields.flatMap(({ key, bind }) => {
    const part = bind === undefined ? undefined : partOfField[formFieldOf(bind)];
    return part !== undefined && masked.has(part) ? [key] : [];
  }));
}
