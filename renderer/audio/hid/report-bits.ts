/** Reads an unsigned field, least significant bit first (HID 1.11 section 8.4). Bits behind the end of the report are 0. */
export function readBits(data: DataView, bitOffset: number, bitSize: number): number {
  let value = 0;
  for (let bit = 0; bit < bitSize; bit += 1) {
    const at = bitOffset + bit;
    const byte = at >> 3;
    if (byte < data.byteLength && ((data.getUint8(byte) >> (at & 7)) & 1) === 1) value += 2 ** bit;
  }
  return value;
}

/** The same field read as two's complement. */
export function readSignedBits(data: DataView, bitOffset: number, bitSize: number): number {
  const value = readBits(data, bitOffset, bitSize);
  return value >= 2 ** (bitSize - 1) ? value - 2 ** bitSize : value;
}

/** Sets the least significant bit of a field: the value 1. */
export function setField(data: Uint8Array, bitOffset: number): void {
  const byte = bitOffset >> 3;
  data[byte] = (data[byte] ?? 0) | (1 << (bitOffset & 7));
}
