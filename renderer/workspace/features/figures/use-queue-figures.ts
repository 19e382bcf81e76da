import type { QueueFiguresWish } from '#shared/domain/quality/wish.ts';
import { useServices } from '../../app/services.ts';
import { useNow } from '../../app/use-now.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { queueFigures } from './figures-queries.ts';
import { queueWish, type QueueChoice } from './span.ts';

/** The days are of a place: they are over at its midnight, which comes on a quarter of an hour everywhere. */
const quarterMs = 15 * 60_000;
const noDays: QueueFiguresWish = { from: '', until: '', bucket: 'day', timeZone: '', team: null };

interface Asked {
  /** Null where the chosen days are none: nothing is asked. */
  readonly wish: QueueFiguresWish | null;
  readonly query: ReturnType<typeof queueFigures> & { readonly enabled: boolean };
}

/** What is asked of central for this choice, now. */
export function useQueueFigures(choice: QueueChoice): Asked {
  const services = useServices();
  const agentId = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.id : ''));
  const wish = queueWish(choice, useNow(quarterMs));
  return { wish, query: { ...queueFigures(services, agentId, wish ?? noDays), enabled: wish !== null } };
}
