import { describe, expect, it } from 'vitest';
import { LineSplitter } from './ndjson.ts';

function collect(...pieces: Uint8Array[]): string[] {
  const splitter = new LineSplitter();
  return [...pieces.flatMap((piece) => splitter.take(piece)), ...splitter.end()];
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('LineSplitter', () => {
  it('puts lines together however the stream was cut, also within a letter', () => {
    const bytes = bytesOf('{"a":1}\n{"b":"é\\n"}\n\n{"c":3}\n');
    const expected = ['{"a":1}', '{"b":"é\\n"}', '', '{"c":3}'];
    for (let cut = 0; cut <= bytes.length; cut++) expect(collect(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(expected);
    expect(collect(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  it('gives a last line without a newline', () => {
    expect(collect(bytesOf('a\nb'))).toEqual(['a', 'b']);
  });

  it('gives nothing for nothing', () => {
    expect(collect()).toEqual([]);
  });

  it('refuses a line without an end instead of filling the memory', () => {
    const megabyte = bytesOf('x'.repeat(1024 * 1024));
    expect(() => collect(...Array.from({ length: 10 }, () => megabyte))).toThrow(expect.objectContaining({ code: 'sync.protocol' }));
  });
});
