import { BalieError } from '#shared/domain/errors.ts';

/** A row with a script of a hundred steps is far smaller; a longer line is no row of ours. */
const longestLine = 8 * 1024 * 1024;

/** Splits a stream of UTF-8 into lines, without the newline, however it was cut. */
export class LineSplitter {
  readonly #decoder = new TextDecoder();
  #rest = '';

  /** @returns the lines that these bytes complete. */
  take(bytes: Uint8Array): string[] {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > longestLine) throw new BalieError('sync.protocol', 'a line of the stream is too long');
    return lines;
  }

  /** @returns the last line, where the stream did not end with a newline. */
  end(): string[] {
    const rest = this.#rest + this.#decoder.decode();
    this.#rest = '';
    return rest === '' ? [] : [rest];
  }
}
