import { beforeEach, describe, expect, test } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { FakeAudioLink, sdp } from '../../tests/fixtures/fake-audio-link.ts';
import { PreparedMedia } from './prepared-media.ts';
import { SlotRegistry } from './slot-registry.ts';

const ice = { servers: [], relayOnly: false, gatheringCapMs: 500 };
const offer = sdp('caller') + 'a=candidate:1 1 UDP 1 192.0.2.1 4000 typ host\r\n';

let link: FakeAudioLink;
let clock: ManualClock;
let slots: SlotRegistry;
let said: boolean[];

beforeEach(() => {
  link = new FakeAudioLink();
  clock = new ManualClock();
  slots = new SlotRegistry(link, silentLogger);
  said = [];
});

function prepared(theirs: string | null = offer): PreparedMedia {
  const media = new PreparedMedia({ slots, ice, clock, offer: theirs, onPrepared: (is) => said.push(is) });
  media.start();
  return media;
}

/** Lets everything that is already settled run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an answer that is prepared while it rings', () => {
  test('is negotiated without the candidates and without a microphone', async () => {
    const media = prepared();
    await settled();
    expect(said).toEqual([true]);
    expect(link.inputs('slot.answer')[0]?.['sdp']).not.toContain('a=candidate');
    expect(link.inputs('slot.commit')).toEqual([]);
    media.close();
  });

  test('gets the candidates and the microphone when it is taken', async () => {
    const media = prepared();
    await settled();
    const connection = await media.take(1_000);
    expect(link.inputs('slot.commit')).toEqual([{ slot: 1, candidates: [{ candidate: 'candidate:1 1 UDP 1 192.0.2.1 4000 typ host', sdpMid: '0', sdpMLineIndex: 0 }] }]);
    await connection.setRemoteDescription({ type: 'offer', sdp: offer });
    await connection.setLocalDescription(await connection.createAnswer());
    expect(connection.localDescription?.type).toBe('answer');
    expect(link.inputs('slot.answer')).toHaveLength(1);
  });

  test('is made again when the window dies and comes back', async () => {
    const media = prepared();
    await settled();
    link.die();
    expect(said).toEqual([true, false]);
    link.revive();
    await settled();
    expect(said).toEqual([true, false, true]);
    const { slot } = await media.take(1_000);
    expect(slot.id).toBe(2);
  });

  test('is waited for when the window is away at the moment of answering', async () => {
    const media = prepared();
    await settled();
    link.die();
    const taking = media.take(1_000);
    link.revive();
    expect((await taking).slot.isOpen).toBe(true);
  });

  test('is refused when the window does not come back in time', async () => {
    const media = prepared();
    await settled();
    link.die();
    const taking = media.take(1_000);
    clock.advance(1_001);
    await expect(taking).rejects.toMatchObject({ code: 'media.window-down' });
  });

  test('is refused when the offer cannot be answered', async () => {
    link.answer('slot.answer', () => Promise.reject(new BalieError('media.failed', 'no audio')));
    const media = prepared();
    await settled();
    expect(said).toEqual([]);
    await expect(media.take(1_000)).rejects.toMatchObject({ code: 'media.failed' });
    media.close();
    expect(slots.size).toBe(0);
  });

  test('is made on another slot when the window hangs at the ping and dies', async () => {
    const media = prepared();
    await settled();
    let pings = 0;
    link.answer('ping', async () => {
      if (++pings > 1) return;
      link.die();
      link.revive();
      throw new BalieError('ipc.timeout', 'hangs');
    });
    expect((await media.take(1_000)).slot.id).toBe(2);
  });

  test('leaves no slot when the call ends first', async () => {
    const media = prepared();
    await settled();
    media.close();
    expect([slots.size, link.slots.size]).toEqual([0, 0]);
    await expect(media.take(1_000)).rejects.toMatchObject({ code: 'media.window-down' });
  });

  test('is not taken twice', async () => {
    const media = prepared();
    await media.take(1_000);
    await expect(media.take(1_000)).rejects.toMatchObject({ code: 'media.window-down' });
  });
});

describe('an offer at hand', () => {
  test('is renewed before it is dropped', async () => {
    const media = prepared(null);
    await settled();
    clock.advance(19_000);
    media.refresh(20_000);
    expect(link.slots).toEqual(new Set([1]));
    clock.advance(2_000);
    media.refresh(20_000);
    expect(media.isReady).toBe(true);
    await settled();
    expect(link.slots).toEqual(new Set([2]));
    expect(media.isReady).toBe(true);
    media.close();
    expect(slots.size).toBe(0);
  });
});
