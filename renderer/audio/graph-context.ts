/** What TypeScript's library does not know yet: Chromium has it since 110. */
interface GraphOptions extends AudioContextOptions {
  readonly sinkId: { readonly type: 'none' };
}

const open = new Set<AudioContext>();

/**
 * A context for a graph that is not played: it runs by the clock, needs no audio device, and does not stop when one is
 * unplugged. Close it with {@link closeGraph}: an open one costs some per cent of a core.
 */
export function openGraph(options: AudioContextOptions): AudioContext {
  const silent: GraphOptions = { ...options, sinkId: { type: 'none' } };
  const context = new AudioContext(silent);
  open.add(context);
  return context;
}

export function closeGraph(context: AudioContext): void {
  open.delete(context);
  void context.close();
}

/** How many are open: a leak check. */
export function graphCount(): number {
  return open.size;
}
