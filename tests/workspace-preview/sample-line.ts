import type { Call, CallIn, EndCause } from '#shared/domain/call.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Transfer } from '#shared/domain/transfer.ts';
import { connectedCall, endedCall, ringingCall } from '../fixtures/calls.ts';

const at = (): string => new Date().toISOString();

/** Where the calls are kept. */
export interface CallBoard {
  calls(): readonly Call[];
  put(calls: readonly Call[]): void;
}

/** The calls of one page: they change as they would, nobody is on the line. Whoever tests says when the other side moves. */
export class SampleLine {
  readonly #board: CallBoard;

  constructor(board: CallBoard) {
    this.#board = board;
  }

  answer(id: string): void {
    this.#alone(id);
    this.change(id, (call) => ({ ...connectedCall(asRinging(call)), answeredAt: at() }));
  }

  /** A call that ends takes a consultation about it out of the consultation. */
  end(id: string, cause: EndCause = 'hung-up', endedBy: 'local' | 'remote' = 'local'): void {
    const call = this.find(id);
    const answered = call.state === 'connected';
    const ended: Call = { ...endedCall(asRinging(call), { answered }), answeredAt: answered ? call.answeredAt : null, endedAt: at(), cause, endedBy };
    const partner = call.state === 'connected' && call.conference;
    this.#board.put(
      this.#board.calls().map((other): Call => {
        if (other.id === id) return ended;
        const free: Call = other.consultationFor === id ? { ...other, consultationFor: null } : other;
        return partner && free.state === 'connected' ? { ...free, conference: false } : free;
      }),
    );
  }

  setHeld(id: string, held: boolean): void {
    if (!held) this.#alone(id);
    this.change(id, (call) => (call.state === 'connected' ? { ...call, hold: held ? 'on' : 'off' } : call));
  }

  dial(target: string, consultationFor: string | null = null): string {
    const call = ringingCall({ id: newId(), direction: 'outbound', party: { number: target.startsWith('+') ? target : null, raw: target, displayName: null }, queueKey: null, called: null, startedAt: at(), consultationFor });
    const { prepared: _, autoAnswerAt: __, ...common } = call;
    this.#alone(call.id);
    this.#board.put([...this.#board.calls(), { ...common, state: 'alerting', earlyMedia: false }]);
    return call.id;
  }

  /** The other side answers. */
  pickedUp(id: string): void {
    this.change(id, (call) => ({ ...connectedCall(asRinging(call)), answeredAt: at() }));
  }

  transfer(id: string, transfer: Transfer | null): void {
    this.change(id, (call) => (call.state === 'connected' ? { ...call, transfer } : call));
  }

  /** What the NOTIFYs tell. A failure brings the caller back. */
  transferMoves(id: string, phase: Transfer['phase'], sipStatus: number | null = null): void {
    if (phase === 'failed') this.#alone(id);
    this.change(id, (call) => (call.state === 'connected' && call.transfer !== null ? { ...call, hold: phase === 'failed' ? 'off' : call.hold, transfer: { ...call.transfer, phase, sipStatus } } : call));
  }

  /** The transfer succeeded: the operator is out of it. */
  transferred(id: string): void {
    const consultation = this.consultationOf(id);
    this.end(id, 'transferred');
    if (consultation !== undefined) this.end(consultation.id, 'transferred');
  }

  consultationOf(id: string): Call | undefined {
    return this.#board.calls().find((call) => call.consultationFor === id && call.state !== 'ended');
  }

  /** Back to the caller, whatever was begun. */
  back(id: string): void {
    const consultation = this.consultationOf(id);
    if (consultation !== undefined) this.end(consultation.id);
    this.transfer(id, null);
    this.setHeld(id, false);
  }

  join(one: string, other: string): void {
    for (const id of [one, other]) this.change(id, (call) => (call.state === 'connected' ? { ...call, conference: true, hold: 'off' } : call));
  }

  /** This one stays in conversation, the other is held. */
  split(id: string): void {
    const joined = this.#board.calls().filter((call) => call.state === 'connected' && call.conference);
    for (const call of joined) this.change(call.id, (now) => (now.state === 'connected' ? { ...now, conference: false, hold: now.id === id ? 'off' : 'on' } : now));
  }

  leave(): void {
    for (const call of this.#board.calls()) if (call.state === 'connected' && call.conference) this.end(call.id, 'transferred');
  }

  change(id: string, act: (call: Call) => Call): void {
    this.#board.put(this.#board.calls().map((call) => (call.id === id ? act(call) : call)));
  }

  /** @throws {BalieError} `call.not-found`. */
  find(id: string): Call {
    const call = this.#board.calls().find((candidate) => candidate.id === id);
    if (call === undefined) throw new BalieError('call.not-found', 'no such call');
    return call;
  }

  /** As telephony does: nobody hears two callers at once. */
  #alone(id: string): void {
    this.#board.put(this.#board.calls().map((call): Call => (call.id !== id && call.state === 'connected' ? { ...call, hold: 'on' } : call)));
  }
}

function asRinging({ id, direction, party, called, queueKey, sipCallId, startedAt, consultationFor, handOver }: Call): CallIn<'ringing'> {
  return ringingCall({ id, direction, party, called, queueKey, sipCallId, startedAt, consultationFor, handOver });
}
