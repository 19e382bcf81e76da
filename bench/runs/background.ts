import type { Lab } from '../../tests/lab/lab.ts';
import { pause, until } from '../../tests/lab/wait.ts';
import type { Caller } from '../sip/caller.ts';
import type { BalieSubject, RunningBalie } from '../subjects/balie.ts';
import { isRegistered, registeredWithinMs, unhurried } from './registered.ts';
import type { Bench } from './rounds.ts';

interface BackgroundBench extends Bench {
  readonly lab: Lab;
  readonly caller: Caller;
  readonly customers: readonly { readonly number: string; readonly name: string }[];
}

interface BackgroundTimes {
  readonly rounds: number;
  /** Chromium slows down what was hidden for five minutes: longer than that shows that it does not here. */
  readonly hiddenMs: number;
}

/** The tone of the former call has died away, and PulseAudio has woken or slept as it likes. */
const silenceMs = 1_000;

/** How soon an incoming call is heard and is in the page: with the window visible, and after a long while with it hidden and nothing going on. */
export async function measureBackground(bench: BackgroundBench, balie: BalieSubject, { rounds, hiddenMs }: BackgroundTimes): Promise<void> {
  const { wire, samples, lab, say } = bench;
  wire.forget();
  const running = balie.start({ inspect: true, devices: 'system', env: lab.soundEnv });
  try {
    await wire.message('the 200 to a REGISTER', balie.account.user, isRegistered, registeredWithinMs);
    await running.attach();
    // The first call warms the code and is not counted.
    for (let round = 0; round <= rounds; round++) {
      const { heard, drawn } = await ring(bench, running, balie, round);
      if (round === 0) continue;
      samples.add('ringHidden', 'peer', heard);
      samples.add('drawnHidden', 'peer', drawn);
    }
    await running.show(false);
    say(`hidden for ${hiddenMs / 1000} s`);
    await pause(hiddenMs);
    for (let round = 0; round < rounds; round++) {
      const { heard, drawn } = await ring(bench, running, balie, round);
      samples.add('ringHidden', 'Balie', heard);
      samples.add('drawnHidden', 'Balie', drawn);
      say(`ring ${round + 1}/${rounds} while hidden: heard after ${heard.toFixed(0)} ms, in the page after ${drawn.toFixed(0)} ms`);
    }
  } finally {
    await running.stop();
  }
}

/** Rings and gives up. @returns milliseconds from the INVITE at Balie's leg. */
async function ring({ wire, lab, caller, customers }: BackgroundBench, running: RunningBalie, { account }: BalieSubject, round: number): Promise<{ readonly heard: number; readonly drawn: number }> {
  const from = customers[round % customers.length];
  if (from === undefined) throw new Error('There is no customer to call');
  await lab.speaker.silent({ forMs: silenceMs });
  wire.forget();
  const call = caller.call(account.number, from);
  const drawn = running.ringsAt();
  const invite = await wire.message('the INVITE', account.user, ({ fromApp, message }) => !fromApp && message.method === 'INVITE');
  const heard = await until('the ring is heard', () => lab.speaker.firstLoudAt(invite.at), unhurried);
  const result = { heard: heard - invite.at, drawn: (await drawn) - invite.at };
  call.giveUp();
  await until('the caller has given up', () => call.failure === 487, unhurried);
  await running.finish();
  return result;
}
