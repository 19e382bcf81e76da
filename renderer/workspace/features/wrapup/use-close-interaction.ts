import { useState } from 'react';
import { isLive } from '#shared/domain/call.ts';
import type { Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import type { Interaction } from '#shared/domain/entities.ts';
import { useServices } from '../../app/services.ts';
import { keepCustomer, storeKeys } from '../../app/store-queries.ts';
import { useCountry } from '../../app/use-country.ts';
import { capturedOf, draftOr } from '../../app/use-draft.ts';
import { useReport } from '../../app/use-report.ts';
import { useShownCall, useWork } from '../../app/work-context.ts';
import { changeOf } from '../customer/customer-change.ts';
import { formOf, withDraft } from '../customer/customer-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { chosenOutcome, requirementsOf } from './completeness.ts';
import { readBackAt } from './read-back.ts';

interface Closing {
  /** The call is over and nothing is on its way yet. */
  readonly canClose: boolean;
  /** A try was refused: what blocks it is shown at its field. */
  readonly refused: boolean;
  readonly close: () => void;
}

/** Closes the conversation: the customer's changes, then the result; afterwards the next call may come. */
export function useCloseInteraction(file: InteractionFile): Closing {
  const { store, main, queries, journal, pointer, notices } = useServices();
  const { show } = useWork();
  const callId = useShownCall((call) => call.id);
  const live = useShownCall(isLive) === true;
  const { t } = useTexts();
  const country = useCountry();
  const report = useReport();
  const [closing, setClosing] = useState(false);
  const [refused, setRefused] = useState(false);
  const { interaction, customer } = file;
  const canClose = !live && !closing;

  async function saveCustomer(values: Draft): Promise<void> {
    if (customer === null) return;
    const { id } = customer.customer;
    const change = changeOf(customer, withDraft(formOf(customer, country), id, values), country);
    if (change !== null) keepCustomer(queries, await store.call('customer.change', { id, change }));
  }

  async function commit(values: Draft): Promise<void> {
    await journal.flush(interaction.id);
    await saveCustomer(values);
    // Closed already when a first try got no further than this: only the agent's state is left to do.
    if (interaction.state !== 'closed') {
      await store.call('interaction.close', {
        id: interaction.id,
        outcomeId: chosenOutcome(file, values),
        sentence: draftOr(values, 'sentence', interaction.sentence).trim(),
        note: draftOr(values, 'note', interaction.note),
        captured: capturedOf(file, values),
        readBackAt: readBackAt(values, draftOr(values, 'sentence', interaction.sentence)),
      });
    }
    journal.forget(interaction.id);
    notices.show({ kind: 'done', code: 'done.closed' });
    if (callId !== null) await main.call('agent.wrappedUp', { callId });
    queries.setQueryData<Interaction[]>(storeKeys.unfinished, (left) => left?.filter((other) => other.id !== interaction.id));
    show(null);
    void queries.invalidateQueries({ queryKey: storeKeys.unfinished });
  }

  return {
    canClose,
    refused,
    close() {
      if (!canClose) return;
      const values = { ...file.draft, ...journal.typed(interaction.id) };
      const missing = requirementsOf(t, file, values, country).find((requirement) => requirement.blocking && !requirement.done);
      setRefused(missing !== undefined);
      if (missing !== undefined) {
        pointer.point(missing.field);
        return;
      }
      setClosing(true);
      void report(() => commit(values)).then(() => setClosing(false));
    },
  };
}
