import type { Call } from '#shared/domain/call.ts';
import type { Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { PauseReason, RecordingPolicy, RecordingState } from '#shared/domain/recording.ts';
import type { AudioLink } from '../media/audio-link.ts';
import { CallRecording } from './call-recording.ts';
import type { About } from './recording-format.ts';
import type { RecordingFile } from './recording-file.ts';
import { effectivePolicy } from './recording-state.ts';

export interface RecordingDeskOptions {
  readonly link: AudioLink;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What the centre allows; null while it has not been heard. */
  readonly policy: () => RecordingPolicy | null;
  readonly agentId: () => string | null;
  readonly openFile: (about: About, onFailed: (error: unknown) => void) => RecordingFile;
  readonly onState: (callId: string, state: RecordingState) => void;
  readonly onRecorded: (callId: string, recording: { readonly fileId: string; readonly seconds: number }) => void;
}

interface Entry {
  readonly recording: CallRecording;
  queuePolicy: RecordingPolicy | null;
  connected: boolean;
  /** The operator ended it by hand: it does not begin by itself any more. */
  stoppedByHand: boolean;
}

/** Which calls are recorded: those of the centre's policy, or of the operator's wish where that is allowed. */
export class RecordingDesk {
  readonly #options: RecordingDeskOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #queues = new Map<string, RecordingPolicy>();
  /** The call table comes after the first slot of a call. */
  readonly #slots = new Map<string, number>();
  #onIdle: () => void = () => undefined;

  constructor(options: RecordingDeskOptions) {
    this.#options = options;
    const { link } = options;
    link.on('recording.chunk', ({ slot, data }) => this.#forEach((recording) => recording.onChunk(slot, data)));
    link.on('recording.ended', ({ slot }) => this.#forEach((recording) => recording.onEnded(slot)));
    link.on('recording.failed', ({ slot, message }) => this.#failed(slot, message));
    link.onDown(() => this.#forEach((recording) => recording.onWindowDown()));
  }

  onSlot(callId: string, slot: number): void {
    this.#slots.set(callId, slot);
    this.#entries.get(callId)?.recording.setSlot(slot);
  }

  /** What the queue of a call says, as soon as it is known. */
  onQueue(callId: string, policy: RecordingPolicy): void {
    const entry = this.#entries.get(callId);
    if (entry === undefined) {
      this.#queues.set(callId, policy);
      return;
    }
    entry.queuePolicy = policy;
    this.#startIfDue(entry);
  }

  /** Follows the call table. */
  observe(calls: readonly Call[]): void {
    for (const call of calls) {
      if (call.state === 'connected' && !this.#entries.has(call.id)) this.#add(call);
      if (call.state === 'ended') this.#end(call.id);
    }
  }

  /** @throws {BalieError} `recording.not-allowed`. */
  start(callId: string): void {
    const entry = this.#get(callId);
    if (this.#policyOf(entry) === 'never') throw new BalieError('recording.not-allowed', 'this call may not be recorded');
    entry.stoppedByHand = false;
    entry.recording.start();
  }

  /** Also where every call is recorded: a customer who does not want it has the last word. */
  stop(callId: string): void {
    const entry = this.#get(callId);
    entry.stoppedByHand = true;
    entry.recording.stop();
  }

  /** @throws {BalieError} `recording.failed` when it could not be paused; then nothing is recorded any more. */
  pause(callId: string, reason: PauseReason): Promise<void> {
    return this.#get(callId).recording.pause(reason);
  }

  resume(callId: string, reason: PauseReason): Promise<void> {
    return this.#get(callId).recording.resume(reason);
  }

  /** Resolves when every recording is written, or after so long. */
  async finished(withinMs: number): Promise<void> {
    if (this.#entries.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
      this.#options.clock.schedule(withinMs, resolve);
    });
  }

  #add(call: Call): void {
    const { link, clock, logger, openFile, onState, onRecorded, agentId } = this.#options;
    const { id, queueKey } = call;
    const recording = new CallRecording({
      about: { callId: id, agentId: agentId(), queueKey },
      link,
      clock,
      logger: logger.child({ callId: id }),
      openFile,
      onState: (state) => onState(id, state),
      onFinished: (recorded) => {
        this.#entries.delete(id);
        if (recorded !== null) onRecorded(id, recorded);
        if (this.#entries.size === 0) this.#onIdle();
      },
    });
    const entry: Entry = { recording, queuePolicy: this.#queues.get(id) ?? null, connected: true, stoppedByHand: false };
    this.#entries.set(id, entry);
    const slot = this.#slots.get(id);
    if (slot !== undefined) recording.setSlot(slot);
    // A consultation is between colleagues.
    if (call.consultationFor === null) this.#startIfDue(entry);
  }

  #end(callId: string): void {
    this.#queues.delete(callId);
    this.#slots.delete(callId);
    const entry = this.#entries.get(callId);
    if (entry?.connected !== true) return;
    entry.connected = false;
    entry.recording.callEnded();
  }

  #startIfDue(entry: Entry): void {
    if (entry.connected && !entry.stoppedByHand && this.#policyOf(entry) === 'always') entry.recording.start();
  }

  #policyOf(entry: Entry): RecordingPolicy {
    return effectivePolicy(this.#options.policy() ?? 'never', entry.queuePolicy);
  }

  #failed(slot: number, message: string): void {
    for (const [callId, { recording }] of this.#entries) if (this.#slots.get(callId) === slot) recording.fail(new Error(message));
  }

  #get(callId: string): Entry {
    const entry = this.#entries.get(callId);
    if (entry?.connected !== true) throw new BalieError('call.illegal', 'only a call that is connected is recorded');
    return entry;
  }

  #forEach(act: (recording: CallRecording) => void): void {
    for (const { recording } of [...this.#entries.values()]) act(recording);
  }
}
