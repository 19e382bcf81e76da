import { pause, until } from '../../tests/lab/wait.ts';
import { cpuBetween, cpuByProcess, cpuOf, memoryByProcess, memoryOf, sharersOf } from '../process/process-tree.ts';
import { median } from '../report/statistics.ts';
import type { Caller } from '../sip/caller.ts';
import type { PeerSubject } from '../subjects/peer.ts';
import { isRegistered, registeredWithinMs } from './registered.ts';
import { alternating, type Bench } from './rounds.ts';

interface LoadBench extends Bench {
  readonly caller: Caller;
  readonly customers: readonly { readonly number: string; readonly name: string }[];
}

interface EmptyBench extends Pick<Bench, 'wire' | 'samples' | 'say'> {
  readonly peer: PeerSubject;
}

interface LoadTimes {
  readonly rounds: number;
  /** How long it may settle before it counts as idle. */
  readonly settleMs: number;
  /** Over how long the CPU of a call is taken. */
  readonly callMs: number;
}

/** Memory idle and in a call, and CPU in a call: each application alone, since two Electrons would share their pages. */
export async function measureLoad(bench: LoadBench, { rounds, settleMs, callMs }: LoadTimes): Promise<void> {
  const { wire, samples, caller, customers, say } = bench;
  for (const { round, subject } of alternating(bench.subjects, rounds)) {
    const { name, account } = subject;
    const from = customers[round % customers.length];
    if (from === undefined) throw new Error('There is no customer to call');
    wire.forget();
    const running = subject.start();
    try {
      await wire.message('the 200 to a REGISTER', account.user, isRegistered, registeredWithinMs);
      await running.attach();
      await pause(settleMs);
      samples.add('memoryIdle', name, memoryOf(running.pid));
      const idle = memoryByProcess(running.pid).join(', ');
      const sharers = sharersOf(running.pid);
      if (sharers > 0) say(`${sharers} processes of another Electron share pages with ${name}: its memory is told too low`);
      const call = caller.call(account.number, from);
      await running.answer();
      await until('the caller has been answered', () => call.up);
      // The set-up of the call has figures of its own.
      await pause(2_000);
      const before = cpuOf(running.pid);
      const begun = performance.now();
      await pause(callMs);
      const seconds = (performance.now() - begun) / 1000;
      const after = cpuOf(running.pid);
      const cpu = (cpuBetween(before, after) / seconds) * 100;
      samples.add('cpuInCall', name, cpu);
      samples.add('memoryInCall', name, memoryOf(running.pid));
      const memory = `MB: ${memoryByProcess(running.pid).join(', ')}`;
      call.hangUp();
      await running.finish();
      say(`load ${round + 1}/${rounds} ${name}: ${cpu.toFixed(1)}% of a core in a call (${cpuByProcess(before, after, seconds).join(', ')}); ${memory}; idle: ${idle}`);
    } finally {
      await running.stop();
    }
  }
}

/** What an idle peer takes that has Balie's two other processes too, both empty: the floor under Balie's memory, told beside the figure. */
export async function measureEmptyProcesses({ peer, wire, samples, say }: EmptyBench, { rounds, settleMs }: LoadTimes): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    wire.forget();
    const running = peer.startWithEmptyProcesses();
    try {
      await wire.message('the 200 to a REGISTER', peer.account.user, isRegistered, registeredWithinMs);
      await running.attach();
      await pause(settleMs);
      const memory = memoryOf(running.pid);
      const plain = median(samples.of('memoryIdle', 'peer'));
      say(`a peer with an empty hidden page and an empty utility process, idle: ${memory.toFixed(1)} MB, ${(memory / plain).toFixed(2)} times the peer's ${plain.toFixed(1)}; MB: ${memoryByProcess(running.pid).join(', ')}`);
    } finally {
      await running.stop();
    }
  }
}
