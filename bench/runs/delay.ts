import { pause, until } from '../../tests/lab/wait.ts';
import type { Lab } from '../../tests/lab/lab.ts';
import type { Caller } from '../sip/caller.ts';
import { callerVoice, type VoiceEnd } from '../sip/voice-end.ts';
import { Mouth, operatorVoice } from '../sound/mouth.ts';
import { delaysOf, onsetsOf } from '../sound/onsets.ts';
import { isRegistered, registeredWithinMs } from './registered.ts';
import { alternating, type Bench } from './rounds.ts';

export interface DelayBench extends Bench {
  readonly lab: Lab;
  readonly dir: string;
  /** A caller who speaks by {@link voice}. */
  readonly talker: Caller;
  readonly voice: VoiceEnd;
  readonly customers: readonly { readonly number: string; readonly name: string }[];
}

/** The jitter buffer grows in the first seconds of a call, and finds its length. */
const settleMs = 4_000;
const longestMs = 600;

/** Mouth to ear, both ways, each application alone: real sound devices of PulseAudio at one end, a telephone of the bench at the other. */
export async function measureDelay(bench: DelayBench, rounds: number, talkMs: number): Promise<void> {
  const { wire, samples, talker, voice, lab, customers, say } = bench;
  for (const { round, subject } of alternating(bench.subjects, rounds)) {
    const { name, account } = subject;
    const from = customers[round % customers.length];
    if (from === undefined) throw new Error('There is no customer to call');
    wire.forget();
    const running = subject.start({ devices: 'system', env: lab.soundEnv });
    const mouth = new Mouth(bench.dir, lab.soundEnv);
    try {
      await wire.message('the 200 to a REGISTER', account.user, isRegistered, registeredWithinMs);
      await running.attach();
      const call = talker.call(account.number, from);
      await running.answer();
      await until('the caller has been answered', () => call.up);
      await pause(settleMs);
      const since = Date.now();
      await pause(talkMs);
      const toEar = delaysOf(voice.spoken.filter((at) => at >= since), onsetsOf(lab.speaker, callerVoice, since), longestMs);
      const fromMouth = delaysOf(onsetsOf(mouth.microphone, operatorVoice, since), onsetsOf(voice.ear, operatorVoice, since), longestMs);
      for (const delay of toEar) samples.add('callerToOperator', name, delay);
      for (const delay of fromMouth) samples.add('operatorToCaller', name, delay);
      say(`delay ${round + 1}/${rounds} ${name}: ${toEar.length} sounds heard by the operator, ${fromMouth.length} by the caller`);
      call.hangUp();
      await running.finish();
    } finally {
      await mouth.stop();
      await running.stop();
    }
  }
}
