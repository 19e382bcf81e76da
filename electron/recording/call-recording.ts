import { isoNow, type Clock, type Scheduled } from '#shared/domain/clock.ts';
import { asBalieError, BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { PauseReason, RecordingState } from '#shared/domain/recording.ts';
import type { AudioLink } from '../media/audio-link.ts';
import type { About } from './recording-format.ts';
import type { RecordingFile } from './recording-file.ts';
import { recordingState } from './recording-state.ts';

export interface CallRecordingOptions {
  readonly about: Omit<About, 'fileId' | 'startedAt'>;
  readonly link: AudioLink;
  readonly clock: Clock;
  readonly logger: Logger;
  /** @throws when there is nowhere to write to. */
  readonly openFile: (about: About, onFailed: (error: unknown) => void) => RecordingFile;
  readonly onState: (state: RecordingState) => void;
  /** The file is whole, as far as it goes. */
  readonly onFinished: (recording: { readonly fileId: string; readonly seconds: number } | null) => void;
}

/** After the end of a call the last piece comes at once, or never: when its window died. */
const lastPieceMs = 5_000;
const pauseMs = 2_000;

/** The recording of one call: one file, with a part for each time that a recorder began. Nothing here can hurt the call. */
export class CallRecording {
  readonly #options: CallRecordingOptions;
  #slot: number | null = null;
  /** The slot whose pieces are coming. */
  #recorded: number | null = null;
  #wanted = false;
  #failed = false;
  readonly #reasons = new Set<PauseReason>();
  #file: { readonly id: string; readonly writer: RecordingFile } | null = null;
  #partFrom: number | null = null;
  #milliseconds = 0;
  #over = false;
  #deadline: Scheduled | null = null;
  #shown = JSON.stringify({ state: 'off' } satisfies RecordingState);

  constructor(options: CallRecordingOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#wanted && !this.#failed;
  }

  /** The call speaks through this slot from now on. */
  setSlot(slot: number): void {
    if (slot === this.#slot) return;
    this.#slot = slot;
    if (this.isRunning) this.#begin();
  }

  start(): void {
    if (this.isRunning || this.#over) return;
    this.#wanted = true;
    this.#failed = false;
    this.#begin();
  }

  /** The file stays open: a later start goes on in it. */
  stop(): void {
    if (!this.#wanted) return;
    this.#wanted = false;
    if (this.#recorded !== null) this.#tell('recording.stop', this.#recorded);
    this.#show();
  }

  /**
   * Resolves when nothing is heard any more. Also while nothing is recorded: a recording that begins then begins paused.
   * A window that cannot say so is not trusted with what must not be kept: the recording ends.
   */
  async pause(reason: PauseReason): Promise<void> {
    this.#reasons.add(reason);
    await this.#applyPause();
  }

  async resume(reason: PauseReason): Promise<void> {
    this.#reasons.delete(reason);
    await this.#applyPause();
  }

  onChunk(slot: number, data: Uint8Array): void {
    if (slot === this.#recorded && !this.#failed) this.#file?.writer.append(data);
  }

  onEnded(slot: number): void {
    if (slot !== this.#recorded) return;
    this.#closePart();
    if (this.#over) void this.#finish();
    else if (this.isRunning) this.#begin();
  }

  /** The audio window died, and all its recorders with it; the call comes back with another slot. */
  onWindowDown(): void {
    this.#slot = null;
    this.#closePart();
    if (this.#over) void this.#finish();
  }

  fail(error: unknown): void {
    if (this.#failed || this.#over) return;
    this.#options.logger.error({ err: error }, 'a recording has failed; the call goes on');
    this.#failed = true;
    if (this.#recorded !== null) this.#tell('recording.stop', this.#recorded);
    this.#closePart();
    this.#show();
  }

  /** The call has ended: closing its slot ends the recorder, whose last piece is still to come. */
  callEnded(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#recorded === null) void this.#finish();
    else this.#deadline = this.#options.clock.schedule(lastPieceMs, () => void this.#finish());
  }

  #begin(): void {
    const { link, clock } = this.#options;
    const slot = this.#slot;
    if (slot === null || this.#recorded === slot) return this.#show();
    try {
      this.#file ??= this.#openFile();
    } catch (error) {
      return this.fail(error);
    }
    this.#closePart();
    this.#recorded = slot;
    this.#file.writer.part(isoNow(clock));
    this.#partFrom = clock.monotonic();
    link.call('recording.start', { slot, paused: this.#reasons.size > 0 }).catch((error: unknown) => {
      if (asBalieError(error).code !== 'media.window-down') this.fail(error);
    });
    this.#show();
  }

  #openFile(): { readonly id: string; readonly writer: RecordingFile } {
    const { about, clock, openFile } = this.#options;
    const id = newId();
    return { id, writer: openFile({ ...about, fileId: id, startedAt: isoNow(clock) }, (error) => this.fail(error)) };
  }

  async #applyPause(): Promise<void> {
    this.#show();
    const slot = this.#recorded;
    if (slot === null || !this.isRunning) return;
    try {
      await this.#options.link.call('recording.pause', { slot, paused: this.#reasons.size > 0 }, { timeoutMs: pauseMs });
    } catch (error) {
      if (asBalieError(error).code === 'media.window-down') return;
      this.fail(error);
      throw new BalieError('recording.failed', 'the recording could not be paused, and was ended', { cause: error });
    }
  }

  #closePart(): void {
    this.#recorded = null;
    if (this.#partFrom !== null) this.#milliseconds += this.#options.clock.monotonic() - this.#partFrom;
    this.#partFrom = null;
  }

  async #finish(): Promise<void> {
    const { clock, onFinished } = this.#options;
    this.#deadline?.cancel();
    this.#closePart();
    const file = this.#file;
    this.#file = null;
    if (file === null) return onFinished(null);
    await file.writer.end(isoNow(clock));
    onFinished({ fileId: file.id, seconds: Math.round(this.#milliseconds / 1000) });
  }

  #show(): void {
    const state = recordingState({ running: this.isRunning, failed: this.#failed, reasons: this.#reasons });
    const shown = JSON.stringify(state);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (!this.#over) this.#options.onState(state);
  }

  #tell(name: 'recording.stop', slot: number): void {
    this.#options.link.call(name, { slot }).catch(() => undefined);
  }
}
