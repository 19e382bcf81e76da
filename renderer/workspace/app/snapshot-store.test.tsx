import { expect, test } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { connect } from '#shared/ipc/client.ts';
import { mainContract } from '#shared/ipc/main-list.ts';
import { portPair } from '../../../tests/workspace-preview/port-pair.ts';
import { SampleMain } from '../../../tests/workspace-preview/sample-main.ts';
import { SnapshotStore } from './snapshot-store.ts';

/** A page that has been told of its first snapshot. */
async function page() {
  const main = new SampleMain({});
  const ports = portPair();
  main.server.attach(ports.far);
  const clock = new ManualClock();
  const snapshots = new SnapshotStore(connect(mainContract, ports.near), clock);
  const shown: (number | undefined)[] = [];
  snapshots.subscribe(() => shown.push(snapshots.current()?.revision));
  await expect.poll(() => shown).toEqual([1]);
  const tell = async (revision: number): Promise<void> => {
    main.server.emit('snapshot', { ...main.snapshot, revision });
    await Promise.resolve();
  };
  return { snapshots, clock, shown, tell };
}

/** What snapshots are drawn with, and when it is there for each that was held. */
function awaited() {
  const asked: number[] = [];
  const arrivals: (() => void)[] = [];
  const drawnWith = ({ revision }: MainSnapshot): Promise<void> => {
    asked.push(revision);
    return new Promise((resolve) => void arrivals.push(resolve));
  };
  const arrive = async (which: number): Promise<void> => {
    arrivals[which]?.();
    await Promise.resolve();
  };
  return { asked, drawnWith, arrive };
}

test('a snapshot waits for what it is drawn with, and the newest of those that came meanwhile is shown', async () => {
  const { snapshots, shown, tell } = await page();
  const { asked, drawnWith, arrive } = awaited();
  snapshots.drawWith(drawnWith);
  await tell(2);
  await tell(4);
  // Behind what is on its way already.
  await tell(3);
  expect([shown, asked]).toEqual([[1], [2]]);
  await arrive(0);
  expect(shown).toEqual([1, 4]);
});

test('it waits a moment, not longer; what arrives too late holds nothing up and releases nothing', async () => {
  const { snapshots, clock, shown, tell } = await page();
  const { drawnWith, arrive } = awaited();
  snapshots.drawWith(drawnWith);
  await tell(2);
  clock.advance(49);
  expect(shown).toEqual([1]);
  clock.advance(1);
  expect(shown).toEqual([1, 2]);
  await tell(3);
  await arrive(0);
  expect(shown).toEqual([1, 2]);
  await arrive(1);
  expect(shown).toEqual([1, 2, 3]);
  expect(clock.pending).toBe(0);
});

test('where nothing is awaited it is shown at once, and so is what is held when nobody draws with anything any more', async () => {
  const { snapshots, shown, tell } = await page();
  const stop = snapshots.drawWith(({ revision }) => (revision === 3 ? new Promise(() => undefined) : null));
  await tell(2);
  await tell(3);
  expect(shown).toEqual([1, 2]);
  stop();
  expect(shown).toEqual([1, 2, 3]);
});
