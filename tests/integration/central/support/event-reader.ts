/** What a stream of server-sent events brings: an event, or a comment. */
export type Received = { readonly event: string; readonly id: string; readonly data: string } | { readonly comment: string };

function parse(block: string): Received {
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith(':'))) return { comment: lines.map((line) => line.slice(1)).join('\n') };
  const field = (name: string): string => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  return { event: field('event'), id: field('id'), data: field('data') };
}

/** Reads server-sent events over a real socket, one at a time. */
export class EventReader {
  readonly headers: Headers;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #rest = '';

  private constructor(answer: Response) {
    if (answer.status !== 200 || answer.body === null) throw new Error(`events answered ${answer.status}`);
    this.headers = answer.headers;
    this.#reader = answer.body.getReader();
  }

  static async open(url: string, headers: Record<string, string>): Promise<EventReader> {
    return new EventReader(await fetch(url, { headers }));
  }

  /** @throws where the stream ends first. */
  async next(): Promise<Received> {
    for (;;) {
      const end = this.#rest.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#rest.slice(0, end);
        this.#rest = this.#rest.slice(end + 2);
        return parse(block);
      }
      const { done, value } = await this.#reader.read();
      if (done) throw new Error('the stream has ended');
      this.#rest += this.#decoder.decode(value, { stream: true });
    }
  }

  /** Waits for the other side to end the stream in order. */
  async untilEnd(): Promise<void> {
    while (!(await this.#reader.read()).done);
  }

  async close(): Promise<void> {
    await this.#reader.cancel();
  }
}
