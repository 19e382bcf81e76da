import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { EventStream } from './event-stream.ts';

function setUp(highWaterMark = 1024) {
  const clock = new ManualClock();
  const body = new PassThrough({ highWaterMark });
  return { clock, body, stream: new EventStream(body, clock, 1000), read: () => String(body.read() ?? '') };
}

describe('a stream of events', () => {
  it('says hello before anything that changed meanwhile', () => {
    const { stream, read } = setUp();
    stream.changed('a-2');
    expect(read()).toBe('');
    stream.hello('a-1');
    expect(read().match(/event: \w+/g)).toEqual(['event: hello', 'event: changed']);
  });

  it('gives a slow reader the newest cursor when it can take one, and no heartbeats meanwhile', async () => {
    const { clock, body, stream } = setUp(8);
    stream.hello('a-1');
    for (let sequence = 2; sequence < 500; sequence += 1) stream.changed(`a-${sequence}`);
    clock.advance(10_000);
    expect(body.readableLength + body.writableLength).toBeLessThan(200);
    let text = '';
    body.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await expect.poll(() => text.match(/^id: .*/gm)).toEqual(['id: a-1', 'id: a-499']);
  });

  it('leaves no timer and runs every ending once, whoever ends it', () => {
    const { clock, stream } = setUp();
    let ended = 0;
    stream.onEnd(() => (ended += 1));
    stream.endAfter(5000);
    clock.advance(5000);
    stream.end();
    stream.onEnd(() => (ended += 1));
    expect([ended, clock.pending]).toEqual([2, 0]);
  });

  it('ends when the reader goes', async () => {
    const { clock, body } = setUp();
    body.destroy();
    await expect.poll(() => clock.pending).toBe(0);
  });
});
