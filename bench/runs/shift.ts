import { pause, until } from '../../tests/lab/wait.ts';
import type { Caller } from '../sip/caller.ts';
import type { BalieSubject, RunningBalie } from '../subjects/balie.ts';
import { held, type Held } from './growth.ts';
import { isRegistered, registeredWithinMs, unhurried } from './registered.ts';
import type { Bench } from './rounds.ts';

interface ShiftBench extends Bench {
  readonly caller: Caller;
  readonly customers: readonly { readonly number: string; readonly name: string }[];
  /** What is dialled, and where callers are sent on to. */
  readonly dialled: string;
}

/**
 * One hour of an operator, by what happens in it; the numbers are those of a busy inbound queue. Only waiting is compressed: a
 * conversation lasts a second instead of three minutes, a pause five seconds instead of ten minutes, an idle stretch in the
 * background half a minute instead of half an hour. The clocks are real, so registrations, prepared offers and heartbeats are renewed at
 * their own times, and less often per call than on a real day.
 */
const hour = { calls: 15, heldEvery: 4, mutedEvery: 5, transferredEvery: 6, missedEvery: 7, dialledEvery: 5, talkMs: 1_000, pauseMs: 5_000, idleMs: 30_000 } as const;
/** A caller who gives up lets it ring so long. */
const patienceMs = 1_500;

/** Eight hours of a shift. What is held after the first hour is what is held after the last. */
export async function measureShift(bench: ShiftBench, balie: BalieSubject, hours: number): Promise<void> {
  const { wire, samples, say } = bench;
  wire.forget();
  const running = balie.start({ inspect: true });
  try {
    await wire.message('the 200 to a REGISTER', balie.account.user, isRegistered, registeredWithinMs);
    await running.attach();
    await running.setAvailable();
    const looks: Held[] = [];
    for (let number = 1; number <= hours; number++) {
      await workAnHour(bench, running, balie, number);
      if (number !== 1 && number !== hours) {
        say(`hour ${number}/${hours}`);
        continue;
      }
      looks.push(await held(running));
      say(`after hour ${number}/${hours}: ${looks.at(-1)?.words ?? ''}`);
    }
    const [before, after] = [looks[0], looks.at(-1)];
    if (before === undefined || after === undefined) throw new Error('Nothing was looked at');
    samples.add('shiftMemory', 'Balie', (after.memory / before.memory - 1) * 100);
    samples.add('shiftHandles', 'Balie', after.handles - before.handles);
    samples.add('shiftConnections', 'Balie', after.peerConnections - before.peerConnections);
  } finally {
    await running.stop();
  }
}

async function workAnHour(bench: ShiftBench, running: RunningBalie, { account: { number, user } }: BalieSubject, hourNumber: number): Promise<void> {
  for (let count = 1; count <= hour.calls; count++) {
    bench.wire.forget();
    if (count % hour.dialledEvery === 0) await dialSomebody({ ...bench, user }, running);
    else if (count % hour.missedEvery === 0) await missACall(bench, running, number, hourNumber * hour.calls + count);
    else await takeACall(bench, running, number, hourNumber * hour.calls + count, count);
  }
  await running.pause(hourNumber === 4 ? 'lunch' : 'break', () => pause(hour.pauseMs));
  // In the background, with nothing to do; the call that ends it rings at a window that nobody sees.
  await running.show(false);
  await pause(hour.idleMs);
  await takeACall(bench, running, number, hourNumber * hour.calls, 1);
  await running.show(true);
}

async function takeACall({ caller, customers, dialled }: ShiftBench, running: RunningBalie, number: string, who: number, count: number): Promise<void> {
  const call = caller.call(number, customerAt(customers, who));
  await running.answer();
  await until('the caller has been answered', () => call.up, unhurried);
  await pause(hour.talkMs);
  if (count % hour.heldEvery === 0) await running.holdAndResume();
  if (count % hour.mutedEvery === 0) await running.muteAndUnmute();
  if (count % hour.transferredEvery === 0) await running.transfer(dialled);
  else if (count % 2 === 0) call.hangUp();
  else await running.hangUp();
  await running.finish();
}

async function missACall({ caller, customers }: ShiftBench, running: RunningBalie, number: string, who: number): Promise<void> {
  const call = caller.call(number, customerAt(customers, who));
  await pause(patienceMs);
  call.giveUp();
  await until('the caller has given up', () => call.failure === 487, unhurried);
  await running.finish();
}

async function dialSomebody({ dialled, wire, user }: ShiftBench & { readonly user: string }, running: RunningBalie): Promise<void> {
  await running.dial(dialled);
  await wire.message('the answer of the callee', user, ({ fromApp, message }) => !fromApp && message.status === 200 && message.cseq.method === 'INVITE');
  await pause(hour.talkMs);
  await running.hangUp();
  await running.finish();
}

function customerAt(customers: ShiftBench['customers'], who: number): ShiftBench['customers'][number] {
  const customer = customers[who % customers.length];
  if (customer === undefined) throw new Error('There is no customer to call');
  return customer;
}
