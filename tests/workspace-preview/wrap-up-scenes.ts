import type { Call } from '#shared/domain/call.ts';
import { noAgreement } from '#shared/domain/quality/agreement.ts';
import { connectedCall, endedCall, ringingCall } from '../fixtures/calls.ts';
import { customers, outcomes, queue, sampleFileOf, sampleId, sampleInteraction } from './sample-data.ts';
import { SampleMain } from './sample-main.ts';
import { SampleStore } from './sample-store.ts';
import type { Scene } from './scenes.ts';

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
const sentence = 'We hebben uw bestelling van 2 maal herfstselectie genoteerd en leveren op donderdag 3 december.';
const agreed = {
  ...queue,
  agreement: { ...noAgreement, wrapUpSeconds: 60 },
  afterCall: [{ outcome: outcomes[0]?.code ?? null, fields: [{ key: 'hoeBij', label: 'Hoe kwam de klant bij ons', type: 'choice' as const, options: ['reclame', 'kennis', 'vroeger al klant'], required: true }, { key: 'opvallend', label: 'Wat viel op', type: 'text' as const }] }],
};

/** A queue that agreed upon a wrap-up time and asks something after the call. @param talking the customer is still there, to be read to */
export function afterCallScene(talking: boolean, wrappedSeconds = 23): Scene {
  const ringing = ringingCall({ id: sampleId(10, 1), startedAt: ago(260) });
  const call: Call = talking ? { ...connectedCall(ringing), answeredAt: ago(204) } : { ...endedCall(ringing, { answered: true }), answeredAt: ago(254), endedAt: ago(wrappedSeconds) };
  const interaction = sampleInteraction(1, { number: call.party.number, startedAt: call.startedAt, answeredAt: ago(254), customerId: customers[0]?.customer.id ?? null, state: talking ? 'open' : 'wrap-up' });
  const draft = { outcomeId: outcomes[0]?.id ?? '', sentence, ...(talking ? {} : { 'readBack.text': sentence, 'readBack.at': ago(40) }) };
  const agent = talking ? ({ state: 'on-call', since: call.startedAt, after: 'available' } as const) : ({ state: 'wrap-up', since: ago(wrappedSeconds), after: 'available', callId: call.id } as const);
  return { main: new SampleMain({ calls: [call], agent }), store: new SampleStore([sampleFileOf(interaction, call.id, { queue: agreed, draft, draftSavedAt: ago(4) })]) };
}
