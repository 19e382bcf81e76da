import { pause, until } from '../../tests/lab/wait.ts';
import type { Caller } from '../sip/caller.ts';
import { mediaPorts } from '../sip/message.ts';
import type { BalieSubject } from '../subjects/balie.ts';
import { isRegistered, registeredWithinMs } from './registered.ts';
import type { Bench } from './rounds.ts';

interface CrashBench extends Bench {
  readonly caller: Caller;
  readonly customers: readonly { readonly number: string; readonly name: string }[];
}

const packetMs = 20;
/** Sound on both sides of the crash. */
const aroundMs = 2_000;

/** What a crash of each window costs a conversation. Of Balie alone: the plain page has nothing that could outlive it. */
export async function measureCrashes(bench: CrashBench, balie: BalieSubject, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const window of ['workspace', 'audio'] as const) {
      const { wire, samples, caller, customers, say } = bench;
      const from = customers[round % customers.length];
      if (from === undefined) throw new Error('There is no customer to call');
      wire.forget();
      const running = balie.start();
      try {
        await wire.message('the 200 to a REGISTER', balie.account.user, isRegistered, registeredWithinMs);
        await running.attach();
        const call = caller.call(balie.account.number, from);
        const click = await running.answer();
        const ok = await wire.message('the 200', balie.account.user, ({ fromApp, message }) => fromApp && message.status === 200 && message.cseq.method === 'INVITE');
        const before = mediaPorts(ok.message.body);
        await wire.firstRtp(before, click - 1);
        await until('the caller has been answered', () => call.up);
        await pause(aroundMs);
        const at = await running.crash(window);
        if (window === 'workspace') {
          await pause(aroundMs);
          samples.add('workspaceCrash', 'Balie', lostMs(wire.rtpFrom(before, at - aroundMs / 2, at + aroundMs - 100)));
        } else {
          const back = await until('sound from another port', () => wire.rtpFromOthers(before, at)[0], { withinMs: 15_000, everyMs: 10 });
          samples.add('audioCrash', 'Balie', back - at);
        }
        say(`crash of the ${window} window ${round + 1}/${rounds}`);
        call.hangUp();
      } finally {
        await running.stop();
      }
    }
  }
}

/** @param moments - when packets were sent. @returns the sound for which none was sent, in milliseconds. */
export function lostMs(moments: readonly number[]): number {
  const first = moments[0];
  const last = moments.at(-1);
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.round((last - first) / packetMs) + 1 - moments.length) * packetMs;
}
