import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { sdp } from '../../tests/fixtures/fake-audio-link.ts';
import type { SipText, ScriptedCall } from '../../tests/fixtures/scripted-exchange.ts';
import { ScriptedTelephony } from '../../tests/fixtures/scripted-telephony.ts';

let line: ScriptedTelephony;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
});

afterEach(() => line.stop());

const signalOf = (info: SipText): string => /^Signal=(.)/m.exec(info.body)?.[1] ?? '';
const takesNoEvents = () => Promise.reject(new BalieError('media.failed', 'the other side takes no telephone events'));

async function account(dtmf: 'rfc4733' | 'info'): Promise<void> {
  await line.telephony.stop();
  await line.telephony.start(line.provisioning({ dtmf }));
  await line.registered();
}

/** Answers the digits that come. */
async function take(remote: ScriptedCall, count: number): Promise<string> {
  let digits = '';
  for (let digit = 0; digit < count; digit++) {
    const info = await remote.receives('INFO');
    expect(info.header('Content-Type')).toBe('application/dtmf-relay');
    digits += signalOf(info);
    remote.respond(info, 200);
  }
  return digits;
}

describe('by INFO', () => {
  beforeEach(() => account('info'));

  test('one digit at a time, in the order of typing', async () => {
    const { remote, id } = await line.conversation();
    const sent = Promise.all([line.telephony.sendDigits(id, '12#'), line.telephony.sendDigits(id, '*3')]);
    expect(await take(remote, 5)).toBe('12#*3');
    await sent;
    expect(line.link.inputs('slot.digits')).toEqual([]);
  });

  test('what is typed before the answer leaves with it: INFO needs a dialog', async () => {
    const id = await line.telephony.dial('203');
    const invite = await line.exchange.receives('INVITE', ({ isRequest, method }) => isRequest && method === 'INVITE');
    const contact = 'Contact: <sip:callee@exchange.invalid;transport=ws>';
    const sent = line.telephony.sendDigits(id, '5');
    line.exchange.respond(invite, 183, { headers: [contact], body: sdp('early') });
    await line.theCall('alerting', ({ earlyMedia }) => earlyMedia);
    expect(line.exchange.received.filter(({ method, isRequest }) => isRequest && method === 'INFO')).toEqual([]);
    line.exchange.respond(invite, 200, { headers: [contact], body: sdp('early') });
    const info = await line.exchange.receives('INFO', ({ isRequest, method }) => isRequest && method === 'INFO');
    expect(signalOf(info)).toBe('5');
    line.exchange.respond(info, 200);
    await sent;
  });

  test('the next digit waits for the answer to the one before', async () => {
    const { remote, id } = await line.conversation();
    const sent = line.telephony.sendDigits(id, '12');
    const first = await remote.receives('INFO');
    expect(line.exchange.received.filter(({ method, isRequest }) => isRequest && method === 'INFO')).toHaveLength(1);
    remote.respond(first, 200);
    expect(await take(remote, 1)).toBe('2');
    await sent;
  });

  test.each([415, 481, 501])('an exchange that answers %d takes no digits, and the call goes on', async (status) => {
    const { remote, id } = await line.conversation();
    const sent = line.telephony.sendDigits(id, '1');
    const refusal = expect(sent).rejects.toMatchObject({ code: 'call.digits-refused', details: { sipStatus: status } });
    remote.respond(await remote.receives('INFO'), status);
    await refusal;
    expect(await line.theCall('connected')).toMatchObject({ id });
  });
});

describe('as telephone events', () => {
  test('pauses and long sequences go with the sound as they are', async () => {
    const { id } = await line.conversation();
    await line.telephony.sendDigits(id, '1,2,3456789012345678');
    expect(line.link.inputs('slot.digits')).toMatchObject([{ digits: '1,2,3456789012345678' }]);
  });

  test('a peer without telephone events gets them by INFO, from the second time on at once', async () => {
    line.link.answer('slot.digits', takesNoEvents);
    const { remote, id } = await line.conversation();
    const first = line.telephony.sendDigits(id, '1');
    expect(await take(remote, 1)).toBe('1');
    await first;
    const second = line.telephony.sendDigits(id, '2');
    expect(await take(remote, 1)).toBe('2');
    await second;
    expect(line.link.inputs('slot.digits')).toHaveLength(1);
  });

  test('one that takes neither says so in words', async () => {
    line.link.answer('slot.digits', takesNoEvents);
    const { remote, id } = await line.conversation();
    const sent = line.telephony.sendDigits(id, '1');
    const refusal = expect(sent).rejects.toMatchObject({ code: 'call.digits-refused' });
    remote.respond(await remote.receives('INFO'), 501);
    await refusal;
  });
});

describe('emergency numbers', () => {
  test('are dialled after the operator has confirmed, and exactly so', async () => {
    await expect(line.telephony.dial('+32 112')).rejects.toMatchObject({ code: 'call.emergency', details: { number: '112' } });
    expect(line.exchange.received.some(({ method }) => method === 'INVITE')).toBe(false);
    await line.telephony.dial('+32 112', true);
    expect((await line.exchange.receives('INVITE', ({ method }) => method === 'INVITE')).first).toBe('INVITE sip:112@lab.test SIP/2.0');
  });
});
