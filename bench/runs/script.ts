import { pause, until } from '../../tests/lab/wait.ts';
import type { Caller } from '../sip/caller.ts';
import type { BalieSubject } from '../subjects/balie.ts';
import type { BenchCentre } from '../subjects/centre.ts';
import type { PeerSubject } from '../subjects/peer.ts';
import { isRegistered, registeredWithinMs } from './registered.ts';
import { betweenCallsMs, ringMs, type Bench } from './rounds.ts';

interface ScriptBench extends Bench {
  readonly caller: Caller;
  readonly centre: BenchCentre;
  readonly customers: readonly { readonly number: string; readonly name: string }[];
}

const stepsPerCall = 4;

/** The script of a call, over the call's own path: from the ring to its first words beside the customer, from step to step by key, and typing while central has much to tell. */
export async function measureScript({ wire, samples, caller, centre, customers, say }: ScriptBench, balie: BalieSubject, calls: number): Promise<void> {
  wire.forget();
  const running = balie.start();
  try {
    await wire.message('the 200 to a REGISTER', balie.account.user, isRegistered, registeredWithinMs);
    await running.attach();
    // The first call warms the code and is not counted.
    for (let count = 0; count <= calls; count++) {
      const from = customers[count % customers.length];
      if (from === undefined) throw new Error('There is no customer to call');
      await pause(betweenCallsMs);
      wire.forget();
      const call = caller.call(balie.account.number, from);
      const ringing = await wire.message('the 180', balie.account.user, ({ fromApp, message }) => fromApp && message.callId === call.callId && message.status === 180);
      await pause(ringMs);
      const painted = await running.filePaintedAt(ringing.at);
      await running.answer();
      await until('the caller has been answered', () => call.up);
      const steps = await running.followScript(stepsPerCall);
      if (count === calls) {
        for (const ms of await running.typeWhile(running.heardAll(() => centre.changeEverybody()))) samples.add('keyToPaint', 'Balie', ms);
      }
      call.hangUp();
      await running.finish();
      if (count === 0) continue;
      samples.add('ringToScript', 'Balie', painted - ringing.at);
      for (const ms of steps) samples.add('stepToStep', 'Balie', ms);
      say(`call ${count}/${calls}: script after ${(painted - ringing.at).toFixed(0)} ms, steps ${steps.join(', ')} ms`);
    }
  } finally {
    await running.stop();
  }
}

/** The floor under the figure of a step: a plain page, in a call, that changes one sentence into another at a key. */
export async function measurePlainKeys({ wire, samples, caller, customers }: Omit<ScriptBench, 'centre'>, peer: PeerSubject, times: number): Promise<void> {
  const [from] = customers;
  if (from === undefined) throw new Error('There is no customer to call');
  wire.forget();
  const running = peer.start();
  try {
    await wire.message('the 200 to a REGISTER', peer.account.user, isRegistered, registeredWithinMs);
    await running.attach();
    const call = caller.call(peer.account.number, from);
    await running.answer();
    await until('the caller has been answered', () => call.up);
    for (const ms of await running.changeSentence(times)) samples.add('stepToStep', 'peer', ms);
    call.hangUp();
    await running.finish();
  } finally {
    await running.stop();
  }
}
