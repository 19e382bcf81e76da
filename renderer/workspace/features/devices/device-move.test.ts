import { expect, test } from 'vitest';
import type { AudioDevices } from '#shared/domain/devices.ts';
import { sampleDevices } from '../../../../tests/workspace-preview/sample-sound.ts';
import { choiceOf, deviceOptions } from './device-options.ts';
import { deviceMove } from './device-move.ts';

const plugged = sampleDevices();
const unplugged = sampleDevices(false);

/** Where the operator follows the system, and the system follows the plug. */
function following(devices: AudioDevices): AudioDevices {
  return { ...devices, microphone: { ...devices.microphone, choice: 'system', state: 'chosen' }, speaker: { ...devices.speaker, choice: 'system', state: 'chosen' } };
}

test('nothing is said when nothing moved, also when another device came or went', () => {
  expect(deviceMove(plugged, { ...plugged, available: [] })).toBeNull();
});

test('a headset that came loose, and came back', () => {
  expect(deviceMove(plugged, unplugged)).toEqual({ kind: 'lost', lost: 'Jabra Evolve2 65', speaker: 'Realtek Audio', microphone: 'Realtek Audio' });
  expect(deviceMove(unplugged, plugged)).toEqual({ kind: 'back', name: 'Jabra Evolve2 65' });
});

test('the system that chose another device', () => {
  expect(deviceMove(following(unplugged), following(plugged))).toEqual({ kind: 'moved', speaker: 'Jabra Evolve2 65', microphone: 'Jabra Evolve2 65' });
});

test('nothing left to hear with', () => {
  const silent = { ...unplugged, speaker: { ...unplugged.speaker, inUse: null, state: 'none' as const } };
  expect(deviceMove(plugged, silent)).toMatchObject({ kind: 'lost', speaker: null, microphone: 'Realtek Audio' });
});

test('the options of a role hold the device that was chosen, there or not', () => {
  const choice = plugged.microphone.choice;
  expect(deviceOptions(plugged, 'microphone', choice).map(({ label, isPresent }) => [label, isPresent])).toEqual([
    ['Jabra Evolve2 65', true],
    ['Realtek Audio', true],
  ]);
  const options = deviceOptions(unplugged, 'ring', choice);
  expect(options.map(({ label, isPresent }) => [label, isPresent])).toEqual([
    ['Realtek Audio', true],
    ['Jabra Evolve2 65', false],
  ]);
  expect(choiceOf('jabra', options)).toEqual({ identity: 'jabra', label: 'Jabra Evolve2 65' });
  expect(choiceOf('system', options)).toBe('system');
});
