import { useState } from 'react';
import type { ScriptDocument } from '#shared/contract/scripts.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import { mergeScripts } from '#shared/domain/script/merge.ts';
import { sameValue } from '#shared/domain/script/same-value.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { shapeOf } from '#shared/domain/script/shape.ts';
import { useServices } from '../../app/services.ts';
import { scriptKeys } from './script-queries.ts';
import type { ScriptBase } from './script-files.ts';

/** How often somebody else may be first before it is said. */
const mostTries = 5;

interface Saving {
  readonly isSaving: boolean;
  /** Somebody else's version that changed the same steps; null: there is none. */
  readonly theirs: ScriptDocument | null;
  readonly save: (base: ScriptBase | null, script: Script, comment: string) => Promise<void>;
  readonly settle: () => void;
}

interface SaveEvents {
  /** Central has these words now; `merged` where somebody else's work is in them. */
  readonly onSaved: (base: ScriptBase, merged: boolean) => void;
}

/** Saves at central. Where somebody saved meanwhile, their steps and mine are brought together; steps that both changed are for the author to decide. */
export function useSave(scriptId: string, { onSaved }: SaveEvents): Saving {
  const { main, queries, notices } = useServices();
  const [isSaving, setSaving] = useState(false);
  const [theirs, setTheirs] = useState<ScriptDocument | null>(null);

  async function attempt(base: ScriptBase | null, script: Script, comment: string, tries: number): Promise<void> {
    try {
      const { number } = await main.call('scripts.save', { scriptId, base: base?.number ?? null, definition: script, comment });
      return onSaved({ number, definition: script }, tries > 0);
    } catch (thrown) {
      if (asBalieError(thrown).code !== 'script.stale' || tries === mostTries) throw thrown;
    }
    const newest = await newestOf();
    // Our own words, of which only the answer was lost.
    if (sameValue({ ...newest.definition, version: 0 }, { ...script, version: 0 })) return onSaved({ number: newest.number, definition: script }, false);
    const { merged, conflicts } = mergeScripts(base?.definition ?? newest.definition, script, newest.definition);
    if (conflicts.length > 0) return setTheirs(newest);
    await attempt(newest, merged, comment, tries + 1);
  }

  async function newestOf(): Promise<ScriptDocument> {
    const { items } = await main.call('scripts.versions', { scriptId });
    return await main.call('scripts.read', { scriptId, number: items[0]?.number ?? 1 });
  }

  async function save(base: ScriptBase | null, script: Script, comment: string): Promise<void> {
    if (!shapeOf(script).fits) return notices.show({ kind: 'error', code: 'script.invalid' });
    setSaving(true);
    try {
      await attempt(base, script, comment, 0);
      await queries.invalidateQueries({ queryKey: scriptKeys.all });
    } catch (thrown) {
      notices.show({ kind: 'error', code: asBalieError(thrown).code });
    } finally {
      setSaving(false);
    }
  }

  return { isSaving, theirs, save, settle: () => setTheirs(null) };
}
