import { describe, expect, it } from 'vitest';
import { Random } from '../sample/random.ts';
import { branchOf, parseAddress, parseUri, tagOf } from './sip-address.ts';
import { formatSip, parseSip, SipSyntaxError, splitList, valueOf, valuesOf } from './sip-message.ts';

const lines = [
  'INVITE sip:lotte@practice.test SIP/2.0',
  'Via: SIP/2.0/WS a.invalid;branch=z9hG4bKa, SIP/2.0/WS b.invalid;branch=z9hG4bKb',
  'f: "De Smet, P." <sip:+3292254107@practice.test>;tag=1',
  't: <sip:lotte@practice.test>',
  'i: call-1',
  'CSeq: 1 INVITE',
  'm: <sip:a@a.invalid;transport=ws>',
  'Subject: a folded',
  '\tline',
  'Content-Length: 4',
];
const text = `${lines.join('\r\n')}\r\n\r\nv=0\n`;
const changed = (from: string | RegExp, to: string): string => text.replace(from, to);

describe('parseSip', () => {
  it('reads compact names, lists and folded lines', () => {
    const message = parseSip(text);
    expect(message).toMatchObject({ kind: 'request', method: 'INVITE', uri: 'sip:lotte@practice.test', body: 'v=0\n' });
    expect(valuesOf(message, 'via')).toHaveLength(2);
    expect(valueOf(message, 'From')).toBe('"De Smet, P." <sip:+3292254107@practice.test>;tag=1');
    expect(valueOf(message, 'Subject')).toBe('a folded line');
  });

  it('writes what it reads', () => {
    expect(parseSip(formatSip(parseSip(text)))).toEqual(parseSip(text));
    expect(formatSip({ ...parseSip(text), body: 'é' })).toContain('Content-Length: 2\r\n');
  });

  it('drops what follows the body', () => {
    expect(parseSip(`${text}BYE sip:x@y SIP/2.0`).body).toBe('v=0\n');
  });

  it.each([
    ['nothing', ''],
    ['no end of the headers', lines.join('\r\n')],
    ['another protocol', changed('SIP/2.0\r\n', 'HTTP/1.1\r\n')],
    ['a line without a colon', changed('Subject: a', 'Subject a')],
    ['a control character', changed('Subject: a', 'Subject: \u0000a')],
    ['a bare line feed that would begin a header', changed('Subject: a', 'Subject: a\nContact: <sip:evil@x>')],
    ['no Via', changed(/Via.*\r\n/, '')],
    ['no Call-ID', changed(/i: .*\r\n/, '')],
    ['a CSeq of another method', changed('1 INVITE', '1 BYE')],
    ['a CSeq out of range', changed('1 INVITE', '4294967296 INVITE')],
    ['a body shorter than it says', changed('Content-Length: 4', 'Content-Length: 400')],
    ['a negative length', changed('Content-Length: 4', 'Content-Length: -1')],
    ['a status out of range', changed('INVITE sip:lotte@practice.test SIP/2.0', 'SIP/2.0 999 Odd')],
    ['too many headers', changed('Subject: a', `${'X: 1\r\n'.repeat(200)}Subject: a`)],
    ['too much', changed('v=0\n', 'x'.repeat(70_000))],
  ])('refuses %s', (_, hostile) => {
    expect(() => parseSip(hostile)).toThrow(SipSyntaxError);
  });

  it('meets chance with nothing but its own refusal', () => {
    const random = new Random(7);
    const pieces = ['\r\n', '"', '<', '>', ';', '=', ',', ':', '\u0000', '%', '%zz', ' ', 'SIP/2.0', '\\', '\uD800'];
    for (let round = 0; round < 5_000; round += 1) {
      const at = random.between(0, text.length);
      const hostile = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.between(0, 6));
      try {
        const message = parseSip(hostile);
        parseAddress(valueOf(message, 'From') ?? '');
        parseUri(parseAddress(valueOf(message, 'Contact') ?? '').uri);
      } catch (error) {
        expect(error).toBeInstanceOf(SipSyntaxError);
      }
    }
  });
});

describe('addresses', () => {
  it('tell URI and header parameters apart', () => {
    expect(parseAddress('"a <b>" <sip:x@y;transport=ws>;tag=7')).toEqual({ uri: 'sip:x@y;transport=ws', params: new Map([['tag', '7']]) });
    expect(parseAddress('sip:x@y;tag=7')).toEqual({ uri: 'sip:x@y', params: new Map([['tag', '7']]) });
    expect(tagOf('<sip:x@y>')).toBeUndefined();
    expect(branchOf('SIP/2.0/WS h;branch=z9hG4bK1;rport')).toBe('z9hG4bK1');
  });

  it('decode the user and refuse what cannot be decoded', () => {
    expect(parseUri('sip:a%2Bb:secret@Practice.TEST:5060;gr=urn:uuid:1')).toEqual({ user: 'a+b', host: 'practice.test:5060', params: new Map([['gr', 'urn:uuid:1']]) });
    for (const wrong of ['sip:%zz@y', 'tel:+32', 'sip:', 'sip:a b@c', 'sip:<@c']) expect(() => parseUri(wrong)).toThrow(SipSyntaxError);
  });

  it('split lists outside quotes and brackets only', () => {
    expect(splitList('"a, b" <sip:c,d@e>, <sip:f@g>,,')).toEqual(['"a, b" <sip:c,d@e>', '<sip:f@g>']);
  });
});
