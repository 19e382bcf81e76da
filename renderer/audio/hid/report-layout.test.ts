import { describe, expect, it } from 'vitest';
import { headsetDescriptors, headsetModels, type HeadsetModel } from '../../../tests/fixtures/headsets/descriptors.ts';
import { bitOf, parseDescriptor } from '../../../tests/fixtures/headsets/parse-descriptor.ts';
import { controlsOf, isHeadset, layoutOf, lightsOf } from './report-layout.ts';
import type { HidReportItem } from './web-hid.ts';

function layout(model: HeadsetModel) {
  return layoutOf(parseDescriptor(headsetDescriptors[model].hex));
}

function inputs(model: HeadsetModel): string[] {
  return layout(model).inputs.map(({ control, kind, reportId, bitOffset }) => `${control} ${kind} ${reportId}.${bitOffset}`);
}

function outputs(model: HeadsetModel): string[] {
  return layout(model).outputs.flatMap(({ reportId, byteLength, fields }) => fields.map(({ light, bitOffset }) => `${light} ${reportId}.${bitOffset}/${byteLength}`));
}

/** One headset collection with one input report. */
function headsetWith(...items: readonly HidReportItem[]) {
  return [{ usagePage: 0x0b, usage: 0x05, inputReports: [{ reportId: 1, items }] }];
}

const bit: HidReportItem = { isAbsolute: true, isArray: false, isConstant: false, hasPreferredState: false, reportSize: 1, reportCount: 1, logicalMinimum: 0, logicalMaximum: 1 };
const padding: HidReportItem = { ...bit, isConstant: true, usages: [] };

// Read from the descriptors by hand.
describe('controls and lights stand where the descriptor puts them', () => {
  it('Jabra: one report, a keypad between the buttons', () => {
    expect(inputs('jabraBiz2400')).toEqual(['hook switch 2.0', 'mute button 2.2', 'flash button 2.3', 'redial button 2.4', 'reject button 2.11']);
    expect(outputs('jabraBiz2400')).toEqual(['off-hook 2.0/2', 'mute 2.1/2', 'ring 2.2/2', 'hold 2.3/2', 'microphone 2.4/2', 'ringer 2.5/2']);
  });

  it('Poly: a report for each light', () => {
    expect(inputs('polyVoyagerBase')).toEqual(['hook switch 1.0', 'mute button 1.1', 'flash button 1.2', 'redial button 1.3', 'reject button 1.4']);
    expect(outputs('polyVoyagerBase')).toEqual(['ring 1.0/1', 'mute 3.0/1', 'off-hook 4.0/1', 'hold 5.0/1']);
  });

  it('Plantronics: mute before the hook', () => {
    expect(inputs('polyBlackwire5220')).toEqual(['mute button 8.0', 'hook switch 8.1', 'flash button 8.2', 'redial button 8.3', 'reject button 8.4']);
    expect(outputs('polyBlackwire5220')).toEqual(['mute 9.0/1', 'off-hook 23.0/1', 'ring 24.0/1', 'hold 32.0/1']);
  });

  it('EPOS: another order, volume keys in the same report, reject twice', () => {
    expect(inputs('eposImpactDw')).toEqual(['hook switch 2.2', 'flash button 2.3', 'redial button 2.4', 'mute button 2.5', 'reject button 2.6', 'reject button 2.7']);
    expect(outputs('eposImpactDw')).toEqual(['ringer 3.0/1', 'off-hook 3.1/1', 'microphone 3.2/1', 'ring 3.3/1', 'mute 3.4/1', 'hold 3.6/1']);
    expect(inputs('eposImpactD1')[0]).toBe('hook spring 2.0');
  });

  it('Yealink: sixteen bits', () => {
    expect(inputs('yealinkWh66')).toEqual(['hook switch 2.0', 'mute button 2.2', 'flash button 2.3', 'redial button 2.4', 'reject button 2.6']);
    expect(outputs('yealinkWh66')).toEqual(['off-hook 2.0/2', 'mute 2.1/2', 'ring 2.2/2', 'hold 2.3/2', 'microphone 2.4/2', 'ringer 2.5/2']);
  });

  it('a real one of a maker that is not known here: by the usage page alone', () => {
    expect(inputs('dellSp325')).toEqual(['hook switch 5.0', 'mute button 5.1', 'redial button 5.2', 'flash button 5.3', 'reject button 5.7']);
    expect(outputs('dellSp325')).toEqual(['off-hook 5.0/1', 'mute 5.1/1', 'ring 5.2/1', 'hold 5.3/1', 'microphone 5.4/1']);
  });

  it('a generic one has what it has, and no more', () => {
    expect(controlsOf(layout('generic'))).toEqual([{ control: 'hook', kind: 'spring' }, { control: 'mute', kind: 'button' }]);
    expect(lightsOf(layout('generic'))).toEqual(['ring', 'off-hook', 'mute']);
  });

  it.each(headsetModels)('%s: as the fixture counts them', (model) => {
    const collections = parseDescriptor(headsetDescriptors[model].hex);
    const headset = collections.find(({ usagePage, usage }) => usagePage === 0x0b && usage === 0x05);
    const hook = bitOf(headset?.inputReports, 0x0b_0020);
    expect(layout(model).inputs.find(({ control }) => control === 'hook')).toMatchObject({ reportId: hook?.reportId, bitOffset: hook?.bit });
    const offHook = bitOf(headset?.outputReports, 0x08_0017);
    expect(layout(model).outputs.find(({ fields }) => fields.some(({ light }) => light === 'off-hook'))).toMatchObject({ reportId: offHook?.reportId, byteLength: offHook?.bytes });
  });
});

describe('what is a headset', () => {
  it.each(headsetModels)('%s', (model) => expect(isHeadset(parseDescriptor(headsetDescriptors[model].hex))).toBe(true));

  it.each([
    ['a telephone handset (usage 0x01)', { usagePage: 0x0b, usage: 0x01 }],
    ['volume keys', { usagePage: 0x0c, usage: 0x01 }],
    ['a keyboard', { usagePage: 0x01, usage: 0x06 }],
    ['a page of the vendor with the same usage', { usagePage: 0xff30, usage: 0x05 }],
  ])('not %s', (_, collection) => expect(isHeadset([collection])).toBe(false));
});

describe('items', () => {
  it('count the padding', () => {
    const { inputs: found } = layoutOf(headsetWith({ ...padding, reportCount: 5 }, { ...bit, usages: [0x0b_0020] }, { ...padding, reportSize: 8 }, { ...bit, usages: [0x0b_002f] }));
    expect(found.map(({ control, bitOffset }) => [control, bitOffset])).toEqual([['hook', 5], ['mute', 14]]);
  });

  it('a range of usages gives one to each field', () => {
    const { inputs: found } = layoutOf(headsetWith({ ...bit, isRange: true, usageMinimum: 0x0b_0020, usageMaximum: 0x0b_0024, reportCount: 5 }));
    expect(found.map(({ control, bitOffset }) => [control, bitOffset])).toEqual([['hook', 0], ['flash', 1], ['redial', 4]]);
  });

  it('an array names its controls by number, from the logical minimum; 0 is none', () => {
    const array = { ...bit, isArray: true, reportSize: 8, logicalMinimum: 1, logicalMaximum: 3, usages: [0x0b_0020, 0x0b_002f, 0x0b_0021] };
    expect(layoutOf(headsetWith(array)).inputs.map(({ control, kind, encoding }) => [control, kind, encoding])).toEqual([
      ['hook', 'button', { as: 'index', value: 1 }],
      ['mute', 'button', { as: 'index', value: 2 }],
      ['flash', 'button', { as: 'index', value: 3 }],
    ]);
    expect(layoutOf(headsetWith({ ...array, logicalMinimum: 0 })).inputs.map(({ control }) => control)).toEqual(['mute', 'flash']);
  });

  it('absurd ones are not read: a field of a megabit, no size, no usages', () => {
    expect(layoutOf(headsetWith({ ...bit, usages: [0x0b_0020], reportSize: 1_000_000 }, { usages: [0x0b_0020] }, { ...bit })).inputs).toEqual([]);
    expect(layoutOf([{ usagePage: 0x0b, usage: 0x05 }])).toEqual({ inputs: [], outputs: [] });
  });
});
