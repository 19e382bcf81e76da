import { useQuery } from '@tanstack/react-query';
import type { Call } from '#shared/domain/call.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { interactionOfCall } from '../../app/store-queries.ts';
import { plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { callerOf, type Caller } from './caller.ts';

interface CallView {
  readonly caller: Caller;
  readonly file: InteractionFile | null;
  /** The queue's name; its key until the store knows it; null for a direct call. */
  readonly queueName: string | null;
}

/** What a call's card says beside its state. */
export function useCallView(call: Call): CallView {
  const { store } = useServices();
  const { t } = useTexts();
  const file = useQuery(interactionOfCall(store, call.id)).data ?? null;
  const queueName = file?.queue?.name ?? (call.queueKey === null ? null : plain(call.queueKey));
  return { caller: callerOf(t, call, file), file, queueName };
}
