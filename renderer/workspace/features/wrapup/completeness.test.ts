import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import type { Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import { jump, startRun } from '#shared/domain/script/engine.ts';
import { customers, outcomes, sampleFileOf, sampleId, sampleInteraction, scriptRow } from '../../../../tests/workspace-preview/sample-data.ts';
import { completenessOf, requirementsOf } from './completeness.ts';

/** A label is its key; where it names a field, with that. */
const t = ((key: string, values?: { readonly field?: string }) => (values?.field === undefined ? key : `${key} ${values.field}`)) as unknown as TFunction;
const customer = customers[0]!;

/** A conversation at a step of the order script; `change` is what a test wants otherwise. */
function at(step: string | null, change: Partial<InteractionFile> = {}): InteractionFile {
  const begun = startRun(scriptRow.definition);
  const scriptRun = step === null ? null : jump(scriptRow.definition, begun, step, 'voor een test', '2026-11-23T08:00:00.000Z');
  return sampleFileOf(sampleInteraction(1, { customerId: customer.customer.id, scriptRun }), sampleId(10, 1), change);
}

const fieldsOf = (file: InteractionFile, values: Draft = {}) => requirementsOf(t, file, values, 'BE').map(({ field }) => field);
const open = (file: InteractionFile, values: Draft = {}) => requirementsOf(t, file, values, 'BE').filter(({ done }) => !done).map(({ field }) => field);

test('with nobody linked that is missing, and nothing of a file is asked', () => {
  expect(open(at(null, { customer: null }))).toEqual(['customer.link', 'outcomeId', 'sentence']);
});

test('what is masked is left out, in wish and in fault', () => {
  const whole = fieldsOf(at(null));
  const masked = fieldsOf(at(null, { customer: { ...customer, masked: ['email', 'address'] } }));
  const id = customer.customer.id;
  expect(whole.filter((field) => !masked.includes(field))).toEqual([`customer.${id}.email`, `customer.${id}.street`]);
  expect(open(at(null, { customer: { ...customer, contactPoints: [], addresses: [], masked: ['phoneEnding', 'email', 'address', 'postcode'] } }))).toEqual(['outcomeId', 'sentence']);
});

test('a field that script and file share is asked for once: where the script asks for it now', () => {
  const mail = `customer.${customer.customer.id}.email`;
  const file = at('nieuweKlant');
  expect(fieldsOf(file, { 'script.nieuwEmail': 'p.desmet@telenet.be' })).toContain('script.nieuwEmail');
  expect(fieldsOf(file, { 'script.nieuwEmail': 'p.desmet@telenet.be' })).not.toContain(mail);
  expect(open(file, { 'script.nieuwEmail': 'p.desmet@telenet.be' })).toContain('script.nieuwEmail');
  expect(open(file, { 'script.nieuwEmail': 'klant1@voorbeeld.be' })).not.toContain('script.nieuwEmail');
});

test('required fields of the step on screen are asked for until they are filled in; those of steps to come are not', () => {
  expect(open(at('bestelling'))).toEqual(['script.pakket', 'script.aantal', 'outcomeId', 'sentence']);
  expect(open(at('bestelling'), { 'script.pakket': 'proefdoos' })).toEqual(['script.aantal', 'outcomeId', 'sentence']);
  expect(fieldsOf(at('bestelling'))).not.toContain('script.leverdag');
});

test('an outcome holds up the close; its sentence only where the outcome wants one', () => {
  const sentence = (outcome: number) => requirementsOf(t, at(null), { outcomeId: outcomes[outcome]!.id }, 'BE').find(({ field }) => field === 'sentence');
  expect(requirementsOf(t, at(null), {}, 'BE').find(({ field }) => field === 'outcomeId')).toMatchObject({ done: false, blocking: true });
  expect(sentence(0)).toMatchObject({ done: false, blocking: true });
  expect(sentence(1)).toMatchObject({ done: false, blocking: false });
});

test('the share is what is done of what is wanted', () => {
  const share = (values: Draft): number => completenessOf(requirementsOf(t, at(null), values, 'BE'));
  expect(share({})).toBeCloseTo(5 / 7);
  expect(share({ outcomeId: outcomes[1]!.id, sentence: 'Denkt erover na.' })).toBe(1);
});
