import { expect, it } from 'vitest';
import { headsetDescriptors, headsetModels } from '../../tests/fixtures/headsets/descriptors.ts';
import { parseDescriptor } from '../../tests/fixtures/headsets/parse-descriptor.ts';
import { mayOpenDevice } from './device-grant.ts';

const audio = 'balie://audio';
const keyboard = { vendorId: 1, productId: 2, collections: [{ usagePage: 1, usage: 6 }] };
const headset = { vendorId: 1, productId: 2, collections: parseDescriptor(headsetDescriptors.jabraEvolveLink.hex) };

it.each(headsetModels)('the audio window may open %s', (model) => {
  expect(mayOpenDevice({ deviceType: 'hid', origin: audio, device: { collections: parseDescriptor(headsetDescriptors[model].hex) } }, audio)).toBe(true);
});

it.each([
  ['the workspace', { deviceType: 'hid', origin: 'balie://workspace', device: headset }],
  ['a page from elsewhere', { deviceType: 'hid', origin: 'https://balie.example', device: headset }],
  ['a page without an origin', { deviceType: 'hid', origin: 'null', device: headset }],
  ['a keyboard', { deviceType: 'hid', origin: audio, device: keyboard }],
  ['a device without collections', { deviceType: 'hid', origin: audio, device: { collections: [] } }],
  ['a USB device', { deviceType: 'usb', origin: audio, device: headset }],
  ['a serial port', { deviceType: 'serial', origin: audio, device: headset }],
])('%s is refused', (_, question) => {
  expect(mayOpenDevice(question, audio)).toBe(false);
});

it('where the runtime does not say what a device is, the origin decides', () => {
  expect(mayOpenDevice({ deviceType: 'hid', origin: audio, device: { vendorId: 1 } }, audio)).toBe(true);
  expect(mayOpenDevice({ deviceType: 'hid', origin: 'balie://workspace', device: { vendorId: 1 } }, audio)).toBe(false);
});
