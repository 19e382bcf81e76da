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
    const state = new MainState(new ManualClock(), (run) => run());
    const before = state.snapshot;
    const listener = vi.fn();
    state.subscribe(listener);
    state.update({ calls: [ringingCall()], audio: { window: 'up', microphone: 'ready' } });
    expect(listener).toHaveBeenCalledExactlyOnceWith(state.snapshot);
    expect(state.snapshot.revision).toBe(before.revision + 1);
    expect(before.calls).toEqual([]);
    expect(Object.isFrozen(state.snapshot)).toBe(true);
  });

  it('tells all changes of one turn as one, after it; what is asked meanwhile is answered by the newest', () => {
    const later: (() => void)[] = [];
    const state = new MainState(new ManualClock(), (run) => later.push(run));
    const listener = vi.fn();
    state.subscribe(listener);
    state.update({ calls: [ringingCall()] });
    state.update({ voicemail: { newMessages: 2, oldMessages: 0 } });
    expect(state.snapshot.revision).toBe(2);
    expect(listener).not.toHaveBeenCalled();
    for (const run of later) run();
    expect(listener).toHaveBeenCalledExactlyOnceWith(state.snapshot);
    state.update({ calls: [] });
    expect(later).toHaveLength(2);
  });

  it('says nothing when nothing changed', () => {
    const state = new MainState(new ManualClock(), (run) => run());
    const listener = vi.fn();
    state.subscribe(listener);
    state.update({ agent: state.snapshot.agent });
    expect(listener).not.toHaveBeenCalled();
  });
});
