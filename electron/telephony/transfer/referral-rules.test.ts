import { describe, expect, test } from 'vitest';
import { connectedCall, ringingCall } from '../../../tests/fixtures/calls.ts';
import { decideReferral } from './referral-rules.ts';

const colleague = connectedCall(ringingCall({ party: { number: null, raw: 'colleague', displayName: null } }));
const customer = connectedCall(ringingCall());
const circumstances = { call: colleague, from: 'Lab.test', accountUri: 'sip:operator@lab.test', country: 'BE', emergencyNumbers: ['112'], isBusy: false };

describe('a colleague may send us on', () => {
  test.each([
    ['<sip:201@lab.test>', { user: '201', address: 'sip:201@lab.test', replaces: null }],
    ['"Third" <sip:third@LAB.test:5060;transport=tcp>;x=y', { user: 'third', address: 'sip:third@LAB.test:5060;transport=tcp', replaces: null }],
    ['<sip:201@lab.test;maddr=evil.example;gr=a;lr>', { user: '201', address: 'sip:201@lab.test;gr=a', replaces: null }],
    ['sip:201@lab.test', { user: '201', address: 'sip:201@lab.test', replaces: null }],
    ['<sip:201@lab.test?Replaces=abc%40x%3Bto-tag%3D1%3Bfrom-tag%3D2&X=y>', { user: '201', address: 'sip:201@lab.test', replaces: 'abc@x;to-tag=1;from-tag=2' }],
    ['<sip:%2B3225551234@lab.test>', { user: '+3225551234', address: 'sip:%2B3225551234@lab.test', replaces: null }],
  ])('to %s', (referTo, target) => {
    expect(decideReferral({ ...circumstances, referTo })).toEqual({ kind: 'accept', target });
  });
});

describe('nobody sends us', () => {
  test.each([
    ['to another exchange', '<sip:201@evil.example>', 403],
    ['to an emergency number', '<sip:112@lab.test>', 403],
    ['to what cannot be dialled', '<sip:a%20b%0D%0A@lab.test>', 403],
    ['nowhere', '', 400],
    ['by a page', '<https://lab.test/x>', 400],
    ['by a telephone address', '<tel:+3225551234>', 416],
    ['with a header of their own behind Replaces', '<sip:201@lab.test?Replaces=a%0D%0AX-Evil:%201>', 400],
    ['with what does not decode', '<sip:%ZZ@lab.test>', 400],
    ['at length', `<sip:201@lab.test?X=${'x'.repeat(3000)}>`, 400],
  ])('%s', (_where, referTo, status) => {
    expect(decideReferral({ ...circumstances, referTo })).toEqual({ kind: 'refuse', status });
  });

  test('from outside', () => {
    expect(decideReferral({ ...circumstances, call: customer, referTo: '<sip:201@lab.test>' })).toEqual({ kind: 'refuse', status: 403 });
    expect(decideReferral({ ...circumstances, from: 'evil.example', referTo: '<sip:201@lab.test>' })).toEqual({ kind: 'refuse', status: 403 });
  });

  test('during another transfer, or out of a conference', () => {
    expect(decideReferral({ ...circumstances, isBusy: true, referTo: '<sip:201@lab.test>' })).toEqual({ kind: 'refuse', status: 491 });
    expect(decideReferral({ ...circumstances, call: { ...colleague, conference: true }, referTo: '<sip:201@lab.test>' })).toEqual({ kind: 'refuse', status: 403 });
  });
});
