import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { IdentityCheckKey, WayOut } from '#shared/domain/identity/policy.ts';
import { useServices } from '../../app/services.ts';
import { keepInteraction } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTexts } from '../../i18n/use-texts.ts';

/** A caller who is called back expects it the same day. */
const callBackWithinMs = 4 * 3_600_000;

interface GateInHand {
  readonly busy: boolean;
  /** The check that was answered wrongly last; null after a right answer. */
  readonly wrong: IdentityCheckKey | null;
  /** Has what the caller said compared. @returns whether it is right; null where it could not be asked. */
  readonly answer: (check: IdentityCheckKey, said: string) => Promise<boolean | null>;
  readonly giveUp: (way: WayOut) => void;
}

/** The identity gate of one conversation. What is typed for it is in no journal: it is gone when it has been compared. @param onKnown the last answer that was needed was right. */
export function useGate(file: InteractionFile, onKnown: () => void): GateInHand {
  const { t } = useTexts();
  const { store, queries } = useServices();
  const { busy, once } = useOnce();
  const [wrong, setWrong] = useState<IdentityCheckKey | null>(null);
  const { id: interactionId } = file.interaction;

  return {
    busy,
    wrong,
    async answer(check, said) {
      let isRight: boolean | null = null;
      await once(async () => {
        const { right, file: next } = await store.call('identity.answer', { interactionId, check, answer: said });
        isRight = right;
        setWrong(right ? null : check);
        keepInteraction(queries, next);
        if (next.gate?.status === 'verified') onKnown();
      });
      return isRight;
    },
    giveUp(way) {
      const promised = way === 'call-back' ? { text: t('identity.promise'), dueAt: new Date(Date.now() + callBackWithinMs).toISOString() } : null;
      void once(async () => keepInteraction(queries, await store.call('identity.giveUp', { interactionId, way, promised })));
    },
  };
}
