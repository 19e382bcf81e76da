import { nextAgentState, readinessOf, type AgentEvent, type AgentState, type NotReadyReason, type Readiness } from '#shared/domain/agent-state.ts';
import { isLive, needsWrapUp, type Call } from '#shared/domain/call.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';

interface AgentDeskOptions {
  readonly clock: Clock;
  readonly initial: AgentState;
  readonly onState: (state: AgentState) => void;
  /** Told at the start, and with every state: a line is not ready because nobody has said so yet. */
  readonly tellLine: (readiness: Readiness) => void;
  /** This ended call needs nobody any more. */
  readonly forget: (callId: string) => void;
}

/** How long a call that was never answered stays on screen, so that the operator sees what it was. */
const missedShownMs = 4_000;

/**
 * The operator's state, driven by calls and by the operator. Every answered call is wrapped up, one
 * after the other, transferred ones too; a missed one is not, nor the consultation of a colleague, which belongs to its caller's call.
 */
export class AgentDesk {
  readonly #options: AgentDeskOptions;
  #state: AgentState;
  #known = new Map<string, Call>();
  /** Answered calls that have ended and are not wrapped up yet, in order of ending. */
  readonly #toWrapUp: string[] = [];

  constructor(options: AgentDeskOptions) {
    this.#options = options;
    this.#state = options.initial;
  }

  /** Tells the line who is here, before it registers. */
  start(): void {
    this.#options.tellLine(readinessOf(this.#state));
  }

  get state(): AgentState {
    return this.#state;
  }

  setAvailable(): void {
    this.#apply({ type: 'set-available' });
  }

  setNotReady(reason: NotReadyReason): void {
    this.#apply({ type: 'set-not-ready', reason });
  }

  /** Follows the call table. */
  observe(calls: readonly Call[]): void {
    const before = this.#known;
    this.#known = new Map(calls.map((call) => [call.id, call]));
    for (const call of calls) {
      if (call.state === 'ended' && before.get(call.id)?.state !== 'ended') this.#onEnded(call.id, needsWrapUp(call));
    }
    const live = calls.some(isLive);
    if (live) this.#apply({ type: 'call-started' });
    else if (this.#state.state === 'on-call') this.#afterCalls();
  }

  /** The interaction of this call is closed. */
  wrappedUp(callId: string): void {
    const index = this.#toWrapUp.indexOf(callId);
    if (index >= 0) this.#toWrapUp.splice(index, 1);
    this.#options.forget(callId);
    if (this.#state.state !== 'wrap-up') return;
    const next = this.#toWrapUp[0];
    if (next === undefined) this.#apply({ type: 'wrapped-up', callId: this.#state.callId });
    else if (next !== this.#state.callId) this.#set({ ...this.#state, callId: next });
  }

  #onEnded(callId: string, wrapUp: boolean): void {
    if (wrapUp) this.#toWrapUp.push(callId);
    else this.#options.clock.schedule(missedShownMs, () => this.#options.forget(callId));
  }

  #afterCalls(): void {
    const callId = this.#toWrapUp[0];
    this.#apply({ type: 'calls-ended', callId: callId ?? '', wrapUp: callId !== undefined });
  }

  #apply(event: AgentEvent): void {
    this.#set(nextAgentState(this.#state, event, isoNow(this.#options.clock)));
  }

  #set(state: AgentState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
    this.#options.tellLine(readinessOf(state));
  }
}
