import { pause, until } from '../../tests/lab/wait.ts';
import type { SeenMessage } from '../capture/wire.ts';
import { mediaPorts } from '../sip/message.ts';
import type { Caller } from '../sip/caller.ts';
import type { Running, Subject } from '../subjects/subject.ts';
import { isRegistered, registeredWithinMs } from './registered.ts';
import { alternating, betweenCallsMs, ringMs, type Bench } from './rounds.ts';

/** How long each call is up. */
const talkMs = 200;

interface CallBench extends Bench {
  readonly caller: Caller;
  /** Who calls in which round. */
  readonly customers: readonly { readonly number: string; readonly name: string }[];
  /** What is dialled: the trunk answers every number. */
  readonly dialled: string;
}

/** Incoming and outgoing calls, both applications up, one call at a time in turn. */
export async function measureCalls(bench: CallBench, rounds: number): Promise<void> {
  const up = new Map<Subject, Running>();
  try {
    for (const subject of bench.subjects) {
      bench.wire.forget();
      const running = subject.start();
      up.set(subject, running);
      await bench.wire.message('the 200 to a REGISTER', subject.account.user, isRegistered, registeredWithinMs);
      await running.attach();
    }
    // The first call of each warms the code and is not counted, as in the measurements of the peers.
    for (const { round, subject } of alternating(bench.subjects, rounds + 1)) {
      const running = up.get(subject);
      if (running === undefined) continue;
      await incoming(bench, subject, running, round);
      await outgoing(bench, subject, running, round);
      bench.say(`call ${round}/${rounds} ${subject.name}`);
    }
  } finally {
    for (const running of up.values()) await running.stop();
  }
}

async function incoming({ wire, samples, caller, customers }: CallBench, subject: Subject, running: Running, round: number): Promise<void> {
  const { name, account } = subject;
  const from = customers[round % customers.length];
  if (from === undefined) throw new Error('There is no customer to call');
  await pause(betweenCallsMs);
  wire.forget();
  const call = caller.call(account.number, from);
  const ofCall = (matches: (seen: SeenMessage) => boolean) => (seen: SeenMessage) => seen.message.callId === call.callId && matches(seen);
  const invite = await wire.message('the INVITE', account.user, ofCall(({ fromApp, message }) => !fromApp && message.method === 'INVITE'));
  const ringing = await wire.message('the 180', account.user, ofCall(({ fromApp, message }) => fromApp && message.status === 180));
  await pause(ringMs);
  const painted = await running.filePaintedAt?.(invite.at);
  const click = await running.answer();
  const ok = await wire.message('the 200', account.user, ofCall(({ fromApp, message }) => fromApp && message.status === 200 && message.cseq.method === 'INVITE'));
  const rtp = await wire.firstRtp(mediaPorts(ok.message.body), click - 1);
  await until('the caller has been answered', () => call.up);
  await pause(talkMs);
  call.hangUp();
  await running.finish();
  if (round === 0) return;
  samples.add('inviteToRinging', name, ringing.at - invite.at);
  samples.add('answerToOk', name, ok.at - click);
  samples.add('answerToRtp', name, rtp - click);
  samples.add('answerToSound', name, rtp - click);
  if (painted !== undefined) samples.add('inviteToFile', name, painted - invite.at);
}

async function outgoing({ wire, samples, dialled }: CallBench, subject: Subject, running: Running, round: number): Promise<void> {
  const { name, account } = subject;
  wire.forget();
  const click = await running.dial(dialled);
  const invite = await wire.message('the INVITE', account.user, ({ fromApp, message }) => fromApp && message.method === 'INVITE');
  await wire.message('the answer of the callee', account.user, ({ fromApp, message }) => !fromApp && message.status === 200 && message.callId === invite.message.callId);
  await pause(talkMs);
  await running.hangUp();
  await running.finish();
  if (round > 0) samples.add('dialToInvite', name, invite.at - click);
}
