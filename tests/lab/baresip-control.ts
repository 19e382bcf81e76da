import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface BaresipEvent {
  /** REGISTER_OK, CALL_INCOMING, CALL_RINGING, CALL_ESTABLISHED, CALL_CLOSED … */
  readonly type: string;
  readonly at: number;
  readonly param: string;
}

interface Message {
  readonly event?: boolean;
  readonly response?: boolean;
  readonly ok?: boolean;
  readonly token?: string;
  readonly data?: string;
  readonly type?: string;
  readonly param?: string;
}

/** The control port of a baresip: JSON in netstrings (module ctrl_tcp). */
export class BaresipControl {
  readonly events: BaresipEvent[] = [];
  private readonly socket: Socket;
  private readonly waiting = new Map<string, (message: Message) => void>();
  private buffered = Buffer.alloc(0);
  private nextToken = 0;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (data) => this.take(data));
    socket.on('error', () => undefined);
  }

  static async open(port: number): Promise<BaresipControl> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new BaresipControl(socket);
  }

  /** Sends a command of baresip's menu (`dial`, `accept`, `hangup`, `hold`, `resume` …) and waits for its answer. */
  async command(command: string, params?: string): Promise<string> {
    this.nextToken += 1;
    const token = String(this.nextToken);
    const text = JSON.stringify({ command, token, ...(params === undefined ? {} : { params }) });
    const answer = await new Promise<Message>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`baresip did not answer "${command}"`)), 3000);
      this.waiting.set(token, (message) => {
        clearTimeout(timer);
        resolve(message);
      });
      this.socket.write(`${Buffer.byteLength(text)}:${text},`);
    });
    if (answer.ok !== true) throw new Error(`baresip refused "${command}": ${answer.data ?? ''}`);
    return answer.data ?? '';
  }

  close(): void {
    this.socket.destroy();
  }

  private take(data: Buffer): void {
    this.buffered = Buffer.concat([this.buffered, data]);
    for (;;) {
      const colon = this.buffered.indexOf(':');
      if (colon < 0) return;
      const length = Number(this.buffered.toString('latin1', 0, colon));
      if (!Number.isInteger(length)) throw new Error('Not a netstring from baresip');
      const end = colon + 1 + length;
      if (this.buffered.length < end + 1) return;
      const text = this.buffered.toString('utf8', colon + 1, end);
      this.buffered = this.buffered.subarray(end + 1);
      this.handle(JSON.parse(text) as Message);
    }
  }

  private handle(message: Message): void {
    if (message.event === true) {
      this.events.push({ type: message.type ?? '', param: message.param ?? '', at: Date.now() });
      return;
    }
    const resolve = this.waiting.get(message.token ?? '');
    this.waiting.delete(message.token ?? '');
    resolve?.(message);
  }
}
