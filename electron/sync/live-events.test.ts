import { describe, expect, it, vi } from 'vitest';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { CentralClient } from './central-client.ts';
import { LiveEvents } from './live-events.ts';

type Ending = 'end' | 'break';

/** A central whose event streams a test writes by hand. */
function bench() {
  const clock = new ManualClock();
  const streams: { readonly headers: Record<string, string>; send(text: string): void; finish(how: Ending): void; readonly aborted: () => boolean }[] = [];
  let status = 200;
  const fakeFetch = (async (_url: URL, init: { headers: Record<string, string>; signal: AbortSignal }) => {
    if (status !== 200) return new Response('', { status });
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (own) => void (controller = own) });
    init.signal.addEventListener('abort', () => controller?.error(init.signal.reason));
    streams.push({
      headers: init.headers,
      aborted: () => init.signal.aborted,
      send: (text) => controller?.enqueue(new TextEncoder().encode(text)),
      finish(how) {
        if (how === 'end') controller?.close();
        else controller?.error(new TypeError('terminated'));
      },
    });
    return new Response(body);
  }) as unknown as typeof fetch;
  const client = new CentralClient({ fetch: fakeFetch, clock, session: () => ({ centralUrl: 'http://central.test/api', accessToken: 'token' }) });
  const heard: string[] = [];
  const live = new LiveEvents({
    client,
    clock,
    random: () => 1,
    logger: silentLogger,
    onConnected: (cursor) => heard.push(`connected ${cursor}`),
    onChanged: (cursor) => heard.push(`changed ${cursor}`),
    onLost: () => heard.push('lost'),
    onUnauthorised: () => heard.push('unauthorised'),
  });
  const stream = async (number: number) => {
    await vi.waitFor(() => expect(streams).toHaveLength(number));
    return streams[number - 1]!;
  };
  return { live, clock, heard, stream, streams, answer: (code: number) => void (status = code) };
}

const event = (name: string, cursor: string): string => `id: ${cursor}\nevent: ${name}\ndata: {"cursor":"${cursor}"}\n\n`;

describe('LiveEvents', () => {
  it('tells of the connection and of each change, however the stream is cut', async () => {
    const { live, heard, stream } = bench();
    live.start();
    const first = await stream(1);
    for (const letter of `${event('hello', 'a-1')}: heartbeat\n\n${event('changed', 'a-2')}`) first.send(letter);
    await vi.waitFor(() => expect(heard).toEqual(['connected a-1', 'changed a-2']));
    live.stop();
  });

  it('tells that central may be away also where no stream stood', async () => {
    const { live, clock, heard, stream, streams } = bench();
    const next = (number: number) =>
      vi.waitFor(() => {
        clock.advance(1_000);
        expect(streams).toHaveLength(number);
      });
    live.start();
    (await stream(1)).finish('break');
    await next(2);
    expect(heard).toEqual(['lost']);
    streams[1]!.finish('break');
    await vi.waitFor(() => expect(heard).toEqual(['lost', 'lost']));
    await next(3);
    streams[2]!.send(event('hello', 'a-1'));
    await vi.waitFor(() => expect(heard).toEqual(['lost', 'lost', 'connected a-1']));
    streams[2]!.finish('break');
    await vi.waitFor(() => expect(heard).toEqual(['lost', 'lost', 'connected a-1', 'lost']));
    live.stop();
  });

  it('passes over what it cannot read', async () => {
    const { live, heard, stream } = bench();
    live.start();
    const first = await stream(1);
    first.send('data: not json\n\ndata: {"cursor":"; DROP TABLE"}\n\nnonsense\n\n');
    first.send(event('changed', 'a-3'));
    await vi.waitFor(() => expect(heard).toEqual(['changed a-3']));
    live.stop();
  });

  it('passes over events of a name that it does not know; one that says where the log stands is a change', async () => {
    const { live, heard, stream } = bench();
    live.start();
    const first = await stream(1);
    first.send(event('hello', 'a-1'));
    first.send('event: rebalanced\nid: shard-b\ndata: {"shard":"b"}\n\nevent: weather\ndata: rain\n\n');
    first.send('event: compacted\nid: a-2\ndata: {"cursor":"a-2","freed":12}\n\n');
    await vi.waitFor(() => expect(heard).toEqual(['connected a-1', 'changed a-2']));
    live.stop();
  });

  it.each(['end', 'break'] as const)('comes back after the stream met its %s, and says where it was', async (how) => {
    const { live, clock, heard, stream, streams } = bench();
    live.start();
    const first = await stream(1);
    first.send(event('hello', 'a-1'));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    first.finish(how);
    await vi.waitFor(() => {
      clock.advance(1_000);
      expect(streams).toHaveLength(2);
    });
    expect((await stream(2)).headers['last-event-id']).toBe('a-1');
    expect(heard).toEqual(['connected a-1', 'lost']);
    live.stop();
  });

  it('gives a line up that is silent for three heartbeats', async () => {
    const { live, clock, stream } = bench();
    live.start();
    const first = await stream(1);
    first.send(event('hello', 'a-1'));
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    clock.advance(45_000);
    expect(first.aborted()).toBe(true);
    live.stop();
  });

  it('asks for a fresh token when the old one is refused, and connects at once with it', async () => {
    const { live, heard, stream, streams, answer } = bench();
    answer(401);
    live.start();
    await vi.waitFor(() => expect(heard).toEqual(['unauthorised']));
    answer(200);
    await vi.waitFor(() => {
      live.start();
      expect(streams).toHaveLength(1);
    });
    (await stream(1)).send(event('hello', 'a-1'));
    await vi.waitFor(() => expect(heard).toContain('connected a-1'));
    live.stop();
  });

  it('leaves nothing behind when it is stopped', async () => {
    const { live, clock, stream } = bench();
    live.start();
    const first = await stream(1);
    live.stop();
    expect(first.aborted()).toBe(true);
    await vi.waitFor(() => expect(clock.pending).toBe(0));
  });
});
