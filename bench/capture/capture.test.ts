import { describe, expect, test } from 'vitest';
import { ByteStream } from './byte-stream.ts';
import { type Packet, PcapReader } from './pcap.ts';
import { WebSocketFrames } from './websocket-frames.ts';

function pcapHeader(): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt32LE(1, 20);
  return header;
}

function record(protocol: 'tcp' | 'udp', payload: Buffer, micros: number): Buffer {
  const transport = Buffer.alloc(protocol === 'tcp' ? 20 : 8);
  transport.writeUInt16BE(40_000, 0);
  transport.writeUInt16BE(5060, 2);
  if (protocol === 'tcp') {
    transport.writeUInt32BE(77, 4);
    transport.writeUInt8(5 << 4, 12);
  }
  const ip = Buffer.alloc(20);
  ip.writeUInt8(0x45, 0);
  ip.writeUInt16BE(20 + transport.length + payload.length, 2);
  ip.writeUInt8(protocol === 'tcp' ? 6 : 17, 9);
  const frame = Buffer.concat([Buffer.alloc(14), ip, transport, payload]);
  const head = Buffer.alloc(16);
  head.writeUInt32LE(1_700_000_000, 0);
  head.writeUInt32LE(micros, 4);
  head.writeUInt32LE(frame.length, 8);
  return Buffer.concat([head, frame]);
}

describe('pcap', () => {
  test('packets come out whole, however the file is cut', () => {
    const file = Buffer.concat([pcapHeader(), record('udp', Buffer.from('rtp'), 250), record('tcp', Buffer.from('sip'), 500)]);
    const packets: Packet[] = [];
    const reader = new PcapReader((packet) => packets.push(packet));
    for (const byte of file) reader.push(Buffer.of(byte));
    expect(packets.map(({ protocol, sourcePort, payload }) => [protocol, sourcePort, payload.toString()])).toEqual([
      ['udp', 40_000, 'rtp'],
      ['tcp', 40_000, 'sip'],
    ]);
    expect(packets[0]?.at).toBeCloseTo(1_700_000_000_000.25, 3);
    expect(packets[1]?.sequence).toBe(77);
  });

  test('a file that is something else is refused', () => {
    expect(() => new PcapReader(() => undefined).push(Buffer.alloc(24))).toThrow('no pcap');
  });
});

function segment(sequence: number, text: string, syn = false): Packet {
  return { at: sequence, protocol: 'tcp', sourcePort: 1, destinationPort: 2, sequence, syn, payload: Buffer.from(text) };
}

describe('a TCP stream', () => {
  function read(segments: readonly Packet[]): string {
    let seen = '';
    const stream = new ByteStream((bytes) => (seen += bytes.toString()));
    for (const one of segments) stream.push(one);
    return seen;
  }

  test('drops what came twice, also in part', () => {
    expect(read([segment(9, '', true), segment(10, 'abc'), segment(10, 'abc'), segment(11, 'bcde')])).toBe('abcde');
  });

  test('waits for what is missing', () => {
    expect(read([segment(9, '', true), segment(13, 'def'), segment(10, 'abc')])).toBe('abcdef');
  });

  test('goes on where sequence numbers wrap', () => {
    expect(read([segment(0xffff_fffd, '', true), segment(0xffff_fffe, 'abc'), segment(1, 'def')])).toBe('abcdef');
  });
});

describe('WebSocket frames', () => {
  const handshake = Buffer.from('HTTP/1.1 101 Switching Protocols\r\n\r\n');

  function frame(text: string, { opcode = 1, final = true, masked = false } = {}): Buffer {
    const payload = Buffer.from(text);
    const key = Buffer.from([1, 2, 3, 4]);
    const length = payload.length < 126 ? Buffer.of(payload.length) : Buffer.from([126, payload.length >> 8, payload.length & 0xff]);
    length.writeUInt8(length.readUInt8(0) | (masked ? 0x80 : 0), 0);
    const body = masked ? Buffer.concat([key, Buffer.from(payload.map((byte, index) => byte ^ (key[index % 4] ?? 0)))]) : payload;
    return Buffer.concat([Buffer.of((final ? 0x80 : 0) | opcode), length, body]);
  }

  function read(chunks: readonly Buffer[]): { message: string; at: number }[] {
    const messages: { message: string; at: number }[] = [];
    const frames = new WebSocketFrames((message, at) => messages.push({ message, at }));
    chunks.forEach((chunk, index) => frames.push(chunk, index));
    return messages;
  }

  test('are unmasked', () => {
    expect(read([handshake, frame('REGISTER', { masked: true })])).toEqual([{ message: 'REGISTER', at: 1 }]);
  });

  test('have the time of their last byte', () => {
    const long = frame('x'.repeat(400));
    expect(read([handshake, long.subarray(0, 100), long.subarray(100)])).toEqual([{ message: 'x'.repeat(400), at: 2 }]);
  });

  test('are put together from fragments, with a ping between', () => {
    const chunks = [handshake, frame('INV', { final: false }), frame('lab', { opcode: 9 }), frame('ITE', { opcode: 0 })];
    expect(read(chunks).map(({ message }) => message)).toEqual(['INVITE']);
  });
});
