import { describe, expect, it } from 'vitest';
import type { HeadsetControl } from '#shared/domain/headset/headset.ts';
import { headsetDescriptors } from '../../../tests/fixtures/headsets/descriptors.ts';
import { parseDescriptor } from '../../../tests/fixtures/headsets/parse-descriptor.ts';
import { layoutOf, type InputField } from './report-layout.ts';
import { ReportReader } from './report-reader.ts';

let now = 0;

function reader(inputs: readonly InputField[], standing: readonly HeadsetControl[] = []): (reportId: number, ...bytes: number[]) => string[] {
  const reading = new ReportReader(inputs, standing, () => now);
  return (reportId, ...bytes) => {
    now += 1_000;
    return reading.read({ reportId, data: new DataView(Uint8Array.from(bytes).buffer) }).map(({ control, on }) => `${control} ${on ? 'on' : 'off'}`);
  };
}

const field = (change: Partial<InputField>): InputField => ({ reportId: 1, bitOffset: 0, bitSize: 1, control: 'mute', kind: 'button', encoding: { as: 'delta', signed: false }, ...change });

describe('reports', () => {
  it('of a Jabra: the hook as it stands, the buttons when they go down', () => {
    const read = reader(layoutOf(parseDescriptor(headsetDescriptors.jabraEvolveLink.hex)).inputs);
    expect(read(2, 0b0000_0001, 0)).toEqual(['hook on']);
    expect(read(2, 0b0000_0101, 0)).toEqual(['mute on']);
    expect(read(2, 0b0000_0001, 0)).toEqual([]);
    expect(read(2, 0b0000_1001, 0)).toEqual(['flash on']);
    expect(read(2, 0b0000_0000, 0)).toEqual(['hook off']);
    expect(read(2, 0b0100_0000, 0)).toEqual(['reject on']);
    expect(read(4, 0b0000_0001, 0)).toEqual([]);
  });

  it('of a device that was off-hook when it was opened: putting it down is news', () => {
    const { inputs } = layoutOf(parseDescriptor(headsetDescriptors.jabraEvolveLink.hex));
    expect(reader(inputs, ['hook'])(2, 0, 0)).toEqual(['hook off']);
    expect(reader(inputs)(2, 0, 0)).toEqual([]);
  });

  it('of an EPOS: reject comes by either of its two places, and not at rest', () => {
    const read = reader(layoutOf(parseDescriptor(headsetDescriptors.eposImpactD1.hex)).inputs);
    expect(read(2, 0)).toEqual([]);
    expect(read(2, 0b0001_0000)).toEqual(['reject on']);
    expect(read(2, 0)).toEqual([]);
    expect(read(2, 0b0010_0000)).toEqual(['reject on']);
  });

  it('of a one-shot device, which never reports the release: the same report is another press', () => {
    const read = reader([field({})]);
    expect(read(1, 1)).toEqual(['mute on']);
    expect(read(1, 1)).toEqual(['mute on']);
  });

  it('that hold a button while another one changes: that is one press', () => {
    const read = reader([field({}), field({ control: 'flash', bitOffset: 1 })]);
    expect(read(1, 0b01)).toEqual(['mute on']);
    expect(read(1, 0b11)).toEqual(['flash on']);
    expect(read(1, 0b01)).toEqual([]);
  });

  it('of the same press under two report ids: one press', () => {
    const reading = new ReportReader([field({}), field({ reportId: 2 })], [], () => now);
    const data = new DataView(Uint8Array.of(1).buffer);
    expect(reading.read({ reportId: 1, data })).toHaveLength(1);
    now += 50;
    expect(reading.read({ reportId: 2, data })).toEqual([]);
  });

  it('of relative controls with a sign: only the positive one is a press', () => {
    const read = reader([field({ bitSize: 2, encoding: { as: 'delta', signed: true } })]);
    expect(read(1, 0b01)).toEqual(['mute on']);
    expect(read(1, 0b11)).toEqual([]);
  });

  it('of an array: the control whose number it holds', () => {
    const read = reader([field({ bitSize: 4, bitOffset: 4, encoding: { as: 'index', value: 3 } })]);
    expect(read(1, 0x20)).toEqual([]);
    expect(read(1, 0x30)).toEqual(['mute on']);
    expect(read(1, 0x00)).toEqual([]);
  });

  it('that are too short, or empty, are read as far as they go', () => {
    const read = reader([field({ bitOffset: 12, kind: 'switch', encoding: { as: 'bit' } })]);
    expect(read(1)).toEqual([]);
    expect(read(1, 0xff)).toEqual([]);
    expect(read(1, 0, 0x10)).toEqual(['mute on']);
    expect(read(1, 0)).toEqual(['mute off']);
  });
});
