import type { PassThrough } from 'node:stream';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';

/** One reader of server-sent events. A slow reader gets the newest cursor when it can take one, not every cursor. */
export class EventStream {
  readonly #body: PassThrough;
  readonly #clock: Clock;
  readonly #heartbeatMs: number;
  readonly #endings: (() => void)[] = [];
  #heartbeat: Scheduled | null = null;
  #greeted = false;
  #blocked = false;
  #waiting: string | null = null;
  #ended = false;

  constructor(body: PassThrough, clock: Clock, heartbeatMs: number) {
    this.#body = body;
    this.#clock = clock;
    this.#heartbeatMs = heartbeatMs;
    body.on('drain', () => this.#drained());
    body.once('close', () => this.end());
    this.#beat();
  }

  /** First on every stream: where the log stands now. What changed meanwhile follows. */
  hello(cursor: string): void {
    this.#greeted = true;
    this.#write(`retry: 2000\nid: ${cursor}\nevent: hello\ndata: ${JSON.stringify({ cursor })}\n\n`);
    this.#flush();
  }

  changed(cursor: string): void {
    this.#waiting = cursor;
    this.#flush();
  }

  /** Runs `task` once, when the stream has ended, whoever ended it. */
  onEnd(task: () => void): void {
    if (this.#ended) task();
    else this.#endings.push(task);
  }

  endAfter(ms: number): void {
    const timer = this.#clock.schedule(Math.max(0, ms), () => this.end());
    this.onEnd(() => timer.cancel());
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#heartbeat?.cancel();
    this.#body.end();
    for (const task of this.#endings.splice(0)) task();
  }

  #beat(): void {
    this.#heartbeat = this.#clock.schedule(this.#heartbeatMs, () => {
      if (!this.#blocked) this.#write(':\n\n');
      this.#beat();
    });
  }

  #drained(): void {
    this.#blocked = false;
    this.#flush();
  }

  #flush(): void {
    const cursor = this.#waiting;
    if (!this.#greeted || this.#blocked || cursor === null) return;
    this.#waiting = null;
    this.#write(`id: ${cursor}\nevent: changed\ndata: ${JSON.stringify({ cursor })}\n\n`);
  }

  #write(text: string): void {
    if (!this.#ended) this.#blocked = !this.#body.write(text);
  }
}
