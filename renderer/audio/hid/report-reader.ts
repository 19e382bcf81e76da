import type { HeadsetControl } from '#shared/domain/headset/headset.ts';
import { readBits, readSignedBits } from './report-bits.ts';
import type { InputField } from './report-layout.ts';
import type { HidInputReport } from './web-hid.ts';

export interface ControlChange {
  readonly control: HeadsetControl;
  readonly on: boolean;
}

/** A press that is reported twice, or under two report ids, is one press; a finger is not that fast. */
const bounceMs = 120;

/**
 * Turns input reports into what changed. A report repeats every control that it holds, so one that did not change says nothing;
 * only a one-shot device, which never reports the release, repeats a report to press again.
 */
export class ReportReader {
  readonly #inputs: readonly InputField[];
  readonly #now: () => number;
  readonly #values = new Map<InputField, boolean>();
  readonly #last = new Map<number, string>();
  readonly #pressed = new Map<HeadsetControl, number>();

  /**
   * @param standing - switches that are known to be on: a device says nothing of what did not change since.
   * @param now - milliseconds that only ever grow.
   */
  constructor(inputs: readonly InputField[], standing: readonly HeadsetControl[], now: () => number) {
    this.#inputs = inputs;
    this.#now = now;
    for (const field of inputs) if (field.kind !== 'button') this.#values.set(field, standing.includes(field.control));
  }

  read({ reportId, data }: HidInputReport): ControlChange[] {
    const raw = Array.from({ length: data.byteLength }, (_, index) => data.getUint8(index)).join();
    const repeated = this.#last.get(reportId) === raw;
    this.#last.set(reportId, raw);
    const fields = this.#inputs.filter((field) => field.reportId === reportId);
    const controls = new Set(fields.map(({ control }) => control));
    return [...controls].flatMap((control) => this.#change(control, fields.filter((field) => field.control === control), data, repeated));
  }

  #change(control: HeadsetControl, fields: readonly InputField[], data: DataView, repeated: boolean): ControlChange[] {
    const before = fields.some((field) => this.#values.get(field) === true);
    for (const field of fields) this.#values.set(field, isOn(field, data));
    const on = fields.some((field) => this.#values.get(field) === true);
    const isButton = fields[0]?.kind === 'button';
    if (!isButton) return on === before ? [] : [{ control, on }];
    const oneShot = repeated && fields.some(({ encoding }) => encoding.as === 'delta');
    if (!on || (before && !oneShot) || this.#bounces(control)) return [];
    return [{ control, on: true }];
  }

  #bounces(control: HeadsetControl): boolean {
    const now = this.#now();
    const former = this.#pressed.get(control);
    this.#pressed.set(control, now);
    return former !== undefined && now - former < bounceMs;
  }
}

function isOn({ encoding, bitOffset, bitSize }: InputField, data: DataView): boolean {
  if (encoding.as === 'index') return readBits(data, bitOffset, bitSize) === encoding.value;
  if (encoding.as === 'delta' && encoding.signed) return readSignedBits(data, bitOffset, bitSize) > 0;
  return readBits(data, bitOffset, bitSize) !== 0;
}
