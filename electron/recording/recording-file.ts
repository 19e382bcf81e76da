import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { extension, fileKey, mark, seal, type About, type FrameKind } from './recording-format.ts';

/** What is used of a file; a test gives one that is full. */
export interface Output {
  appendFile(data: Buffer): Promise<void>;
  close(): Promise<void>;
}

export type OpenOutput = (file: string) => Promise<Output>;

const openNew: OpenOutput = (file): Promise<FileHandle> => open(file, 'wx', 0o600);

/**
 * A recording that is being written. Each piece is sealed and handed to the system as it comes, so what a crash leaves can
 * be read up to its last whole frame. The first failure to write is told once; what comes after it is dropped.
 */
export class RecordingFile {
  readonly #key: Buffer;
  readonly #onFailed: (error: unknown) => void;
  readonly #output: Promise<Output>;
  #place = 0;
  #turn: Promise<void>;
  #failed = false;
  #ended = false;

  constructor(folder: string, deviceKey: Buffer, about: About, onFailed: (error: unknown) => void, openOutput: OpenOutput = openNew) {
    this.#key = fileKey(deviceKey, about.fileId);
    this.#onFailed = onFailed;
    this.#output = openOutput(recordingPath(folder, about.fileId));
    this.#turn = this.#output.then((output) => output.appendFile(mark)).catch((error: unknown) => this.#fail(error));
    this.#write('about', Buffer.from(JSON.stringify(about), 'utf8'));
  }

  /** A new recorder begins: its pieces do not continue those before. */
  part(startedAt: string): void {
    this.#write('part', Buffer.from(JSON.stringify({ startedAt }), 'utf8'));
  }

  append(sound: Uint8Array): void {
    this.#write('sound', Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength));
  }

  /** Resolves when everything is with the system. */
  async end(endedAt: string): Promise<void> {
    if (this.#ended) return this.#turn;
    this.#write('end', Buffer.from(JSON.stringify({ endedAt }), 'utf8'));
    this.#ended = true;
    await this.#turn;
    await this.#output.then((output) => output.close()).catch(() => undefined);
  }

  #write(kind: FrameKind, content: Buffer): void {
    if (this.#ended) return;
    this.#turn = this.#turn.then(async () => {
      if (this.#failed) return;
      try {
        await (await this.#output).appendFile(seal(this.#key, this.#place, { kind, content }));
        this.#place++;
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  #fail(error: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#onFailed(error);
  }
}

export function recordingPath(folder: string, fileId: string): string {
  return path.join(folder, `${fileId}${extension}`);
}
