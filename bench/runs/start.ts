import { pause } from '../../tests/lab/wait.ts';
import { isRegistered, registeredWithinMs } from './registered.ts';
import { alternating, type Bench } from './rounds.ts';

/** Process start to registered, and to an interactive workspace: each application alone, started with the profile of its former run. */
export async function measureStart(bench: Bench, rounds: number): Promise<void> {
  const { wire, samples, say } = bench;
  for (const { round, subject } of alternating(bench.subjects, rounds)) {
    wire.forget();
    const running = subject.start();
    try {
      const registered = await wire.message('the 200 to a REGISTER', subject.account.user, isRegistered, registeredWithinMs);
      samples.add('startToRegistered', subject.name, registered.at - running.startedAt);
      if (running.interactiveAt !== undefined) samples.add('startToInteractive', subject.name, (await running.interactiveAt()) - running.startedAt);
      say(`start ${round + 1}/${rounds} ${subject.name}: registered after ${Math.round(registered.at - running.startedAt)} ms`);
    } finally {
      await running.stop();
    }
    // What the ended one leaves for the system to tidy up is not the next one's to bear.
    await pause(300);
  }
}
