import { expect, test } from 'vitest';
import { customers } from '../../../../tests/workspace-preview/sample-data.ts';
import { toIsoDate, writtenDate } from '#shared/domain/checks/dates.ts';
import { isEmail } from '#shared/domain/checks/email.ts';
import { toE164 } from '#shared/domain/checks/phone.ts';
import { isPostcode } from '#shared/domain/checks/postcode.ts';
import { changeOf, newCustomerOf } from './customer-change.ts';
import { blankForm, draftName, faultsInChanges, formOf, problemsOf, withDraft } from './customer-form.ts';

const file = customers[0]!;
const base = formOf(file, 'BE');
const blank = blankForm('BE');

test('phones are read in any notation and kept in E.164', () => {
  expect(toE164('09 225 41 07', 'BE')).toBe('+3292254107');
  expect(toE164('+32 (0)472 99 88 77', 'BE')).toBe('+32472998877');
  expect(toE164('0032 472 99 88 77', 'BE')).toBe('+32472998877');
  expect(toE164('12', 'BE')).toBeNull();
});

test('a number without a country code is of the country that the centre is in', () => {
  const form = { ...blankForm('NL'), familyName: 'Jansen', mobile: '06 12345678' };
  expect(problemsOf(form, 'NL')).toEqual([]);
  expect(problemsOf(form, 'BE')).toEqual([{ field: 'mobile', fault: { code: 'phone' } }]);
  expect(newCustomerOf(form, 'NL').contactPoints).toEqual([{ kind: 'mobile', value: '+31612345678', preferred: true }]);
});

test('dates are written day first, and read however they are separated', () => {
  expect(writtenDate('1974-03-12')).toBe('12/03/1974');
  expect(['12/3/1974', '12-03-1974', '12.3.1974', '1974-03-12'].map(toIsoDate)).toEqual(Array.from({ length: 4 }, () => '1974-03-12'));
  expect(['31/02/1974', '12/03/74', 'maart', ''].map(toIsoDate)).toEqual([null, null, null, null]);
});

test('postcodes and mail addresses are checked for their shape', () => {
  expect(['9000', '0900', '900', '90000'].map((text) => isPostcode(text, 'BE'))).toEqual([true, false, false, false]);
  expect(['a@b.be', 'a@b', 'a b@c.be', 'a@b..be'].map(isEmail)).toEqual([true, false, false, false]);
});

test('an untouched form has no problems and changes nothing', () => {
  expect(problemsOf(base, 'BE')).toEqual([]);
  expect(changeOf(file, base, 'BE')).toBeNull();
});

test('each wrong field is named once, with its reason', () => {
  const form = { ...base, familyName: ' ', phone: '12', email: '', birthDate: '31/02/1974', postcode: '900', houseNumber: '' };
  expect(Object.fromEntries(problemsOf(form, 'BE').map(({ field, fault }) => [field, fault.code]))).toEqual({
    familyName: 'required',
    phone: 'phone-short',
    birthDate: 'date-day',
    postcode: 'postcode',
    houseNumber: 'required',
  });
  expect(problemsOf({ ...blank, kind: 'organisation', organisationName: 'X', vatNumber: 'BE0123456789' }, 'BE')).toEqual([{ field: 'vatNumber', fault: { code: 'vat-check' } }]);
});

test('faults that came with the file do not stand in the way of other changes', () => {
  const old = { ...base, phone: '12', postcode: '900' };
  expect(faultsInChanges({ ...old, givenName: 'Piet' }, old, 'BE')).toEqual([]);
  expect(faultsInChanges({ ...old, street: 'Veldstraat' }, old, 'BE')).toEqual([{ field: 'postcode', fault: { code: 'postcode' } }]);
});

test('a postcode is read as the country of its address writes it', () => {
  expect(problemsOf({ ...base, country: 'NL', postcode: '1012 AB' }, 'BE')).toEqual([]);
});

test('only what changed is sent, a contact point under its own id', () => {
  const form = { ...base, givenName: 'Piet', mobile: '0472 99 88 77', phone: '09 225 41 08', box: '3' };
  expect(changeOf(file, form, 'BE')).toEqual({
    customer: { givenName: 'Piet' },
    contactPoints: [
      { id: file.contactPoints[0]?.id, kind: 'phone', value: '+3292254108', preferred: true },
      { kind: 'mobile', value: '+32472998877', preferred: false },
    ],
    addresses: [{ id: file.addresses[0]?.id, kind: 'home', street: 'Coupure Links', houseNumber: '48', box: '3', postcode: '9000', town: 'Gent', country: 'BE' }],
  });
});

test('a new customer has what was filled in, and no empty contact points or addresses', () => {
  expect(newCustomerOf({ ...blank, familyName: ' Peeters ', mobile: '0472 99 88 77' }, 'BE')).toMatchObject({
    customer: { kind: 'person', familyName: 'Peeters', organisationName: null, segment: 'new', archived: false },
    contactPoints: [{ kind: 'mobile', value: '+32472998877', preferred: true }],
    addresses: [],
  });
});

test('what was typed for one customer never lands on another', () => {
  const typed = { [draftName('someone-else', 'street')]: 'Elders', [draftName(file.customer.id, 'street')]: 'Veldstraat', [draftName(file.customer.id, 'kind')]: 'unheard-of' };
  expect(withDraft(base, file.customer.id, typed)).toEqual({ ...base, street: 'Veldstraat' });
});

test('what is cleared is removed', () => {
  const cleared = { ...base, email: '', street: '', houseNumber: '', box: '', postcode: '', town: '' };
  expect(problemsOf(cleared, 'BE')).toEqual([]);
  const email = file.contactPoints.find(({ kind }) => kind === 'email')!;
  expect(changeOf(file, cleared, 'BE')).toEqual({ removed: { contactPoints: [email.id], addresses: [file.addresses[0]!.id] } });
});
