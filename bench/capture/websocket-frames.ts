/** Opcodes of RFC 6455 section 5.2. */
const continuation = 0x0;
const text = 0x1;
const binary = 0x2;

const endOfHandshake = '\r\n\r\n';

/** The messages in one direction of a WebSocket connection (RFC 6455), unmasked; without extensions. A message has the time at which its last byte passed. */
export class WebSocketFrames {
  readonly #onMessage: (message: string, at: number) => void;
  #buffered: Buffer = Buffer.alloc(0);
  #open = false;
  #fragments: Buffer[] = [];

  constructor(onMessage: (message: string, at: number) => void) {
    this.#onMessage = onMessage;
  }

  push(bytes: Buffer, at: number): void {
    this.#buffered = Buffer.concat([this.#buffered, bytes]);
    if (!this.#open) {
      const end = this.#buffered.indexOf(endOfHandshake);
      if (end < 0) return;
      this.#buffered = this.#buffered.subarray(end + endOfHandshake.length);
      this.#open = true;
    }
    for (let frame = readFrame(this.#buffered); frame !== null; frame = readFrame(this.#buffered)) {
      this.#buffered = this.#buffered.subarray(frame.length);
      this.#take(frame, at);
    }
  }

  #take(frame: Frame, at: number): void {
    if (frame.opcode !== continuation && frame.opcode !== text && frame.opcode !== binary) return;
    this.#fragments.push(frame.payload);
    if (!frame.final) return;
    const message = Buffer.concat(this.#fragments).toString('utf8');
    this.#fragments = [];
    this.#onMessage(message, at);
  }
}

interface Frame {
  readonly final: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
  /** Bytes of the whole frame. */
  readonly length: number;
}

function readFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const first = bytes.readUInt8(0);
  const second = bytes.readUInt8(1);
  const shortLength = second & 0x7f;
  const lengthBytes = shortLength === 126 ? 2 : shortLength === 127 ? 8 : 0;
  const masked = (second & 0x80) !== 0;
  const header = 2 + lengthBytes + (masked ? 4 : 0);
  if (bytes.length < header) return null;
  const size = lengthBytes === 0 ? shortLength : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < header + size) return null;
  const payload = Buffer.from(bytes.subarray(header, header + size));
  if (masked) unmask(payload, bytes.subarray(header - 4, header));
  return { final: (first & 0x80) !== 0, opcode: first & 0x0f, payload, length: header + size };
}

function unmask(payload: Buffer, key: Buffer): void {
  for (let index = 0; index < payload.length; index++) payload[index] = (payload[index] ?? 0) ^ (key[index % 4] ?? 0);
}
