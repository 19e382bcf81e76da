import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { useDraft } from '../../app/use-draft.ts';

interface HandOver {
  readonly note: string;
  readonly write: (note: string) => void;
}

/** RFC 3515 sets no limit; the header and the interaction take this much. */
export const longestNote = 1000;

const nothing = { interaction: { id: 'none' }, draft: {} };

/**
 * The note that travels with the call: journaled with its conversation like all that is typed, so that it is still there after the
 * panel was closed, a consultation, or a reload. Without a file it lives as long as the card.
 */
export function useHandOver(file: InteractionFile | null): HandOver {
  const { journal } = useServices();
  const [loose, setLoose] = useState('');
  const { values } = useDraft(file ?? nothing, 'handOver');
  if (file === null) return { note: loose, write: setLoose };
  return { note: values['handOver'] ?? '', write: (note) => journal.record(file.interaction.id, { handOver: note }) };
}
