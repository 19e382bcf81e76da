import { readdirSync } from 'node:fs';
import { pause, until } from '../../tests/lab/wait.ts';
import { memoryByProcess, memoryOf, processTree } from '../process/process-tree.ts';
import type { Caller } from '../sip/caller.ts';
import type { BalieSubject } from '../subjects/balie.ts';
import { isRegistered, registeredWithinMs } from './registered.ts';
import type { Bench } from './rounds.ts';

interface SoakBench extends Bench {
  readonly caller: Caller;
  readonly customers: readonly { readonly number: string; readonly name: string }[];
}

/** By then every path has been taken and every cache has its size. */
const warmCalls = 100;
/** What Chromium and V8 give back a little after the last call. */
const settleMs = 10_000;
const heldEvery = 7;
const mutedEvery = 5;

/**
 * A shift's worth of calls, one after the other, with nothing between them: answered, some held and resumed, some muted, hung up by
 * either side in turn, closed. What grows from the first hundred to the last is a leak.
 */
export async function measureSoak({ wire, samples, caller, customers, say }: SoakBench, balie: BalieSubject, calls: number): Promise<void> {
  wire.forget();
  const running = balie.start();
  try {
    await wire.message('the 200 to a REGISTER', balie.account.user, isRegistered, registeredWithinMs);
    await running.attach();
    let before = { memory: 0, handles: 0 };
    for (let count = 1; count <= warmCalls + calls; count++) {
      const from = customers[count % customers.length];
      if (from === undefined) throw new Error('There is no customer to call');
      wire.forget();
      const call = caller.call(balie.account.number, from);
      await running.answer();
      await until('the caller has been answered', () => call.up);
      if (count % heldEvery === 0) await running.holdAndResume();
      if (count % mutedEvery === 0) await running.muteAndUnmute();
      if (count % 2 === 0) call.hangUp();
      else await running.hangUp();
      await running.finish();
      if (count === warmCalls) before = await settled(running.pid);
      if (count % 100 === 0) say(`call ${count}: ${memoryOf(running.pid).toFixed(0)} MB (${memoryByProcess(running.pid).join(', ')}), ${handlesOf(running.pid)} handles`);
    }
    const after = await settled(running.pid);
    samples.add('soakMemory', 'Balie', ((after.memory - before.memory) / before.memory) * 100);
    samples.add('soakHandles', 'Balie', after.handles - before.handles);
  } finally {
    await running.stop();
  }
}

async function settled(pid: number): Promise<{ readonly memory: number; readonly handles: number }> {
  await pause(settleMs);
  return { memory: memoryOf(pid), handles: handlesOf(pid) };
}

/** @returns open files, sockets (a peer connection has several) and devices of all processes of the application. */
function handlesOf(root: number): number {
  return processTree(root).reduce((sum, pid) => sum + filesOf(pid), 0);
}

function filesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    // It ended meanwhile.
    return 0;
  }
}
