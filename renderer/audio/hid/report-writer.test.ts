import { expect, it } from 'vitest';
import { darkLights, type HeadsetLights } from '#shared/domain/headset/headset.ts';
import { headsetDescriptors, type HeadsetModel } from '../../../tests/fixtures/headsets/descriptors.ts';
import { parseDescriptor } from '../../../tests/fixtures/headsets/parse-descriptor.ts';
import { layoutOf } from './report-layout.ts';
import { reportsFor } from './report-writer.ts';

function written(model: HeadsetModel, lights: Partial<HeadsetLights>): string[] {
  return reportsFor(layoutOf(parseDescriptor(headsetDescriptors[model].hex)).outputs, { ...darkLights, ...lights }).map(({ reportId, data }) => `${reportId}: ${[...data].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

it('one report holds every light, those that are out as well', () => {
  expect(written('jabraEvolveLink', { ring: true, ringer: true })).toEqual(['2: 2400']);
  expect(written('jabraEvolveLink', { 'off-hook': true, mute: true, hold: true })).toEqual(['2: 0b00']);
  expect(written('jabraEvolveLink', {})).toEqual(['2: 0000']);
});

it('where each light has a report, all are written, and those that go out first', () => {
  expect(written('polyVoyagerBase', { 'off-hook': true })).toEqual(['1: 00', '3: 00', '5: 00', '4: 01']);
  expect(written('polyVoyagerBase', {})).toEqual(['1: 00', '3: 00', '4: 00', '5: 00']);
});

it('a light that the device does not have changes nothing', () => {
  expect(written('generic', { hold: true, microphone: true, ringer: true })).toEqual(written('generic', {}));
});
