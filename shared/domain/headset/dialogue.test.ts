import { describe, expect, it } from 'vitest';
import { connectedCall, ringingCall } from '../../../tests/fixtures/calls.ts';
import type { Call } from '../call.ts';
import { flashCommand, hangUpCommand } from './commands.ts';
import { hear, newMind, wrote, type HeadsetMind } from './dialogue.ts';
import { lightsFor, type ControlKind, type HeadsetDevice } from './headset.ts';

function device(hook: ControlKind, mute: ControlKind): HeadsetDevice {
  return { id: '1', name: 'Headset', vendorId: 1, productId: 2, controls: [{ control: 'hook', kind: hook }, { control: 'mute', kind: mute }, { control: 'reject', kind: 'button' }], lights: ['off-hook', 'mute'] };
}

const talking = connectedCall(ringingCall());
const muted: Call = { ...talking, muted: true };
const held: Call = { ...talking, hold: 'on' };

/** A device that has shown these calls for a while. */
function settled(of: HeadsetDevice, calls: readonly Call[]): HeadsetMind {
  return { ...wrote({ ...newMind, hook: true }, of, lightsFor(calls), 0), echoes: [] };
}

describe('what a headset shows', () => {
  const ringing = ringingCall();
  it.each<readonly [string, readonly Call[], string]>([
    ['nothing', [], ''],
    ['a call that rings', [ringing], 'ring ringer'],
    ['a call that is being answered', [{ ...ringing, state: 'answering' }], 'off-hook'],
    ['a call that answers itself soon', [{ ...ringing, autoAnswerAt: '2026-01-01T08:00:01.000Z' }], 'ring ringer'],
    ['a call that is dialled', [{ ...ringing, state: 'dialling' }], 'off-hook'],
    ['a conversation', [talking], 'off-hook microphone'],
    ['a conversation with the microphone off', [muted], 'off-hook mute'],
    ['a call on hold', [held], 'hold'],
    ['a hold that is being asked for', [{ ...talking, hold: 'holding' }], 'hold'],
    ['a hold that is being taken back', [{ ...talking, hold: 'resuming' }], 'off-hook microphone'],
    ['a muted call on hold', [{ ...held, muted: true }], 'hold'],
    ['a conversation beside one on hold', [talking, held], 'off-hook hold microphone'],
    ['a second call: it does not ring aloud in the ear', [talking, ringing], 'ring off-hook microphone'],
    ['a conference of which one side is muted', [talking, muted], 'off-hook microphone'],
    ['a call that is being ended', [{ ...ringing, state: 'ending', answeredAt: null }], ''],
  ])('for %s', (_, calls, expected) => {
    const lit = Object.entries(lightsFor(calls)).flatMap(([light, on]) => (on ? [light] : []));
    expect(lit.join(' ')).toBe(expected);
  });
});

describe('a mute that stays where it is put', () => {
  const of = device('switch', 'switch');

  it('is followed', () => {
    const step = hear(settled(of, [talking]), of, [talking], { control: 'mute', on: true }, 5_000);
    expect(step.command).toEqual({ type: 'mute', callIds: [talking.id], muted: true });
  });

  it('that agrees already is no press', () => {
    expect(hear(settled(of, [muted]), of, [muted], { control: 'mute', on: true }, 5_000)).toMatchObject({ command: null, answerDevice: false });
  });

  it('that confirms what was written is no press, though the calls have changed since', () => {
    const mind = wrote(settled(of, [talking]), of, lightsFor([muted]), 5_000);
    expect(hear(mind, of, [talking], { control: 'mute', on: true }, 5_900)).toMatchObject({ command: null, answerDevice: false });
  });

  it('that is moved right after it was written was moved by somebody else: it is put right', () => {
    const mind = wrote(settled(of, [talking]), of, lightsFor([muted]), 5_000);
    expect(hear(mind, of, [muted], { control: 'mute', on: false }, 5_100)).toMatchObject({ command: null, answerDevice: true });
  });

  it('means nothing without a conversation, and the device is left alone', () => {
    expect(hear(settled(of, []), of, [], { control: 'mute', on: true }, 5_000)).toMatchObject({ command: null, answerDevice: false });
  });
});

describe('a hook that only says it was pressed', () => {
  const of = device('button', 'button');
  const press = { control: 'hook', on: true } as const;

  it.each<readonly [string, readonly Call[], unknown]>([
    ['answers', [ringingCall({ id: talking.id })], { type: 'answer', callId: talking.id }],
    ['ends', [talking], { type: 'hang-up', callIds: [talking.id] }],
    ['takes up what is on hold', [held], { type: 'switch', callId: held.id }],
    ['does nothing without a call', [], null],
  ])('%s', (_, calls, command) => {
    expect(hear(settled(of, calls), of, calls, press, 5_000).command).toEqual(command);
  });

  it('is not believed right after the light was changed from here', () => {
    const mind = wrote(settled(of, []), of, lightsFor([talking]), 5_000);
    expect(hear(mind, of, [talking], press, 5_200).command).toBeNull();
  });
});

describe('several calls', () => {
  const other = connectedCall(ringingCall());

  it('the hook ends a conference for both, and leaves a call on hold', () => {
    expect(hangUpCommand([talking, other])).toEqual({ type: 'hang-up', callIds: [talking.id, other.id] });
    expect(hangUpCommand([talking, { ...other, hold: 'on' }])).toEqual({ type: 'hang-up', callIds: [talking.id] });
  });

  it('flash does not choose whom to hold in a conference', () => {
    expect(flashCommand([talking, other])).toBeNull();
    expect(flashCommand([talking, other, ringingCall()])).toBeNull();
  });
});
