import { describe, expect, it } from 'vitest';
import { linesOf } from './ndjson.ts';

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function collect(...texts: string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(pieces(...texts))) lines.push(line);
  return lines;
}

describe('linesOf', () => {
  it('puts lines together however the stream was cut', async () => {
    const text = '{"a":1}\n{"b":"é\\n"}\n\n{"c":3}\n';
    const expected = ['{"a":1}', '{"b":"é\\n"}', '', '{"c":3}'];
    for (let cut = 0; cut <= text.length; cut++) expect(await collect(text.slice(0, cut), text.slice(cut))).toEqual(expected);
    expect(await collect(...Array.from(text))).toEqual(expected);
  });

  it('gives a last line without a newline', async () => {
    expect(await collect('a\nb')).toEqual(['a', 'b']);
  });

  it('gives nothing for nothing', async () => {
    expect(await collect()).toEqual([]);
  });

  it('refuses a line without an end instead of filling the memory', async () => {
    const megabyte = 'x'.repeat(1024 * 1024);
    await expect(collect(...Array.from({ length: 10 }, () => megabyte))).rejects.toMatchObject({ code: 'sync.protocol' });
  });
});
