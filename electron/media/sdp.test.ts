import { expect, test } from 'vitest';
import { holdBackCandidates } from './sdp.ts';

const lines = (...all: string[]) => all.join('\r\n') + '\r\n';

test('candidates leave the offer and keep their section', () => {
  const offer = lines('v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 0', 'a=mid:a', 'a=candidate:1 1 UDP 1 192.0.2.1 4000 typ host', 'a=end-of-candidates', 'm=video 9 UDP/TLS/RTP/SAVPF 96', 'a=candidate:2 1 UDP 1 192.0.2.1 4002 typ host', 'a=mid:v');
  const split = holdBackCandidates(offer);
  expect(split.sdp).toBe(lines('v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 0', 'a=mid:a', 'm=video 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:v'));
  expect(split.candidates).toEqual([
    { candidate: 'candidate:1 1 UDP 1 192.0.2.1 4000 typ host', sdpMid: 'a', sdpMLineIndex: 0 },
    { candidate: 'candidate:2 1 UDP 1 192.0.2.1 4002 typ host', sdpMid: 'v', sdpMLineIndex: 1 },
  ]);
});

test('an offer without mid lines leaves the mid open', () => {
  const { candidates } = holdBackCandidates(lines('v=0', 'm=audio 9 RTP/AVP 0', 'a=candidate:1 1 UDP 1 192.0.2.1 4000 typ host'));
  expect(candidates).toEqual([{ candidate: 'candidate:1 1 UDP 1 192.0.2.1 4000 typ host', sdpMid: null, sdpMLineIndex: 0 }]);
});
