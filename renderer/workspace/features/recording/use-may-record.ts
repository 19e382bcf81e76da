import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';

/** Whether the centre, and the queue of this conversation, let calls be recorded. */
export function useMayRecord(file: InteractionFile | null): boolean {
  const centre = useSnapshot((snapshot) => snapshot.policy?.recording ?? 'never');
  return centre !== 'never' && (file?.queue?.recording ?? centre) !== 'never';
}
