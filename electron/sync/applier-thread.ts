import { Worker } from 'node:worker_threads';
import type { Logger } from '#shared/domain/logger.ts';
import { applierContract, type ApplierContract } from '#shared/ipc/applier-list.ts';
import { connect, type Client } from '#shared/ipc/client.ts';
import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';
import type { OperatorTurn } from '../store/database/write-turn.ts';
import { messagePort } from '../store/ports.ts';

/** What the worker thread is started with. */
export interface ApplierThreadData {
  readonly file: { readonly path: string; readonly key: string };
  readonly memory: SharedArrayBuffer;
  readonly restMs: number;
}

/** How sync asks for what central sent to be written. */
export interface ApplierLine {
  /** @throws {BalieError} the thread's refusal, or `ipc.closed` when it died meanwhile; the next call starts another one. */
  call<N extends CallName<ApplierContract>>(name: N, input: CallInput<ApplierContract, N>): Promise<CallOutput<ApplierContract, N>>;
}

interface ApplierThreadOptions {
  /** The worker's entry: built beside the store's, or the source itself. */
  readonly entry: URL | string;
  readonly file: ApplierThreadData['file'];
  readonly turn: OperatorTurn;
  readonly logger: Logger;
  /** With nothing to do for so many milliseconds the thread ends; ten seconds unless told. */
  readonly restMs?: number;
  /** Rows of a snapshot that were written. */
  readonly onFillProgress?: (done: number, total: number) => void;
}

interface Running {
  readonly worker: Worker;
  readonly client: Client<ApplierContract>;
}

/**
 * The worker thread that writes batches from central, started when it is needed and again after a crash. It ends when there has been
 * nothing to write for a while: it takes some 13 MB.
 */
export class ApplierThread implements ApplierLine {
  readonly #options: ApplierThreadOptions;
  #running: Running | null = null;
  #pending = 0;
  /** What came of a snapshot is in the thread: a network that is silent for a while is no end of it. */
  #filling = false;

  constructor(options: ApplierThreadOptions) {
    this.#options = options;
  }

  async call<N extends CallName<ApplierContract>>(name: N, input: CallInput<ApplierContract, N>): Promise<CallOutput<ApplierContract, N>> {
    this.#running ??= this.#start();
    this.#pending++;
    this.#filling ||= name === 'fill.begin';
    try {
      // A batch takes as long as it takes; a thread that died is heard of by itself.
      const answer = await this.#running.client.call(name, input, { timeoutMs: 0 });
      if (name === 'fill.end') this.#filling = false;
      return answer;
    } finally {
      this.#pending--;
    }
  }

  /** Ends the thread; what it was writing is rolled back. Resolves when its connection is closed. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    running?.client.close();
    await running?.worker.terminate();
    this.#options.turn.abandoned();
  }

  #rest({ client, worker }: Running): void {
    this.#running = null;
    client.close();
    void worker.terminate();
  }

  #start(): Running {
    const { entry, file, turn, logger, restMs = 10_000 } = this.#options;
    const data: ApplierThreadData = { file, memory: turn.memory, restMs };
    const worker = new Worker(entry, { workerData: data, name: 'applier' });
    const client = connect(applierContract, messagePort(worker, () => undefined), { onProtocolError: (what) => logger.error({ what }, 'the applier said something unknown') });
    const running = { worker, client };
    client.on('turn.freed', () => turn.freed());
    client.on('fill.progress', ({ done, total }) => this.#options.onFillProgress?.(done, total));
    client.on('rest', () => {
      // What is asked from now on starts another one.
      if (this.#pending === 0 && !this.#filling && this.#running === running) this.#rest(running);
    });
    client.on('log', ({ level, fields, message }) => logger[level](fields, message));
    worker.on('error', (error) => logger.error({ err: error }, 'defect in the applier; it is started again'));
    worker.once('exit', () => {
      client.close();
      if (this.#running !== running) return;
      this.#running = null;
      turn.abandoned();
    });
    return running;
  }
}
