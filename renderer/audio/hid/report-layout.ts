import { headsetLightSchema, type ControlKind, type HeadsetControl, type HeadsetLight } from '#shared/domain/headset/headset.ts';
import type { HidCollection, HidReportInfo, HidReportItem } from './web-hid.ts';

const telephonyPage = 0x0b;
const headsetUsage = 0x05;

const controls: ReadonlyMap<number, HeadsetControl> = new Map([
  [0x0b_0020, 'hook'],
  [0x0b_002f, 'mute'],
  [0x0b_0021, 'flash'],
  [0x0b_0024, 'redial'],
  // Vendors put "reject" on the programmable button (it stands where their own pages have it); others have Drop.
  [0x0b_0007, 'reject'],
  [0x0b_0026, 'reject'],
  // The button of the programmable button, where a vendor made an array of the two.
  [0x09_0001, 'reject'],
]);

const lights: ReadonlyMap<number, HeadsetLight> = new Map([
  [0x08_0018, 'ring'],
  [0x08_0017, 'off-hook'],
  [0x08_0009, 'mute'],
  [0x08_0020, 'hold'],
  [0x08_0021, 'microphone'],
  [0x0b_009e, 'ringer'],
]);

interface Bits {
  /** From the first bit behind the report id. */
  readonly bitOffset: number;
  readonly bitSize: number;
}

/** Where one control stands in an input report. */
export interface InputField extends Bits {
  readonly reportId: number;
  readonly control: HeadsetControl;
  readonly kind: ControlKind;
  /**
   * `bit`: not 0 means on. `delta`: relative, a positive value is a press. `index`: a slot of an array, which names a control by
   * `value`.
   */
  readonly encoding: { readonly as: 'bit' } | { readonly as: 'delta'; readonly signed: boolean } | { readonly as: 'index'; readonly value: number };
}

/** One output report, whole: what is no light of ours stays 0. */
export interface OutputReport {
  readonly reportId: number;
  readonly byteLength: number;
  readonly fields: readonly (Bits & { readonly light: HeadsetLight })[];
}

export interface ReportLayout {
  readonly inputs: readonly InputField[];
  readonly outputs: readonly OutputReport[];
}

/** @returns whether this is a telephone headset, by usage and nothing else. */
export function isHeadset(collections: readonly HidCollection[]): boolean {
  return collections.some(isHeadsetCollection);
}

/** Finds the controls and lights of a headset in its parsed report descriptor (HID 1.11 section 6.2.2). */
export function layoutOf(collections: readonly HidCollection[]): ReportLayout {
  const own = collections.filter(isHeadsetCollection);
  return {
    inputs: own.flatMap(({ inputReports = [] }) => inputReports.flatMap(inputFields)),
    outputs: own.flatMap(({ outputReports = [] }) => outputReports.map(outputReport).filter(({ fields }) => fields.length > 0)),
  };
}

export function controlsOf({ inputs }: ReportLayout): { control: HeadsetControl; kind: ControlKind }[] {
  const kinds = new Map(inputs.map(({ control, kind }) => [control, kind] as const));
  return [...kinds].map(([control, kind]) => ({ control, kind }));
}

export function lightsOf({ outputs }: ReportLayout): HeadsetLight[] {
  const found = new Set(outputs.flatMap(({ fields }) => fields.map(({ light }) => light)));
  return headsetLightSchema.options.filter((light) => found.has(light));
}

function isHeadsetCollection({ usagePage, usage }: HidCollection): boolean {
  return usagePage === telephonyPage && usage === headsetUsage;
}

function inputFields({ reportId = 0, items = [] }: HidReportInfo): InputField[] {
  return walk(items).flatMap(({ item, bitOffset, bitSize, index }): InputField[] => {
    const place = { reportId, bitOffset, bitSize };
    if (item.isArray === true) {
      return arrayMembers(item).map(({ control, value }) => ({ ...place, control, kind: 'button', encoding: { as: 'index', value } }));
    }
    const control = controls.get(usageAt(item, index));
    if (control === undefined) return [];
    const relative = item.isAbsolute === false;
    const encoding = relative ? ({ as: 'delta', signed: (item.logicalMinimum ?? 0) < 0 } as const) : ({ as: 'bit' } as const);
    return [{ ...place, control, kind: kindOf(control, item), encoding }];
  });
}

/** Only a hook and a mute can stay where they were put; the others spring back, whatever the descriptor says. */
function kindOf(control: HeadsetControl, { isAbsolute, hasPreferredState }: HidReportItem): ControlKind {
  if (isAbsolute === false || (control !== 'hook' && control !== 'mute')) return 'button';
  if (hasPreferredState !== true) return 'switch';
  return control === 'hook' ? 'spring' : 'button';
}

function outputReport({ reportId = 0, items = [] }: HidReportInfo): OutputReport {
  const bits = items.reduce((sum, { reportSize = 0, reportCount = 0 }) => sum + reportSize * reportCount, 0);
  const fields = walk(items).flatMap(({ item, bitOffset, bitSize, index }) => {
    // A light chosen by its number in an array cannot be lit beside another one: no headset does it.
    const light = item.isArray === true ? undefined : lights.get(usageAt(item, index));
    return light === undefined ? [] : [{ light, bitOffset, bitSize }];
  });
  return { reportId, byteLength: Math.ceil(bits / 8), fields };
}

/** Every field of a report that is no padding, with its place. */
function walk(items: readonly HidReportItem[]): (Bits & { readonly item: HidReportItem; readonly index: number })[] {
  let offset = 0;
  return items.flatMap((item) => {
    const { reportSize = 0, reportCount = 0 } = item;
    const start = offset;
    offset += reportSize * reportCount;
    if (item.isConstant === true || reportSize === 0 || reportSize > 32) return [];
    return Array.from({ length: reportCount }, (_, index) => ({ item, index, bitOffset: start + index * reportSize, bitSize: reportSize }));
  });
}

/** The usage of the n-th field; the last one counts for all that follow (HID 1.11 section 6.2.2.8). */
function usageAt(item: HidReportItem, index: number): number {
  if (item.isRange === true) return Math.min((item.usageMinimum ?? 0) + index, item.usageMaximum ?? 0);
  return item.usages?.[index] ?? item.usages?.at(-1) ?? 0;
}

/** A slot holds the number of the control that is pressed. 0 is none of them: a device at rest reports zeros, whatever its logical minimum. */
function arrayMembers(item: HidReportItem): { readonly control: HeadsetControl; readonly value: number }[] {
  const first = item.logicalMinimum ?? 0;
  const count = item.isRange === true ? (item.usageMaximum ?? 0) - (item.usageMinimum ?? 0) + 1 : (item.usages?.length ?? 0);
  return Array.from({ length: Math.min(count, 256) }, (_, index) => ({ control: controls.get(usageAt(item, index)), value: first + index })).flatMap(({ control, value }) =>
    control === undefined || value === 0 ? [] : [{ control, value }],
  );
}
