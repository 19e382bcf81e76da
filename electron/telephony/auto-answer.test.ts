import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TelephonePolicy } from '#shared/contract/session.ts';
import { sdp } from '../../tests/fixtures/fake-audio-link.ts';
import type { ScriptedCall } from '../../tests/fixtures/scripted-exchange.ts';
import { ScriptedTelephony } from '../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../tests/lab/wait.ts';

let line: ScriptedTelephony;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
});

afterEach(() => line.stop());

async function policy(autoAnswer: Partial<TelephonePolicy['autoAnswer']>): Promise<void> {
  await line.telephony.stop();
  await line.telephony.start(line.provisioning({}, { autoAnswer: { headers: ['Call-Info', 'Alert-Info'], queueSeconds: 0, whileNotReady: false, ...autoAnswer } }));
  await line.registered();
}

function ring(headers: readonly string[] = ['Call-Info: <sip:lab.test>;answer-after=0']): { readonly remote: ScriptedCall; readonly cseq: number } {
  const remote = line.exchange.call();
  return { remote, cseq: remote.request('INVITE', { headers, body: sdp('caller') }) };
}

const tones = () => line.link.inputs('ring').map((input) => input['tone']);
/** The audio window is told after the turn in which it was decided. */
const sounds = (tone: string) => until(`the tone is "${tone}"`, () => tones().at(-1) === tone);

describe('a call that answers itself', () => {
  test('is announced, cued in the headset, and through only after the cue', async () => {
    await policy({});
    const before = Date.now();
    const { remote, cseq } = ring();
    const { autoAnswerAt } = await line.theCall('ringing', (call) => call.autoAnswerAt !== null);
    expect(Date.parse(autoAnswerAt ?? '') - before).toBeGreaterThanOrEqual(1_200);
    await sounds('cue');
    await remote.answer(cseq);
    await line.theCall('connected');
    expect(Date.now() - before).toBeGreaterThanOrEqual(1_200);
    expect(tones()).toEqual(expect.arrayContaining(['cue', 'none']));
    expect(tones()).not.toContain('ring');
  });

  test('also because its queue wants it', async () => {
    await policy({ headers: [] });
    const { remote, cseq } = ring([]);
    const { id } = await line.theCall('ringing', (call) => call.autoAnswerAt === null);
    line.telephony.onQueueAutoAnswer(id);
    await remote.answer(cseq);
    await line.theCall('connected');
  });

  test('can be answered before its time, and once', async () => {
    await policy({});
    const { remote, cseq } = ring(['Call-Info: <sip:lab.test>;answer-after=30']);
    const { id } = await line.theCall('ringing', (call) => call.autoAnswerAt !== null);
    await line.telephony.answer(id);
    await remote.answer(cseq);
    await line.theCall('connected');
  });
});

describe('a call that asks for it and rings all the same', () => {
  const rings = () => line.theCall('ringing', (call) => call.autoAnswerAt === null && call.prepared);

  test('where the centre does not listen to the header', async () => {
    await policy({ headers: ['Alert-Info'] });
    ring();
    await rings();
    await sounds('ring');
  });

  test('while another call is up, with the quiet tone', async () => {
    await policy({});
    await line.conversation();
    ring();
    await rings();
    await sounds('waiting');
  });

  test('while the operator is not ready, unless the centre wants it', async () => {
    await policy({});
    line.telephony.setRules({ isReady: false });
    ring();
    await rings();
  });

  test('not ready, where the centre wants it', async () => {
    await policy({ whileNotReady: true });
    line.telephony.setRules({ isReady: false });
    ring();
    await line.theCall('ringing', (call) => call.autoAnswerAt !== null);
  });

  test('when no cue could be heard, for the audio window is being restarted', async () => {
    await policy({});
    line.link.die();
    ring();
    await line.theCall('ringing', (call) => call.autoAnswerAt === null);
  });

  test('once the operator wants no calls any more: it stops counting and rings', async () => {
    await policy({});
    ring(['Call-Info: <sip:lab.test>;answer-after=30']);
    await line.theCall('ringing', (call) => call.autoAnswerAt !== null);
    line.telephony.setRules({ doNotDisturb: true });
    await rings();
    await sounds('ring');
  });

  test('when a second one comes before its time', async () => {
    await policy({});
    ring(['Call-Info: <sip:lab.test>;answer-after=30']);
    await line.theCall('ringing', (call) => call.autoAnswerAt !== null);
    ring([]);
    await line.theCall('ringing', (call) => call.autoAnswerAt === null && call.sipCallId !== line.state.calls[0]?.sipCallId);
    expect(line.state.calls.every((call) => call.state === 'ringing' && call.autoAnswerAt === null)).toBe(true);
  });
});
