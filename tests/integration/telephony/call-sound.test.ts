import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { QualitySample } from '#shared/domain/call-quality.ts';
import { readRecording } from '../../../electron/recording/recording-reader.ts';
import { toneShare } from '../../lab/audio/tone.ts';
import { labAvailable } from '../../lab/available.ts';
import type { PeerOptions } from '../../lab/baresip.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
import { networkAvailable } from '../../lab/network.ts';
import { until } from '../../lab/wait.ts';
import { bothHear, conversation, queue } from './conversation.ts';
import { type Host, provisioningFor } from './host.ts';
import { hostRecordingKey } from './host-recordings.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();
const runs = available && networkAvailable();

describe.skipIf(!runs)(`how calls sound ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  withHost({ lab: { network: true } }, (station) => ({ lab, host } = station));

  function samples(id: string, since: number): QualitySample[] {
    return host.sounds.flatMap(({ at, value }) => (at >= since && value.callId === id && value.fact.type === 'sample' ? [value.fact.sample] : []));
  }

  it('a clean line is good; when packets are lost it says so, and reports it at the end', async () => {
    const { caller, id } = await conversation(lab, host);
    await host.call('connected', ({ quality }) => quality === 'good');
    const clean = await until('two clean seconds', () => (samples(id, 0).length >= 2 ? samples(id, 0) : null));
    for (const sample of clean) expect(sample).toMatchObject({ codec: 'PCMU', lossPercent: 0, mos: expect.closeTo(4.4, 0) as number });
    const since = Date.now();
    const restore = lab.network.lose(0.3);
    try {
      await host.call('connected', ({ quality }) => quality === 'poor', { withinMs: 20_000 });
    } finally {
      restore();
    }
    const bad = samples(id, since);
    const loss = bad.reduce((sum, { lossPercent }) => sum + lossPercent, 0) / bad.length;
    // A share of some 300 packets: three standard deviations are 8.
    expect(loss).toBeGreaterThan(18);
    expect(loss).toBeLessThan(42);
    expect(Math.min(...bad.map(({ mos }) => mos))).toBeLessThan(3);
    await caller.hangUp();
    await host.call('ended', (call) => call.id === id);
    const report = await until('the report', () => host.sounds.map(({ value }) => value).find(({ callId, fact }) => callId === id && fact.type === 'report')?.fact);
    expect(report).toMatchObject({ report: { codec: 'PCMU', seconds: expect.toSatisfy((seconds: number) => seconds >= 6) as number, mosWorst: expect.toSatisfy((mos: number) => mos < 3.6) as number } });
    await caller.stop();
  });

  it('what only the customer does not hear makes the line worse: it is told of the way out', async () => {
    const { caller, id } = await conversation(lab, host);
    await host.call('connected', ({ quality }) => quality === 'good');
    const since = Date.now();
    const restore = lab.network.lose(0.3, 'leaving');
    try {
      // As far as the reports of the other side go: they come every few seconds, may be lost as well, and baresip's say less than is true.
      const told = await until('the other side says that it loses us', () => samples(id, since).find(({ sentLossPercent }) => (sentLossPercent ?? 0) > 3), { withinMs: 30_000 });
      expect(told.lossPercent).toBe(0);
      expect(told.mos).toBeLessThan(4.1);
    } finally {
      restore();
    }
    await caller.hangUp();
    await host.call('ended', (call) => call.id === id);
    await caller.stop();
  });

  it.each(['opus/48000/2', 'G722/16000/1', 'PCMA', 'PCMU'] as const)('speaks %s with a peer that has only that, heard at both ends, digits and all', async (codec) => {
    const caller = await lab.caller({ user: '+32470112233', codec });
    await caller.call(queue);
    const { id } = await host.call('ringing', ({ prepared }) => prepared);
    await host.do('answer', id);
    await caller.event('CALL_ESTABLISHED');
    await lab.speaker.heard(callerTone);
    const name = codec.split('/')[0];
    await until(`the call speaks ${name}`, () => samples(id, 0).some((sample) => sample.codec === name && sample.lossPercent === 0));
    await host.do('sendDigits', id, '15');
    await until('the digits arrived', () => lab.digitsHeardBy(caller) === '15');
    // At the rate of Opus the noise suppression takes some seconds to find that the tone is no noise.
    await until('the peer hears the microphone', () => toneSeconds(caller.recording(), microphoneTone) > 0.5, { withinMs: 20_000, everyMs: 200 });
    await host.do('hangUp', id);
    await caller.event('CALL_CLOSED');
    await caller.stop();
  });

  it('an order of the centre decides what is spoken with a peer that has all', async () => {
    const provisioning = provisioningFor(lab);
    await host.do('start', JSON.stringify({ ...provisioning, sip: { ...provisioning.sip, codecs: ['G722', 'opus'] } }));
    await host.registration('registered');
    const codecs = 'opus/48000/2,PCMU,G722/16000/1' as PeerOptions['codec'];
    const colleague = await lab.colleague('colleague', { answer: 'auto', ...(codecs === undefined ? {} : { codec: codecs }) });
    const id = String(await host.do('dial', lab.users.colleague.user));
    await host.call('connected', (call) => call.id === id);
    await until('the call speaks G722', () => samples(id, 0).some(({ codec }) => codec === 'G722'));
    await lab.speaker.heard(callerTone);
    await host.do('hangUp', id);
    await colleague.stop();
  });

  it('records a call, goes on in the same file after the audio window died, and the call is none the worse', async () => {
    const { caller, id } = await conversation(lab, host);
    await host.do('recording', 'start', id);
    await host.call('connected', ({ recording }) => recording.state === 'recording');
    await bothHear(lab, caller);
    await host.do('recording', 'pause', id);
    await host.call('connected', ({ recording }) => recording.state === 'paused');
    await host.do('recording', 'resume', id);
    // A crash costs the piece that had not come yet, at most a second.
    await until('a piece is on the disk', () => readdirSync(host.recordings).some((name) => statSync(join(host.recordings, name)).size > 3_000));
    const since = Date.now();
    await host.do('audio.crash');
    await until('the window is up again', () => host.audioStates.some(({ at, value }) => at >= since && value.window === 'up'));
    await bothHear(lab, caller, 15_000);
    await host.do('hangUp', id);
    const { fileId } = await until('the recording is finished', () => host.recorded.at(-1));
    const file = join(host.recordings, `${fileId}.balrec`);
    const { about, parts, endedAt } = await readRecording(file, hostRecordingKey);
    expect(about.callId).toBe(id);
    expect(endedAt).not.toBeNull();
    expect(parts).toHaveLength(2);
    // EBML, which WebM begins with, and what a second of speech takes at the least.
    for (const { sound } of parts) expect(sound.readUInt32BE(0)).toBe(0x1a45dfa3);
    for (const { sound } of parts) expect(sound.length).toBeGreaterThan(3_000);
    expect(readFileSync(file).includes(parts[0]?.sound.subarray(0, 64) ?? '')).toBe(false);
    await caller.stop();
  });
});

/** Seconds of a WAV (16 bits, from the sound card's format) that carry the tone. */
function toneSeconds(wav: Buffer, hz: number): number {
  const channels = wav.readUInt16LE(22);
  const rate = wav.readUInt32LE(24);
  const bytes = wav.readUInt16LE(34) / 8;
  const data = wav.subarray(wav.indexOf('data') + 8);
  const length = rate / 50;
  let found = 0;
  for (let at = 0; at + length * channels * bytes <= data.length; at += length * channels * bytes) {
    const block = Int16Array.from({ length }, (_, index) => data.readInt16LE(at + index * channels * bytes));
    if (toneShare(block, hz, rate) > 0.6) found += 0.02;
  }
  return found;
}
