import { describe, expect, test } from 'vitest';
import type { OwnAvailability } from '#shared/domain/presence.ts';
import { pidfOf, pidfType, readPidf } from './pidf.ts';
import { readXml } from './xml.ts';

const entity = 'sip:203@lab.test';

/** A document as other telephones and exchanges write one. */
function document(parts: string, about = entity): string {
  return `<?xml version="1.0" encoding="UTF-8"?><presence xmlns="urn:ietf:params:xml:ns:pidf" entity="${about}">${parts}</presence>`;
}

const statement = (availability: OwnAvailability) => ({ availability, since: '2026-11-30T08:00:00.000Z', id: '0a1b' });
const tuple = (basic: string, more = '') => `<tuple id="t${basic}"><status><basic>${basic}</basic>${more}</status></tuple>`;
const person = (...activities: readonly string[]) => `<pp:person id="p1"><status><ep:activities>${activities.map((activity) => `<ep:${activity}/>`).join('')}</ep:activities></status></pp:person>`;
const said = (basic: string, activity: string, hour: number) => `<tuple id="t${hour}"><status><basic>${basic}</basic></status><timestamp>2026-11-30T0${hour}:00:00+01:00</timestamp></tuple><dm:person id="p${hour}"><rpid:activities><rpid:${activity}/></rpid:activities><dm:timestamp>2026-11-30T0${hour}:00:00+01:00</dm:timestamp></dm:person>`;

describe('what an operator says', () => {
  test.each(['available', 'break', 'not-ready', 'do-not-disturb'] as const)('(%s) is read as it was meant', (own) => {
    expect(readPidf(pidfOf(statement(own), entity), pidfType, entity)).toEqual({ kind: 'read', availability: own });
  });

  test('is `closed` only while the telephone refuses calls (RFC 3863 section 4.1.4)', () => {
    const basicOf = (own: OwnAvailability) => /<basic>(\w+)<\/basic>/.exec(pidfOf(statement(own), entity))?.[1];
    expect([basicOf('available'), basicOf('break'), basicOf('not-ready'), basicOf('do-not-disturb')]).toEqual(['open', 'open', 'open', 'closed']);
  });

  test('is a document with an activity of RFC 4480, and without one where there is none', () => {
    const activitiesOf = (own: OwnAvailability) => readXml(pidfOf(statement(own), entity))?.children.find(({ name }) => name === 'person')?.children.find(({ name }) => name === 'activities')?.children.map(({ name }) => name);
    expect([activitiesOf('available'), activitiesOf('break'), activitiesOf('not-ready'), activitiesOf('do-not-disturb')]).toEqual([undefined, ['away'], ['busy'], ['busy']]);
  });

  test('stays well-formed for any address that an account may have', () => {
    const odd = `sip:o'brien&"<sons>@lab.test`;
    expect(readXml(pidfOf(statement('break'), odd))?.attributes['entity']).toBe(odd);
  });
});

describe('what others say', () => {
  test.each([
    ['reached, and nothing else', tuple('open'), 'available'],
    ['signed out', tuple('closed'), 'unavailable'],
    ['away, and out of reach', tuple('closed') + person('away'), 'unavailable'],
    ['busy, and refusing calls', tuple('closed') + person('busy'), 'do-not-disturb'],
    ['away from the desk', tuple('open') + person('away'), 'break'],
    ['at lunch', tuple('open') + person('meal'), 'break'],
    ['in a meeting', tuple('open') + person('meeting'), 'not-ready'],
    ['busy, said of the device as in drafts of RFC 4480', tuple('open', '<ep:activities><ep:busy/></ep:activities>'), 'not-ready'],
    ['doing something that is in no list', tuple('open') + person('juggling'), 'available'],
    ['gone with one device, reached on another', tuple('closed') + tuple('open'), 'available'],
    ['one thing and later another, in a document that puts both together', said('open', 'away', 3) + said('closed', 'busy', 9), 'do-not-disturb'],
    ['the same in another order', said('closed', 'busy', 9) + said('open', 'away', 3), 'do-not-disturb'],
    ['a thing at no time, and another', said('open', 'away', 9) + tuple('open') + person('busy'), 'break'],
    ['nothing that is understood', '<note>hello</note>', null],
  ])('%s', (_name, parts, availability) => {
    expect(readPidf(document(parts), pidfType, entity)).toEqual({ kind: 'read', availability });
  });

  test.each([
    ['sip:203@LAB.test', true],
    ['sips:203@lab.test', true],
    ['pres:203@lab.test', true],
    ['sip:203@lab.test:5060;transport=ws', true],
    ['sip:%32%30%33@lab.test', true],
    ['sip:204@lab.test', false],
    ['sip:203@lab.test.example', false],
    ['sip:203@elsewhere.test', false],
    ['sip:204@evil.test;x=sip:203@lab.test', false],
    ['tel:203', false],
    ['', false],
  ])('about %s: %s', (about, isOurs) => {
    expect(readPidf(document(tuple('open'), about), pidfType, entity)).toEqual(isOurs ? { kind: 'read', availability: 'available' } : { kind: 'refused', why: 'foreign' });
  });

  test.each([
    ['type', document(tuple('open')), 'application/dialog-info+xml'],
    ['type', document(tuple('open')), ''],
    ['too-long', document(tuple('open') + ' '.repeat(40_000)), pidfType],
    ['xml', 'hello', pidfType],
    ['xml', `<!DOCTYPE presence [<!ENTITY a "${'b'.repeat(100)}">]>${document(tuple('open'))}`, pidfType],
    ['xml', document(tuple('open')).slice(0, -3), pidfType],
    ['xml', document(`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`), pidfType],
    ['xml', document('<a/>'.repeat(5_000)), pidfType],
    ['not-presence', `<dialog-info entity="${entity}" version="0" state="full"/>`, pidfType],
  ])('is left aside: %s (%#)', (why, text, type) => {
    expect(readPidf(text, type, entity)).toEqual({ kind: 'refused', why });
  });

  test('with a type that has parameters is read', () => {
    expect(readPidf(document(tuple('open')), 'Application/PIDF+xml; charset=UTF-8', entity).kind).toBe('read');
  });
});
