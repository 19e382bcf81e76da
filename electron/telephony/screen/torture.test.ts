import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isLive } from '#shared/domain/call.ts';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { tortureMessages } from '../../../tests/fixtures/torture/rfc4475.ts';
import { until } from '../../../tests/lab/wait.ts';

let line: ScriptedTelephony;

beforeAll(async () => {
  line = await ScriptedTelephony.start();
});

afterAll(() => line.stop());

afterEach(() => {
  // One message that was let in by mistake fails one test, not all that follow.
  for (const call of line.state.calls.filter(isLive)) line.telephony.hangUp(call.id);
});

/** A call from somebody who means no harm is taken. */
async function takesACall(): Promise<void> {
  const remote = line.exchange.call();
  const cseq = remote.request('INVITE', { body: sdp('caller') });
  const { id } = await line.theCall('ringing', (call) => call.sipCallId === remote.callId);
  line.telephony.decline(id);
  expect((await remote.answer(cseq)).status).toBe(486);
}

describe('RFC 4475, over the socket', () => {
  test.each(tortureMessages.map((message) => [message.name, message] as const))('%s', async (_name, { text, due }) => {
    const seen = line.exchange.received.length;
    line.exchange.inject(text.replaceAll('@TARGET@', line.exchange.contact));
    const answers = () => line.exchange.received.slice(seen).filter(({ status }) => status >= 180);
    if (due === 'ring') {
      const { id } = await line.theCall('ringing');
      const { status } = await until('it is answered', () => answers()[0]);
      expect(status).toBe(180);
      line.telephony.decline(id);
      await until('it is declined', () => answers()[1]);
    } else if (due !== null) {
      const { status } = await until('it is answered', () => answers()[0]);
      expect(due).toContain(status);
    }
    await takesACall();
    if (due === null) expect(answers().filter(({ status }) => status !== 180 && status !== 486)).toEqual([]);
    expect(line.state.calls.filter(isLive)).toEqual([]);
  });
});
