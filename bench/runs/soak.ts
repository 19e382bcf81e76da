import { until } from '../../tests/lab/wait.ts';
import { handlesOf, writtenMemoryOf } from '../process/process-tree.ts';
import type { Caller } from '../sip/caller.ts';
import type { BalieSubject } from '../subjects/balie.ts';
import { held, type Held } from './growth.ts';
import { isRegistered, registeredWithinMs, unhurried } from './registered.ts';
import type { Bench } from './rounds.ts';

interface SoakBench extends Bench {
  readonly caller: Caller;
  readonly customers: readonly { readonly number: string; readonly name: string }[];
}

/** By then every path has been taken and every cache has its size. */
const warmCalls = 100;
/** What is held is looked at this often, besides the beginning and the end: to tell what grows steadily from what has found its size. */
const lookEvery = 300;
const heldEvery = 7;
const mutedEvery = 5;

/**
 * A great many calls, one after the other, with nothing between them: answered, some held and resumed, some muted, hung up by
 * either side in turn, closed. What grows from the first hundred to the last is a leak.
 */
export async function measureSoak({ wire, samples, caller, customers, say }: SoakBench, balie: BalieSubject, calls: number): Promise<void> {
  wire.forget();
  const running = balie.start({ inspect: true });
  try {
    await wire.message('the 200 to a REGISTER', balie.account.user, isRegistered, registeredWithinMs);
    await running.attach();
    const looks: Held[] = [];
    let slowestMs = 0;
    for (let count = 1; count <= warmCalls + calls; count++) {
      const from = customers[count % customers.length];
      if (from === undefined) throw new Error('There is no customer to call');
      wire.forget();
      const begun = performance.now();
      const call = caller.call(balie.account.number, from);
      await running.answer();
      await until(() => `the caller has been answered (${call.failure === null ? 'not refused either' : `refused with ${call.failure}`})`, () => call.up, unhurried);
      if (count % heldEvery === 0) await running.holdAndResume();
      if (count % mutedEvery === 0) await running.muteAndUnmute();
      if (count % 2 === 0) call.hangUp();
      else await running.hangUp();
      await running.finish();
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      if (count % 50 === 0) {
        say(`call ${count}: ${writtenMemoryOf(running.pid).toFixed(0)} MB, ${handlesOf(running.pid)} handles; the slowest so far took ${(slowestMs / 1000).toFixed(1)} s`);
      }
      if (count !== warmCalls && count !== warmCalls + calls && count % lookEvery !== 0) continue;
      looks.push(await held(running));
      say(`after call ${count}: ${looks.at(-1)?.words ?? ''}`);
    }
    const [before, after] = [looks[0], looks.at(-1)];
    if (before === undefined || after === undefined) throw new Error('Nothing was looked at');
    samples.add('soakMemory', 'Balie', (after.memory / before.memory - 1) * 100);
    samples.add('soakHandles', 'Balie', after.handles - before.handles);
    samples.add('soakConnections', 'Balie', after.peerConnections - before.peerConnections);
  } finally {
    await running.stop();
  }
}
