import type { HeadsetLights } from '#shared/domain/headset/headset.ts';
import { setField } from './report-bits.ts';
import type { OutputReport } from './report-layout.ts';

export interface WrittenReport {
  readonly reportId: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/**
 * The whole output of a headset as reports. Where every light has a report of its own, those that go out come first: a device
 * that is told it is off-hook while it still rings may play its ring tone into the conversation.
 */
export function reportsFor(outputs: readonly OutputReport[], lights: HeadsetLights): WrittenReport[] {
  const reports = outputs.map(({ reportId, byteLength, fields }) => {
    const data = new Uint8Array(byteLength);
    const lit = fields.filter(({ light }) => lights[light]);
    for (const { bitOffset } of lit) setField(data, bitOffset);
    return { reportId, data, lit: lit.length };
  });
  return reports.sort((a, b) => Math.sign(a.lit) - Math.sign(b.lit)).map(({ reportId, data }) => ({ reportId, data }));
}
