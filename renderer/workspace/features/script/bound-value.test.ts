import { expect, test } from 'vitest';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { customers, sampleFileOf, sampleId, sampleInteraction } from '../../../../tests/workspace-preview/sample-data.ts';
import { boundValue, notedText, withoutNoted, type BoundField } from './bound-value.ts';

const born: BoundField = { key: 'geboren', label: 'Geboortedatum', type: 'date', bind: 'customer.birthDate', required: true };
const [pieter] = customers;
const { id } = pieter!.customer;

function fileWith(captured: Record<string, string>, change: Partial<InteractionFile> = {}): InteractionFile {
  const file = sampleFileOf(sampleInteraction(1, { customerId: id, captured }), sampleId(10, 1));
  const script = file.script!;
  const [step, ...others] = script.definition.steps;
  const definition = { ...script.definition, steps: [{ ...step!, fields: [born] }, ...others] };
  return { ...file, customer: pieter!, script: { ...script, definition }, ...change };
}

test('a date is noted as a date and shown as it is written', () => {
  const iso = pieter!.customer.birthDate!;
  const [year, month, day] = iso.split('-');
  const written = `${day}/${month}/${year}`;
  expect(notedText('customer.birthDate', written)).toBe(iso);
  expect(boundValue(born, fileWith({}), {}, 'BE')).toMatchObject({ state: 'asked', text: written });
  expect(boundValue(born, fileWith({ geboren: iso }), {}, 'BE')).toMatchObject({ state: 'confirmed', noted: written });
  expect(boundValue(born, fileWith({ geboren: '1990-01-02' }), {}, 'BE')).toMatchObject({ state: 'differs', text: written, noted: '02/01/1990' });
  expect(boundValue(born, fileWith({}), { [`customer.${id}.birthDate`]: '31/02/1974' }, 'BE')).toMatchObject({ state: 'typed', fault: { code: 'date-day' } });
});

test('what is masked is not bound: neither shown nor compared, and what is typed is only noted', () => {
  const masked = { ...pieter!, masked: ['birthDate' as const], customer: { ...pieter!.customer, birthDate: null } };
  expect(boundValue(born, fileWith({}, { customer: masked }), {}, 'BE')).toMatchObject({ state: 'masked', text: '', fault: { code: 'required' } });
  expect(boundValue(born, fileWith({ geboren: '1990-01-02' }, { customer: masked }), {}, 'BE')).toMatchObject({ state: 'masked', text: '02/01/1990', fault: null });
  expect(boundValue(born, fileWith({ geboren: '1990-01-02' }, { customer: null }), {}, 'BE')).toMatchObject({ state: 'unlinked', text: '02/01/1990' });
});

test('what was noted of one customer is not said of another', () => {
  expect(withoutNoted(fileWith({ geboren: '1990-01-02', aantal: '2' }), {})).toEqual({ 'script.geboren': '' });
  expect(withoutNoted(fileWith({ geboren: '1990-01-02' }, { customer: null }), {})).toEqual({});
});
