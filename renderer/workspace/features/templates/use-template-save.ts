import { useState } from 'react';
import type { LetterEdition } from '#shared/contract/letters.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import { sameLetter, type LetterContent } from '#shared/domain/letter-parts.ts';
import { useServices } from '../../app/services.ts';
import { contentOf, type TemplateBase } from './written-template.ts';
import { templateKeys } from './template-queries.ts';

interface TemplateSaving {
  readonly isSaving: boolean;
  /** Somebody else's edition that came before mine; null: there is none. */
  readonly theirs: LetterEdition | null;
  readonly save: (base: TemplateBase | null, content: LetterContent, comment: string) => Promise<void>;
  readonly settle: () => void;
}

/** Saves at central. Where somebody was first nothing is written: their edition stands beside mine until the author has decided. */
export function useTemplateSave(templateId: string, onSaved: (base: TemplateBase) => void): TemplateSaving {
  const { main, queries, notices } = useServices();
  const [isSaving, setSaving] = useState(false);
  const [theirs, setTheirs] = useState<LetterEdition | null>(null);

  async function attempt(base: TemplateBase | null, content: LetterContent, comment: string): Promise<void> {
    try {
      const { edition } = await main.call('templates.save', { templateId, base: base?.edition ?? null, ...content, comment });
      return onSaved({ edition, content });
    } catch (thrown) {
      if (asBalieError(thrown).code !== 'letter.stale') throw thrown;
    }
    const { items } = await main.call('templates.editions', { templateId });
    const [newest] = items;
    if (newest === undefined) return;
    // Our own words, of which only the answer was lost.
    if (sameLetter(contentOf(newest), content)) return onSaved({ edition: newest.edition, content });
    setTheirs(newest);
  }

  async function save(base: TemplateBase | null, content: LetterContent, comment: string): Promise<void> {
    setSaving(true);
    try {
      await attempt(base, content, comment);
      await queries.invalidateQueries({ queryKey: templateKeys.all });
    } catch (thrown) {
      notices.show({ kind: 'error', code: asBalieError(thrown).code });
    } finally {
      setSaving(false);
    }
  }

  return { isSaving, theirs, save, settle: () => setTheirs(null) };
}
