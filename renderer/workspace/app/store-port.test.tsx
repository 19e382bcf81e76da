import { expect, test, vi } from 'vitest';
import { storeGoneChannel, storePortChannel } from '#shared/ipc/channels.ts';
import { storePort } from './store-port.ts';

const call = { kind: 'call', id: '1', name: 'sync.status', input: undefined } as const;

/** Leaves a message in the page, as the preload does. */
function leave(data: unknown, ports: MessagePort[] = [], source: Window | null = window): void {
  window.dispatchEvent(new MessageEvent('message', { data, ports, source }));
}

function store() {
  const channel = new MessageChannel();
  const heard: unknown[] = [];
  channel.port1.onmessage = ({ data }: MessageEvent<unknown>) => void heard.push(data);
  return { heard, near: channel.port2, says: (message: unknown) => channel.port1.postMessage(message) };
}

function page() {
  const port = storePort(window);
  const heard: unknown[] = [];
  port.listen((message) => void heard.push(message));
  return { port, heard };
}

test('what was asked before the store was there reaches it when it comes', async () => {
  const { port, heard } = page();
  port.post(call);
  const { near, heard: asked, says } = store();
  leave(storePortChannel, [near]);
  await vi.waitFor(() => expect(asked).toEqual([call]));
  says({ kind: 'ok', id: '1', value: 2 });
  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'ok', id: '1', value: 2 }]));
});

test('a store that is replaced, or gone, is told as a reset, and the one before is not heard any more', async () => {
  const { port, heard } = page();
  const [first, second, third] = [store(), store(), store()];
  leave(storePortChannel, [first.near]);
  leave(storePortChannel, [second.near]);
  expect(heard).toEqual([{ kind: 'reset' }]);
  leave(storeGoneChannel);
  leave(storeGoneChannel);
  expect(heard).toEqual([{ kind: 'reset' }, { kind: 'reset' }]);
  port.post(call);
  leave(storePortChannel, [third.near]);
  await vi.waitFor(() => expect(third.heard).toEqual([call]));
  first.says('former');
  third.says('now');
  await vi.waitFor(() => expect(heard).toContain('now'));
  expect(heard).not.toContain('former');
  expect([first.heard, second.heard]).toEqual([[], []]);
});

test('what another window says is not heard', () => {
  const { heard } = page();
  const { near } = store();
  leave(storePortChannel, [near]);
  leave(storeGoneChannel, [], null);
  leave({ kind: 'event' });
  expect(heard).toEqual([]);
});
