import { nextAgentState, type AgentEvent } from '#shared/domain/agent-state.ts';
import type { Call, CallIn } from '#shared/domain/call.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { defaultSettings, type Settings } from '#shared/domain/settings.ts';
import { noDevices } from '#shared/domain/devices.ts';
import { quietLine } from '#shared/domain/line-policy.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { mainContract, type MainContract } from '#shared/ipc/main-list.ts';
import { serve, type Server } from '#shared/ipc/server.ts';
import { pendingHandlers } from '../../electron/main/pending-handlers.ts';
import { agent } from './sample-data.ts';

const at = (): string => new Date().toISOString();

/** A main process of one page: calls change as they would, nobody is on the line. */
export class SampleMain {
  readonly server: Server<MainContract>;
  /** Names of what was asked, in order. */
  readonly asked: string[] = [];
  snapshot: MainSnapshot;
  settings: Settings;
  /** When set, signing in is refused with it. */
  signInError: BalieError | null = null;

  constructor(change: Partial<MainSnapshot> = {}, settings: Partial<Settings> = {}) {
    this.settings = { ...defaultSettings, centralUrl: 'https://centrum.wijnhuis.be', username: 'lotte', ...settings };
    this.snapshot = {
      revision: 1,
      session: { state: 'signed-in', centralUrl: this.settings.centralUrl, agent, offline: false },
      registration: { state: 'registered', server: 'wss://sip.wijnhuis.be', since: at() },
      agent: { state: 'available', since: at() },
      calls: [],
      audio: { window: 'up', microphone: 'ready' },
      store: { state: 'ready', keyStore: 'system' },
      policy: { country: 'BE', emergencyNumbers: ['112', '101', '100'], digitSequences: [], hasVoicemail: true, canPickUp: true, canForward: true, recording: 'on-demand' },
      line: quietLine,
      presence: [],
      voicemail: null,
      devices: noDevices,
      headset: { state: 'none' },
      dialRequests: [],
      ...change,
    };
    const done = (name: string, act: (call: Call) => Call) => (input: { readonly callId: string }) => {
      this.asked.push(name);
      this.#change(input.callId, act);
    };
    this.server = serve(
      mainContract,
      {
        ...pendingHandlers,
        'snapshot.get': () => this.snapshot,
        'session.signIn': () => {
          if (this.signInError !== null) throw this.signInError;
          this.update({ session: { state: 'signed-in', centralUrl: this.settings.centralUrl, agent, offline: false } });
        },
        'session.signOut': () => this.update({ session: { state: 'signed-out', centralUrl: this.settings.centralUrl, error: 'session.signed-out' } }),
        'agent.setAvailable': () => this.#agent({ type: 'set-available' }),
        'agent.setNotReady': ({ reason }) => this.#agent({ type: 'set-not-ready', reason }),
        'agent.wrappedUp': ({ callId }) => {
          this.asked.push('agent.wrappedUp');
          this.update({ calls: this.snapshot.calls.filter((call) => call.id !== callId), agent: nextAgentState(this.snapshot.agent, { type: 'wrapped-up', callId }, at()) });
        },
        'call.answer': ({ callId }) => {
          this.asked.push('call.answer');
          this.#holdOthers(callId);
          this.#change(callId, (call) => this.#answered(call));
        },
        'call.decline': done('call.decline', (call) => ({ ...call, state: 'ended', answeredAt: null, endedAt: at(), cause: 'declined', endedBy: 'local', sipStatus: 603 })),
        'call.hangUp': done('call.hangUp', (call) => this.#ended(call)),
        'call.setMuted': ({ callId, muted }) => {
          this.asked.push('call.setMuted');
          this.#change(callId, (call) => ({ ...call, muted }) as Call);
        },
        'call.setHeld': ({ callId, held }) => {
          this.asked.push('call.setHeld');
          if (!held) this.#holdOthers(callId);
          this.#change(callId, (call) => ({ ...call, hold: held ? 'on' : 'off' }) as Call);
        },
        'call.sendDigits': ({ digits }) => void this.asked.push(`digits ${digits}`),
        'call.dial': () => {
          throw new BalieError('call.number-invalid', 'nobody to call here');
        },
        'store.retry': () => {
          throw new BalieError('store.disk-full', 'still full');
        },
        'store.setAside': () => ({ path: '/aside' }),
        'settings.get': () => this.settings,
        'settings.set': (part) => (this.settings = { ...this.settings, ...part }),
        'log.export': () => ({ path: null }),
        'log.defect': ({ message }) => void this.asked.push(`defect ${message}`),
      },
      silentLogger,
    );
  }

  update(change: Partial<MainSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change, revision: this.snapshot.revision + 1 };
    this.server.emit('snapshot', this.snapshot);
  }

  /** A call comes in. */
  ring(call: CallIn<'ringing'>): void {
    this.update({ calls: [...this.snapshot.calls, call], agent: nextAgentState(this.snapshot.agent, { type: 'call-started' }, at()) });
  }

  #agent(event: AgentEvent): void {
    this.update({ agent: nextAgentState(this.snapshot.agent, event, at()) });
  }

  #change(callId: string, act: (call: Call) => Call): void {
    const calls = this.snapshot.calls.map((call) => (call.id === callId ? act(call) : call));
    const before = this.snapshot.agent;
    const over = calls.every((call) => call.state === 'ended');
    const last = calls.find((call) => call.state === 'ended' && call.answeredAt !== null);
    const agentState = over ? nextAgentState(before, { type: 'calls-ended', callId: last?.id ?? '', wrapUp: last !== undefined }, at()) : before;
    this.update({ calls, agent: agentState });
  }

  /** As telephony does: nobody hears two callers at once. */
  #holdOthers(callId: string): void {
    const calls = this.snapshot.calls.map((call): Call => (call.id !== callId && call.state === 'connected' ? { ...call, hold: 'on' } : call));
    this.update({ calls });
  }

  #answered(call: Call): Call {
    return { ...base(call), state: 'connected', answeredAt: at(), muted: false, hold: 'off', heldByRemote: false, media: 'flowing', microphone: true, transfer: null, conference: false, recording: { state: 'off' }, quality: 'unknown' };
  }

  #ended(call: Call): Call {
    const answeredAt = call.state === 'connected' ? call.answeredAt : null;
    return { ...base(call), state: 'ended', answeredAt, endedAt: at(), cause: 'hung-up', endedBy: 'local', sipStatus: null };
  }
}

function base({ id, direction, party, called, queueKey, sipCallId, startedAt, consultationFor, handOver }: Call) {
  return { id, direction, party, called, queueKey, sipCallId, startedAt, consultationFor, handOver };
}
