import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isLive } from '#shared/domain/call.ts';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../../tests/lab/wait.ts';

let line: ScriptedTelephony;

beforeAll(async () => {
  line = await ScriptedTelephony.start();
});

afterAll(() => line.stop());

afterEach(async () => {
  for (const call of line.state.calls.filter(isLive)) line.telephony.hangUp(call.id);
  await until('nothing is left', () => line.state.calls.every((call) => !isLive(call)));
});

describe('a caller', () => {
  test('may wait as long as they like: an Expires beyond every timer is none', async () => {
    const remote = line.exchange.call();
    const cseq = remote.request('INVITE', { headers: ['Expires: 4294967295'], body: sdp('caller') });
    const { id } = await line.theCall('ringing');
    await line.telephony.answer(id);
    expect((await remote.answer(cseq)).status).toBe(200);
  });

  test('may say in which character set the description is', async () => {
    const remote = line.exchange.call();
    const cseq = remote.request('INVITE', { headers: ['Content-Type: application/sdp;charset=UTF-8'], body: sdp('caller') });
    const { id } = await line.theCall('ringing');
    await line.telephony.answer(id);
    expect((await remote.answer(cseq)).status).toBe(200);
  });

  test.each(['*', '*evil', '* , <sip:a@b>', '<', '"'])('who is to be reached at %s is refused, and brings nothing down', async (contact) => {
    const remote = line.exchange.call();
    const inject = line.exchange.inject.bind(line.exchange);
    line.exchange.inject = (text) => inject(text.replace(/^Contact: .*$/m, `Contact: ${contact}`));
    const cseq = remote.request('INVITE', { body: sdp('caller') });
    line.exchange.inject = inject;
    expect((await remote.answer(cseq)).status).toBe(400);
    expect(line.state.calls.filter(isLive)).toEqual([]);
  });

  test('whose headers fill a book is refused before anybody reads them', async () => {
    const remote = line.exchange.call();
    const cseq = remote.request('INVITE', { headers: Array.from({ length: 2_000 }, () => 'Record-Route: <sip:a-proxy-on-the-way@proxy.invalid;lr>'), body: sdp('caller') });
    expect((await remote.answer(cseq)).status).toBe(513);
    expect(line.state.calls.filter(isLive)).toEqual([]);
  });
});

test('a NOTIFY of nothing is refused, and not left without an answer', async () => {
  const remote = line.exchange.call();
  const cseq = remote.request('NOTIFY', { headers: ['Subscription-State: active'] });
  expect((await remote.answer(cseq, 'NOTIFY')).status).toBe(400);
});
