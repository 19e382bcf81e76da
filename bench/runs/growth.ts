import { pause } from '../../tests/lab/wait.ts';
import { handlesOf, writtenByProcess, writtenMemoryOf } from '../process/process-tree.ts';
import type { RunningBalie } from '../subjects/balie.ts';

/** What Balie holds at one moment: if it holds more of it later, having done the same things, something is kept that should not be. */
export interface Held {
  /** MB that all processes have written, garbage collected. */
  readonly memory: number;
  readonly handles: number;
  readonly peerConnections: number;
  /** For the reader: by process, and what is alive inside. */
  readonly words: string;
}

/** What Chromium and V8 give back a little after the last call. */
const settleMs = 10_000;

/** Lets the last call settle, collects garbage, and looks. */
export async function held(running: RunningBalie): Promise<Held> {
  await pause(settleMs);
  const before = writtenMemoryOf(running.pid);
  const inside = await running.inside();
  const memory = writtenMemoryOf(running.pid);
  const handles = handlesOf(running.pid);
  const counts = Object.entries<number>({ ...inside }).map(([name, value]) => `${name} ${value.toFixed(value < 1000 ? 1 : 0)}`);
  const words = `${memory.toFixed(1)} MB (${before.toFixed(1)} before garbage was collected: ${writtenByProcess(running.pid).join(', ')}), ${handles} handles; ${counts.join(', ')}`;
  return { memory, handles, peerConnections: inside.peerConnections, words };
}
