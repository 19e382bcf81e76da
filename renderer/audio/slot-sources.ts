export type Side = 'operator' | 'party';

/**
 * What can be listened to in a slot: what the operator says in it (silent while the gate is shut) and what the other
 * party says. Either may come late, and may be replaced by another track.
 */
export class SlotSources {
  readonly #tracks: Record<Side, MediaStreamTrack | null> = { operator: null, party: null };
  readonly #watchers = new Set<() => void>();

  get(side: Side): MediaStreamTrack | null {
    return this.#tracks[side];
  }

  set(side: Side, track: MediaStreamTrack | null): void {
    if (this.#tracks[side] === track) return;
    this.#tracks[side] = track;
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** The slot was closed. */
  clear(): void {
    this.set('operator', null);
    this.set('party', null);
  }

  /** @returns a function that stops watching. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }
}
