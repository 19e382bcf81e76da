import type { Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { readinessChecks, type ReadinessCheck, type ReadinessReport } from '#shared/domain/readiness.ts';
import { askServers, checkIce, checkRegistration } from './network-checks.ts';
import { asking, running, waiting, type Outcome } from './outcome.ts';
import type { ReadinessPorts } from './ports.ts';
import { checkHeadset, checkMicrophone, checkSpeaker, type Run } from './sound-checks.ts';

interface ReadinessOptions {
  readonly ports: ReadinessPorts;
  readonly clock: Clock;
  readonly onReport: (report: ReadinessReport) => void;
}

const untouched = Object.fromEntries(readinessChecks.map((check) => [check, waiting])) as Record<ReadinessCheck, Outcome>;

/**
 * The check before a shift: the network at once, then what the operator has to say, hear and press, one after the other.
 * Every part has a deadline, and all of them together stay under a minute.
 */
export class Readiness {
  readonly #options: ReadinessOptions;
  #results: Readonly<Record<ReadinessCheck, Outcome>> = untouched;
  #run: AbortController | null = null;
  #question: { readonly check: ReadinessCheck; readonly say: (heard: boolean) => void } | null = null;

  constructor(options: ReadinessOptions) {
    this.#options = options;
  }

  /** Begins, or begins again. @throws {BalieError} `call.illegal` during a call: its sound is not for trying. */
  start(): void {
    const { ports } = this.#options;
    if (ports.snapshot().calls.some(({ state }) => state !== 'ended')) throw new BalieError('call.illegal', 'a call is up');
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    this.#results = untouched;
    const stopWatching = ports.onSnapshot(() => {
      // A caller is not kept waiting by a test sound.
      if (this.#run === run && ports.snapshot().calls.some(({ state }) => state !== 'ended')) this.cancel();
    });
    void this.#all(run.signal).finally(() => {
      stopWatching();
      if (this.#run !== run) return;
      this.#run = null;
      this.#tell();
    });
  }

  /** What the operator heard; an answer to what is not asked now counts for nothing. */
  answer(check: ReadinessCheck, heard: boolean): void {
    if (this.#question?.check === check) this.#question.say(heard);
  }

  /** What was not finished is as if it had not begun. */
  cancel(): void {
    const run = this.#run;
    if (run === null) return;
    this.#run = null;
    this.#question = null;
    run.abort();
    const entries = readinessChecks.map((check) => [check, ['running', 'asking'].includes(this.#results[check].state) ? waiting : this.#results[check]]);
    this.#results = Object.fromEntries(entries) as Record<ReadinessCheck, Outcome>;
    this.#tell();
  }

  async #all(signal: AbortSignal): Promise<void> {
    const { ports, clock } = this.#options;
    const on = (check: ReadinessCheck): Run => ({ ports, clock, signal, answer: () => this.#ask(check) });
    const network = this.#network(signal);
    await this.#check('microphone', signal, running, () => checkMicrophone(on('microphone')));
    await this.#check('speaker', signal, asking, () => checkSpeaker(on('speaker'), 'speaker'));
    await this.#check('ring', signal, asking, () => checkSpeaker(on('ring'), 'ring'));
    await this.#check('headset', signal, running, () => checkHeadset(on('headset')));
    await network;
  }

  async #network(signal: AbortSignal): Promise<void> {
    const { ports, clock } = this.#options;
    const registered = this.#check('registration', signal, running, () => checkRegistration(ports, clock));
    const ice = (['stun', 'turn'] as const).map((kind) => this.#check(kind, signal, running, () => checkIce(ports, kind, clock)));
    for (const check of ['round-trip', 'clock'] as const) this.#set(check, running, signal);
    // The exchange is asked over the line: only when that stands.
    await registered;
    const servers = await askServers(ports, clock);
    this.#set('round-trip', servers.roundTrip, signal);
    this.#set('clock', servers.clock, signal);
    await Promise.all(ice);
  }

  async #check(check: ReadinessCheck, signal: AbortSignal, during: Outcome, work: () => Promise<Outcome>): Promise<void> {
    if (signal.aborted) return;
    this.#set(check, during, signal);
    const outcome = await work();
    this.#question = this.#question?.check === check ? null : this.#question;
    this.#set(check, outcome, signal);
  }

  #ask(check: ReadinessCheck): Promise<boolean> {
    return new Promise((resolve) => (this.#question = { check, say: resolve }));
  }

  #set(check: ReadinessCheck, outcome: Outcome, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#results = { ...this.#results, [check]: outcome };
    this.#tell();
  }

  #tell(): void {
    this.#options.onReport({ running: this.#run !== null, results: readinessChecks.map((check) => ({ check, ...this.#results[check] })) });
  }
}
