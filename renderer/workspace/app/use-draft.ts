import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import type { Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import type { DraftArea, JournalState } from './draft-journal.ts';
import { useServices } from './services.ts';

/** What a draft belongs to, all of a file that matters here: a conversation or, in its place, a customer who was looked up. */
export interface DraftOwner {
  readonly interaction: Pick<InteractionFile['interaction'], 'id'>;
  readonly draft: Draft;
}

interface DraftInHand {
  /** What stands in the fields: what the journal had, under what was typed since. */
  readonly values: Draft;
  readonly record: (fields: Draft) => void;
}

/** The half-finished fields of one interaction in one area: typing elsewhere does not draw this one again. */
export function useDraft(file: DraftOwner, area: DraftArea): DraftInHand {
  const { journal } = useServices();
  const { id } = file.interaction;
  const typed = useSyncExternalStore(journal.subscribe, () => journal.typed(id, area));
  return { values: { ...file.draft, ...typed }, record: (fields) => journal.record(id, fields) };
}

/** All fields of one interaction, some time after they were typed: for what is worked out from them. */
export function useWholeDraft(file: InteractionFile): Draft {
  const { journal } = useServices();
  const { id } = file.interaction;
  const typed = useDeferredValue(useSyncExternalStore(journal.subscribe, () => journal.typed(id)));
  return useMemo(() => ({ ...file.draft, ...typed }), [file.draft, typed]);
}

export function useJournalState(interactionId: string): JournalState {
  const { journal } = useServices();
  return useSyncExternalStore(journal.subscribe, () => journal.state(interactionId));
}

/** @returns a field's text: the draft's, or else what the interaction itself has. */
export function draftOr(values: Draft, field: string, fallback: string): string {
  return Object.hasOwn(values, field) ? (values[field] ?? '') : fallback;
}

/** @returns what the script has captured, with what is being typed in its fields. */
export function capturedOf(file: InteractionFile, values: Draft): Record<string, string> {
  const prefix = 'script.';
  const typed = Object.entries(values).filter(([field]) => field.startsWith(prefix));
  return { ...file.interaction.captured, ...Object.fromEntries(typed.map(([field, value]) => [field.slice(prefix.length), value])) };
}
