import { describe, expect, it } from 'vitest';
import { decodeG711 } from '../../lab/audio/g711.ts';
import { Listener } from '../../lab/audio/listener.ts';
import { makeTone, rms, toneShare } from '../../lab/audio/tone.ts';
import { wavFile } from '../../lab/audio/wav.ts';

const block = (hz: number, level = 0.4): Int16Array => makeTone({ hz, rate: 8000, seconds: 0.02, level });

describe('toneShare', () => {
  it('finds a tone in a block of 20 ms', () => {
    expect(toneShare(block(440), 440, 8000)).toBeGreaterThan(0.9);
  });
  it('does not take another tone for it', () => {
    expect(toneShare(block(1000), 440, 8000)).toBeLessThan(0.1);
  });
  it('answers 0 for digital silence', () => {
    expect(toneShare(new Int16Array(160), 440, 8000)).toBe(0);
  });
});

describe('makeTone', () => {
  it('has the level it was asked for', () => {
    expect(rms(makeTone({ hz: 1000, rate: 8000, seconds: 1, level: 0.5 }))).toBeCloseTo((0.5 * 32_767) / Math.SQRT2, -2);
  });
  it('pauses in rhythm', () => {
    const pulses = makeTone({ hz: 1000, rate: 8000, seconds: 1, rhythm: [100, 100] });
    expect(rms(pulses.subarray(800, 1600))).toBe(0);
  });
});

describe('decodeG711', () => {
  it.each([
    [0, 0xff, 0],
    [0, 0x00, -32_124],
    [0, 0x80, 32_124],
    [8, 0xd5, 8],
    [8, 0x55, -8],
    [8, 0xaa, 32_256],
  ])('payload type %i reads %i as %i', (type, byte, sample) => {
    expect(decodeG711(type, Uint8Array.of(byte))?.[0]).toBe(sample);
  });
  it('does not guess at other codecs', () => {
    expect(decodeG711(111, Uint8Array.of(1))).toBeNull();
  });
});

describe('Listener', () => {
  it('counts the tone and finds the gap in it', () => {
    const listener = new Listener('test');
    for (let at = 1000; at < 2000; at += 20) listener.push(at >= 1400 && at < 1600 ? new Int16Array(160) : block(440), at);
    expect(listener.toneMs(440, 1000)).toBe(800);
    expect(listener.longestGapMs(440, 1000, 2000)).toBe(220);
  });
  it('takes a missing packet for a gap too', () => {
    const listener = new Listener('test');
    listener.push(block(440), 1000);
    listener.push(block(440), 1500);
    expect(listener.longestGapMs(440, 1000, 1510)).toBe(500);
  });
  it('says what it heard instead', async () => {
    const listener = new Listener('the caller');
    const promise = listener.heard(440, { withinMs: 50 });
    listener.push(block(1000));
    await expect(promise).rejects.toThrow(/the caller did not hear 440 Hz.*1000 Hz 20 ms/);
  });
});

describe('wavFile', () => {
  it('has a header that fits its data', () => {
    const file = wavFile(new Int16Array(10), 8000);
    expect([file.length, file.readUInt32LE(4), file.readUInt32LE(40)]).toEqual([64, 56, 20]);
  });
});
