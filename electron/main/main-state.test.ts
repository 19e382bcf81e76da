import { describe, expect, it, vi } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { mainSnapshotSchema } from '#shared/domain/snapshot.ts';
import { ringingCall } from '../../tests/fixtures/calls.ts';
import { MainState } from './main-state.ts';

describe('MainState', () => {
  it('begins with a snapshot that fits its own schema', () => {
    expect(mainSnapshotSchema.safeParse(new MainState(new ManualClock()).snapshot).success).toBe(true);
  });

  it('announces one new snapshot a change, and leaves the former one as it was', () => {
    const state = new MainState(new ManualClock());
    const before = state.snapshot;
    const listener = vi.fn();
    state.subscribe(listener);
    state.update({ calls: [ringingCall()], audio: { window: 'up', microphone: 'ready' } });
    expect(listener).toHaveBeenCalledExactlyOnceWith(state.snapshot);
    expect(state.snapshot.revision).toBe(before.revision + 1);
    expect(before.calls).toEqual([]);
    expect(Object.isFrozen(state.snapshot)).toBe(true);
  });

  it('says nothing when nothing changed', () => {
    const state = new MainState(new ManualClock());
    const listener = vi.fn();
    state.subscribe(listener);
    state.update({ agent: state.snapshot.agent });
    expect(listener).not.toHaveBeenCalled();
  });
});
