import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, safeStorage } from 'electron';
import type { Provisioning } from '#shared/contract/session.ts';
import type { Call } from '#shared/domain/call.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { RecordingPolicy } from '#shared/domain/recording.ts';
import type { AudioLink } from '../media/audio-link.ts';
import { exportRecordings } from '../recording/export-recordings.ts';
import { RecordingDesk } from '../recording/recording-desk.ts';
import { RecordingFile } from '../recording/recording-file.ts';
import { recordingKey } from '../recording/recording-key.ts';
import { Retention } from '../recording/retention.ts';
import { SecretVault } from '../settings/secret-vault.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { CallRecorder } from './call-recorder.ts';
import type { MainState } from './main-state.ts';

interface RecordingsOptions {
  readonly userData: string;
  readonly vault: SecretVault;
  readonly link: AudioLink;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whose calls they are, and what the operator sees of them. */
  readonly state: MainState;
  readonly telephony: Pick<Telephony, 'setRecording'>;
  /** The store keeps which file belongs to which call. */
  readonly recorder: Pick<CallRecorder, 'tell'>;
  /** Which of these calls were with somebody who was erased. Rejects while the store is away. */
  readonly erased: (callIds: string[]) => Promise<readonly string[]>;
}

/** At the end of the application: a recorder gives its last piece in some milliseconds. */
const lastPiecesMs = 1_000;

const folderOf = (userData: string): string => path.join(userData, 'recordings');

/** The recordings of this device: which calls, where they are, and for how long. */
export class Recordings {
  readonly desk: RecordingDesk;
  readonly #retention: Retention;
  #policy: RecordingPolicy | null = null;

  constructor({ userData, vault, link, clock, logger, state, telephony, recorder, erased }: RecordingsOptions) {
    const tell = (callId: string, recording: { readonly fileId: string; readonly seconds: number } | null) => recorder.tell({ name: 'interaction.recorded', input: { callId, recording } });
    const folder = folderOf(userData);
    this.desk = new RecordingDesk({
      link,
      clock,
      logger,
      policy: () => this.#policy,
      agentId: () => (state.snapshot.session.state === 'signed-in' ? state.snapshot.session.agent.id : null),
      openFile: (about, onFailed) => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        return new RecordingFile(folder, recordingKey(vault), about, onFailed);
      },
      onState: (callId, recording) => telephony.setRecording(callId, recording),
      onRecorded: tell,
    });
    this.#retention = new Retention({ folder, deviceKey: () => recordingKey(vault), clock, logger, onDeleted: (callId) => tell(callId, null), erased });
  }

  /** What the centre says about recording, as soon as it is known. */
  provision({ policy }: Provisioning): void {
    this.#policy = policy.recording;
    this.#retention.keep(policy.recordingDays);
  }

  /** A customer was erased: recordings of their calls are deleted now. */
  onErased(): void {
    this.#retention.look();
  }

  /** What the queue of a call asks for; null where it has none. */
  onQueue(callId: string, queue: { readonly recording: RecordingPolicy } | null): void {
    if (queue !== null) this.desk.onQueue(callId, queue.recording);
  }

  observe(calls: readonly Call[]): void {
    this.desk.observe(calls);
  }

  /** The calls have ended: what is still to come of their recordings is written. */
  async stop(): Promise<void> {
    this.#retention.stop();
    await this.desk.finished(lastPiecesMs);
  }
}

/** `--export-recordings=<folder>`: for the administrator. Opens nothing, writes the recordings of this user's profile as WebM, and ends. */
export async function exportRecordingsAndQuit(userData: string, target: string): Promise<void> {
  try {
    // Two programs that write one vault would lose a secret.
    if (!app.requestSingleInstanceLock()) throw new Error('Balie is running: close it first');
    const { exported, unreadable } = await exportRecordings(folderOf(userData), recordingKey(new SecretVault(userData, safeStorage)), target);
    process.stdout.write(`${exported} recordings were written to ${target}\n`);
    for (const name of unreadable) process.stderr.write(`${name} could not be read\n`);
    app.exit(unreadable.length === 0 ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    app.exit(1);
  }
}
