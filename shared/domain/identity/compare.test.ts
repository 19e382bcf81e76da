import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksOnFile, isRightAnswer, type IdentityFacts } from './compare.ts';
import { identityChecks, type IdentityCheckKey } from './policy.ts';

const facts: IdentityFacts = {
  customer: { kind: 'person', givenName: 'Godelieve', familyName: 'De Smedt', organisationName: null, birthDate: '1949-11-21', customerNumber: 'BE-202890', vatNumber: null },
  contactPoints: [
    { kind: 'phone', value: '+3256214873' },
    { kind: 'mobile', value: '+32475318264' },
    { kind: 'email', value: 'g.desmedt@example.org' },
  ],
  addresses: [{ street: 'Guido Gezellelaan', houseNumber: '9B', box: null, postcode: '8500' }],
  callingNumber: '+3256214873',
};
const firm: IdentityFacts = { ...facts, customer: { ...facts.customer, kind: 'organisation', organisationName: 'Bakkerij Claes BV', vatNumber: 'BE0123456749' } };

const named = (familyName: string, givenName = 'Jan'): IdentityFacts => ({ ...facts, customer: { ...facts.customer, givenName, familyName } });

describe('what a caller says is compared', () => {
  it.each<[IdentityCheckKey, string, IdentityFacts?]>([
    ['name', 'Godelieve De Smedt'],
    ['name', 'desmet godelieve'],
    ['name', 'mevrouw GODELIEVE DE SMET'],
    ['name', 'Godelive de Smedt'],
    ['name', 'Jan Peters', named('Peeters')],
    ['name', 'Jan Klaas', named('Claes')],
    ['name', 'thijs verhaege', named('Verhaeghe', 'Tijs')],
    ['name', 'Amelie Lejeune', named('Lejeune', 'Amélie')],
    ['name', "jean baptiste d'hondt", named("D'Hondt", 'Jean-Baptiste')],
    ['name', 'bakkerij Klaas', firm],
    ['birthDate', '21/11/1949'],
    ['birthDate', '21.11.49'],
    ['birthDate', '21 november 1949'],
    ['birthDate', '21 nov 49'],
    ['birthDate', 'le 21 novembre 1949'],
    ['birthDate', '1949-11-21'],
    ['birthDate', '21111949'],
    ['birthDate', '211149'],
    ['postcode', '8500'],
    ['postcode', 'B-8500'],
    ['postcode', ' 85 00 '],
    ['address', 'Guido Gezellelaan 9B'],
    ['address', 'guido gezelleln. 9 b'],
    ['address', '9b, guido gezellelaan'],
    ['address', 'Guido Gezelle laan 9b'],
    ['phoneEnding', '8264'],
    ['phoneEnding', '18 264'],
    ['phoneEnding', '0475 31 82 64'],
    ['phoneEnding', '+32 475 31 82 64'],
    ['phoneEnding', '0032475318264'],
    ['email', ' G.DeSmedt@Example.org '],
    ['customerNumber', 'be 202890'],
    ['customerNumber', '202890'],
    ['vatNumber', 'BE 0123.456.749', firm],
    ['vatNumber', '123456749', firm],
  ])('%s: "%s" is right', (check, typed, of = facts) => {
    expect(isRightAnswer(check, typed, of)).toBe(true);
  });

  it.each<[IdentityCheckKey, string, IdentityFacts?]>([
    ['name', 'De Smedt'],
    ['name', 'Godelieve'],
    ['name', 'Godelieve Peeters'],
    ['name', 'Jan Maes', named('Aerts')],
    ['name', 'An Bos', named('Vos', 'An')],
    ['name', 'Jan Janssens', named('Peeters')],
    ['name', 'Claes', firm],
    ['birthDate', '22/11/1949'],
    ['birthDate', '21/11/1950'],
    ['birthDate', '11/21/1949'],
    ['birthDate', '1949'],
    ['birthDate', '31/02/1949'],
    ['postcode', '8501'],
    ['postcode', '850'],
    ['address', 'Guido Gezellelaan 9'],
    ['address', 'Guido Gezellelaan'],
    ['address', 'Kerkstraat 9B'],
    ['address', '9B'],
    ['phoneEnding', '264'],
    ['phoneEnding', '0000'],
    // The number they call from is on everybody's screen.
    ['phoneEnding', '4873'],
    ['email', 'g.desmedt@example.com'],
    ['customerNumber', '2890'],
    ['vatNumber', '0123456749'],
    ['vatNumber', '', firm],
  ])('%s: "%s" is not', (check, typed, of = facts) => {
    expect(isRightAnswer(check, typed, of)).toBe(false);
  });

  it('a date in any notation is the day that it is, and no other', () => {
    const day = fc.date({ min: new Date('1910-01-01T00:00:00Z'), max: new Date('2009-12-31T00:00:00Z'), noInvalidDate: true });
    const months = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];
    fc.assert(
      fc.property(day, day, (born, other) => {
        const iso = born.toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = iso.split('-');
        const said = [`${date}/${month}/${year}`, `${Number(date)}.${Number(month)}.${year}`, `${date}${month}${year}`, `${Number(date)} ${months[Number(month) - 1]} ${year}`, iso];
        const of = { ...facts, customer: { ...facts.customer, birthDate: iso } };
        for (const text of said) expect(isRightAnswer('birthDate', text, of), text).toBe(true);
        const otherIso = other.toISOString().slice(0, 10);
        if (otherIso !== iso) expect(isRightAnswer('birthDate', otherIso, of)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('nothing on file is never right, whatever is typed', () => {
    const nobody: IdentityFacts = {
      customer: { kind: 'person', givenName: '', familyName: '', organisationName: null, birthDate: null, customerNumber: null, vatNumber: null },
      contactPoints: [{ kind: 'phone', value: '' }, { kind: 'email', value: ' ' }],
      addresses: [{ street: '', houseNumber: '', box: null, postcode: '' }],
      callingNumber: null,
    };
    expect([...checksOnFile(nobody)]).toEqual([]);
    fc.assert(fc.property(fc.constantFrom(...identityChecks), fc.string(), (check, typed) => !isRightAnswer(check, typed, nobody)));
    fc.assert(fc.property(fc.constantFrom(...identityChecks), fc.stringMatching(/^[\s.,;:!?/-]*$/), (check, typed) => !isRightAnswer(check, typed, facts)));
  });
});
