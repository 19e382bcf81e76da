import { useQueries } from '@tanstack/react-query';
import type { Interaction } from '#shared/domain/entities.ts';
import { useServices } from '../../app/services.ts';
import { interactionOfCall, useUnfinished } from '../../app/store-queries.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useWork } from '../../app/work-context.ts';

/** @returns conversations that wait to be finished: not those of calls on the line, not the one on screen. Oldest first. */
export function useLeftBehind(): readonly Interaction[] {
  const { store } = useServices();
  // As one text: what a call does meanwhile makes no difference here.
  const callIds = useSnapshot(({ calls }) => calls.map((call) => call.id).join(' '));
  const { file } = useWork();
  const unfinished = useUnfinished().data ?? [];
  const inCalls = useQueries({ queries: callIds.split(' ').filter((id) => id !== '').map((id) => interactionOfCall(store, id)) });
  const busy = new Set([...inCalls.map((query) => query.data?.interaction.id), file?.interaction.id]);
  return unfinished.filter((interaction) => !busy.has(interaction.id));
}
