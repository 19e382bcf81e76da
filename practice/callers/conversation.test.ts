import { describe, expect, it } from 'vitest';
import { Conversation } from './conversation.ts';
import { frameMs, frameSamples, loudness } from './g711.ts';
import { personaOf, personas, type Persona } from './personas.ts';
import { loadVoice, samplesOf } from './voice-clips.ts';

const persona: Persona = { key: 'proef', displayName: null, number: '+3292254107', queue: 'bestellingen-nl', thinkMs: 500, patienceMs: 5_000, silences: 3, interruptsAfterMs: null };

/** One frame a clip, each of a code of its own: what goes out says which clip it was. */
const codes = { hello: 1, 'line-1': 2, 'line-2': 3, 'line-10': 4, 'still-there': 5, 'give-up': 6, goodbye: 7 };
const clips = new Map(Object.entries(codes).map(([name, code]) => [name, new Uint8Array(frameSamples * 5).fill(code)]));
const nameOf = (frame: Uint8Array | null): string | null => Object.entries(codes).find(([, code]) => code === frame?.[0])?.[0] ?? null;

const loud = 4_000;

/** Plays a stretch of time; @returns the clips that began in it. */
function play(conversation: Conversation, ms: number, level: number | null = 0): string[] {
  const said: string[] = [];
  let before: string | null = null;
  for (let at = 0; at < ms; at += frameMs) {
    if (level !== null) conversation.hear(level);
    const name = nameOf(conversation.step());
    if (name !== null && name !== before) said.push(name);
    before = name;
  }
  return said;
}

const started = (changes: Partial<Persona> = {}): Conversation => new Conversation({ ...persona, ...changes }, clips, () => 0.5);

describe('a caller', () => {
  it('waits for the operator to finish, then says the next line', () => {
    const conversation = started();
    expect(play(conversation, 3_000, loud)).toEqual([]);
    // A pause for breath is no end.
    expect(play(conversation, 600)).toEqual([]);
    expect(play(conversation, 1_000, loud)).toEqual([]);
    expect(play(conversation, 2_000)).toEqual(['line-1']);
    play(conversation, 1_000, loud);
    expect(play(conversation, 2_000)).toEqual(['line-2']);
    play(conversation, 1_000, loud);
    expect(play(conversation, 2_000)).toEqual(['line-10']);
  });

  it('says goodbye after the last line and hangs up', () => {
    const conversation = started();
    for (let turn = 0; turn < 3; turn += 1) {
      play(conversation, 1_000, loud);
      play(conversation, 2_000);
    }
    play(conversation, 1_000, loud);
    expect(play(conversation, 2_000)).toEqual(['goodbye']);
    expect(conversation.ended).toBe(false);
    play(conversation, 2_000);
    expect(conversation.ended).toBe(true);
    expect(conversation.step()).toBeNull();
  });

  it('does not take clicks and beeps for a voice', () => {
    const conversation = started();
    for (let beep = 0; beep < 6; beep += 1) {
      play(conversation, 40, loud);
      expect(play(conversation, 460)).toEqual([]);
    }
  });

  it('speaks up in a silence, goes on, and gives up in the end', () => {
    const conversation = started();
    expect(play(conversation, 4_200)).toEqual(['hello']);
    expect(play(conversation, 5_200)).toEqual(['line-1']);
    expect(play(conversation, 5_200)).toEqual(['still-there']);
    expect(play(conversation, 5_200)).toEqual(['give-up']);
    play(conversation, 3_000);
    expect(conversation.ended).toBe(true);
  });

  it('forgives the silence once the operator speaks', () => {
    const conversation = started({ silences: 1 });
    play(conversation, 4_200);
    play(conversation, 1_000, loud);
    expect(play(conversation, 2_000)).toEqual(['line-1']);
    expect(play(conversation, 5_000)).toEqual(['still-there']);
  });

  it('says nothing on hold, however long, and begins the sentence again', () => {
    const conversation = started();
    play(conversation, 1_000, loud);
    play(conversation, 1_420);
    expect(conversation.speaking).toBe(true);
    conversation.setHeld(true);
    for (let at = 0; at < 60_000; at += frameMs) expect(conversation.step()).toBeNull();
    conversation.setHeld(false);
    expect(play(conversation, 200)).toEqual(['line-1']);
    expect(conversation.ended).toBe(false);
  });

  it('treats packets that do not come as silence', () => {
    expect(play(started(), 4_200, null)).toEqual(['hello']);
  });

  it('interrupts, if that is their way', () => {
    expect(play(started({ interruptsAfterMs: 4_000 }), 3_900, loud)).toEqual([]);
    expect(play(started({ interruptsAfterMs: 4_000 }), 4_400, loud)).toEqual(['line-1']);
    expect(play(started(), 30_000, loud)).toEqual([]);
  });

  it('sends quiet noise while listening: the line is open', () => {
    const frame = started().step();
    expect(frame).toHaveLength(frameSamples);
    expect(loudness(frame ?? new Uint8Array())).toBeLessThan(20);
  });
});

describe('the shipped voices', () => {
  it.each(personas.map((one) => one.key))('%s has every clip, in the form that goes into RTP', (key) => {
    const voice = loadVoice(key);
    for (const clip of ['hello', 'line-1', 'line-2', 'line-3', 'still-there', 'give-up', 'goodbye']) {
      const samples = voice.get(clip) ?? new Uint8Array();
      expect(samples.length % frameSamples).toBe(0);
      expect(samples.length).toBeGreaterThan(frameSamples * 20);
      expect(loudness(samples)).toBeGreaterThan(1_000);
    }
    expect(personaOf(key)?.key).toBe(key);
  });

  it.each([
    ['something else', Buffer.from('hello')],
    ['a cut file', Buffer.from('RIFF\u0004\u0000\u0000\u0000WAVE')],
    ['linear samples', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0'), Buffer.alloc(12), Buffer.from('data\u0000\0\0\0')])],
  ])('are refused when a file is %s', (_, file) => {
    expect(() => samplesOf(file, 'x.wav')).toThrow('x.wav');
  });
});
