import type { Clock } from '#shared/domain/clock.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import { failed, passed, skipped, warned, type Outcome } from './outcome.ts';
import type { ReadinessPorts } from './ports.ts';

const speakMs = 10_000;
const answerMs = 12_000;
const pressMs = 12_000;
/** The question stands a moment between two sounds. */
const betweenSoundsMs = 700;
/** RMS of speech that a headset's microphone brings: -40 dBFS; what is below -66 dBFS is a microphone that is off. */
const speech = 0.01;
const silence = 0.0005;
/** Readings of a tenth of a second: half a second of speech. */
const enough = 5;

/** What goes on in one run: it may be cancelled at any moment. */
export interface Run {
  readonly ports: ReadinessPorts;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Resolves with what the operator says to the question that is asked now. */
  readonly answer: () => Promise<boolean>;
}

/** Something that happens, or the deadline, or the end of the run: whichever is first. */
function first<T>(run: Run, ms: number, late: T, begin: (done: (value: T) => void) => () => void): Promise<T> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const done = (value: T) => {
      over.abort();
      resolve(value);
    };
    const timer = run.clock.schedule(ms, () => done(late));
    const stop = begin(done);
    const end = () => {
      timer.cancel();
      stop();
    };
    // It may have happened while it was begun.
    if (over.signal.aborted) end();
    else over.signal.addEventListener('abort', end);
    run.signal.addEventListener('abort', () => done(late), { signal: over.signal });
    if (run.signal.aborted) done(late);
  });
}

/** The operator speaks, and half a second of it has to come through. */
export async function checkMicrophone(run: Run): Promise<Outcome> {
  const { ports } = run;
  const { microphone } = ports.snapshot().devices;
  if (microphone.state === 'none') return failed('microphone-missing');
  try {
    await ports.watchMicrophone(true);
    let loudest = 0;
    const spoke = await first(run, speakMs, false, (done) => {
      let heard = 0;
      return ports.onLevel((level) => {
        loudest = Math.max(loudest, level);
        if (level >= speech) heard++;
        if (heard >= enough) done(true);
      });
    });
    const measured = { value: loudest, unit: 'level' } as const;
    if (!spoke) return loudest < silence ? failed('microphone-silent', measured) : warned('microphone-soft', measured);
    return microphone.state === 'fallback' ? warned('device-fallback', measured) : passed(measured);
  } catch (error) {
    return failed(microphoneAdvice(asBalieError(error).code));
  } finally {
    await ports.watchMicrophone(false).catch(() => undefined);
  }
}

function microphoneAdvice(code: string) {
  if (code === 'media.microphone-denied') return 'microphone-denied';
  if (code === 'media.microphone-missing') return 'microphone-missing';
  return code === 'media.window-down' ? 'sound-down' : 'microphone-silent';
}

/** Plays, again and again, until the operator says whether it was heard. */
export async function checkSpeaker(run: Run, role: 'speaker' | 'ring'): Promise<Outcome> {
  const { ports, clock } = run;
  const { state } = ports.snapshot().devices[role];
  if (state === 'none') return failed(role === 'ring' ? 'ring-missing' : 'speaker-missing');
  if (role === 'ring' && ports.ringVolume() === 0) return failed('ring-volume-off');
  const heard = await first<boolean | 'down'>(run, answerMs, false, (done) => {
    let over = false;
    const play = (): void => {
      ports.testSound(role).then(
        () => clock.schedule(betweenSoundsMs, () => !over && play()),
        () => !over && done('down'),
      );
    };
    play();
    void run.answer().then(done);
    return () => (over = true);
  });
  if (heard === 'down') return failed('sound-down');
  if (!heard) return failed(role === 'ring' ? 'ring-not-heard' : 'speaker-not-heard');
  return state === 'fallback' ? warned('device-fallback') : passed();
}

/** Any button that comes through will do; without a headset that has buttons there is nothing to check. */
export async function checkHeadset(run: Run): Promise<Outcome> {
  const { ports } = run;
  const { headset } = ports.snapshot();
  if (headset.state === 'none') return skipped;
  const pressed = await first(run, pressMs, false, (done) => {
    void run.answer().then(done);
    return ports.onHeadsetButton(() => done(true));
  });
  if (!pressed) return failed('headset-silent');
  return headset.state === 'contested' ? warned('headset-contested') : passed();
}
