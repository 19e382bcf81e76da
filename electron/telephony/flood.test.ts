import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isLive } from '#shared/domain/call.ts';
import { sdp } from '../../tests/fixtures/fake-audio-link.ts';
import { ScriptedTelephony } from '../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../tests/lab/wait.ts';

let line: ScriptedTelephony;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
});

afterEach(() => line.stop());

/** As many as come in ten seconds at twenty a second, all in one breath. */
const flood = 200;

describe('a flood of calls while a call is up', () => {
  test.each([
    ['that stay', false],
    ['that are taken back at once', true],
  ])('%s leaves the conversation, the screen and the audio window alone', async (_name, cancels) => {
    const { id } = await line.conversation();
    const opened = line.link.inputs('slot.open').length;
    let states = 0;
    const counted = line.onState(() => states++);
    for (let call = 0; call < flood; call++) {
      const remote = line.exchange.call();
      const cseq = remote.request('INVITE', { body: sdp('caller') });
      if (cancels) remote.request('CANCEL', {}, cseq);
    }
    await until('every call has its answer', () => line.exchange.received.filter(({ status, method }) => method === 'INVITE' && status >= 180).length >= flood || undefined);
    counted();
    expect(await line.theCall('connected')).toMatchObject({ id, media: 'flowing', hold: 'off' });
    expect(line.state.calls.filter(isLive).length).toBeLessThanOrEqual(4);
    // A handful is let in, as on any busy morning; the others cost neither a slot nor a snapshot.
    expect(line.link.inputs('slot.open').length - opened).toBeLessThanOrEqual(6);
    expect(states).toBeLessThan(60);
    expect(line.state.calls.length).toBeLessThan(12);
  });
});
