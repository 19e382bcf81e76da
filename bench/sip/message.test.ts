import { expect, test } from 'vitest';
import { header, headersOf, mediaPorts, parseSip, userOf, writeSip } from './message.ts';

const invite = writeSip(
  'INVITE sip:operator@lab.test SIP/2.0',
  [
    ['Via', 'SIP/2.0/WS 127.0.0.1;branch=z9hG4bK1'],
    ['Record-Route', '<sip:127.0.0.1;lr;r2=on>'],
    ['Record-Route', '<sip:127.0.0.1:5061;lr;r2=on>'],
    ['f', '"De Smet" <sip:+3292254107@127.0.0.1:7000>;tag=a'],
    ['i', 'one@127.0.0.1'],
    ['CSeq', '1 INVITE'],
  ],
  'v=0\r\n',
);

test('a request is read, compact names too', () => {
  const message = parseSip(invite);
  expect(message).toMatchObject({ method: 'INVITE', status: null, callId: 'one@127.0.0.1', cseq: { number: 1, method: 'INVITE' }, body: 'v=0\r\n' });
  expect(message && userOf(header(message, 'from') ?? '')).toBe('+3292254107');
  expect(message && headersOf(message, 'record-route')).toHaveLength(2);
  expect(message && header(message, 'content-length')).toBe('5');
});

test('a response is read', () => {
  expect(parseSip(writeSip('SIP/2.0 180 Ringing', [['Call-ID', 'one'], ['CSeq', '1 INVITE']]))).toMatchObject({ method: null, status: 180 });
});

test('what is no SIP is none', () => {
  expect(parseSip('\r\n\r\n')).toBeNull();
  expect(parseSip('INVITE sip:a@b SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\n')).toBeNull();
});

test('the ports of a session description', () => {
  const sdp = 'm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=candidate:1 1 udp 2113937151 127.0.0.1 41234 typ host generation 0\r\na=candidate:2 1 tcp 15182 127.0.0.1 9 typ host\r\n';
  expect([...mediaPorts(sdp)].sort()).toEqual([41_234, 9]);
});
