import { nextAgentState, type AgentEvent } from '#shared/domain/agent-state.ts';
import { behindTheLock } from '#shared/domain/behind-the-lock.ts';
import { needsWrapUp, type Call, type CallIn } from '#shared/domain/call.ts';
import { noDevices } from '#shared/domain/devices.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { quietLine } from '#shared/domain/line-policy.ts';
import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import type { LetterOrder } from '#shared/domain/letters.ts';
import type { ExportOrder } from '#shared/domain/office.ts';
import type { PrintOrder } from '#shared/domain/print-sheet.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { defaultSettings, type Settings } from '#shared/domain/settings.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { mainContract, type MainContract } from '#shared/ipc/main-list.ts';
import { serve, type Server } from '#shared/ipc/server.ts';
import { agent } from './sample-data.ts';
import { sampleOverview } from './sample-figures.ts';
import { sampleLetter, sampleMail } from './sample-letters.ts';
import { SampleLine } from './sample-line.ts';
import { presence } from './sample-people.ts';
import { SampleScripts } from './sample-scripts.ts';
import { SampleTemplates } from './sample-templates.ts';
import { sampleSound } from './sample-sound.ts';
import { sampleTrail } from './sample-trail.ts';

const at = (): string => new Date().toISOString();

/** A main process of one page: calls change as they would, nobody is on the line. */
export class SampleMain {
  readonly server: Server<MainContract>;
  readonly line: SampleLine;
  /** Lists that left as files. */
  readonly exported: ExportOrder[] = [];
  readonly letters: LetterOrder[] = [];
  templates: LetterTemplate[] = [sampleLetter, sampleMail];
  readonly mailed: { readonly order: LetterOrder; readonly how: string; readonly to: string }[] = [];
  readonly printed: PrintOrder[] = [];
  readonly mails: { readonly how: string; readonly to: string; readonly text: string }[] = [];
  /** When set, figures of queues and the trail of identity checks are refused with it. */
  figuresError: BalieError | null = null;
  /** When set, letters are refused with it. */
  letterError: BalieError | null = null;
  /** How long it takes what was found out about a letter to arrive. */
  letterAnswers: () => Promise<void> = async () => undefined;
  /** Names of what was asked, in order. */
  readonly asked: string[] = [];
  snapshot: MainSnapshot;
  settings: Settings;
  /** When set, signing in is refused with it. */
  signInError: BalieError | null = null;
  /** The centre has a provider of identities. */
  provider = false;
  #abandon: () => void = () => undefined;
  readonly scripts = new SampleScripts();
  readonly shelf = new SampleTemplates();
  /** What is not at central when somebody signs out. */
  unsent: { readonly mutations: number; readonly drafts: number } | null = null;
  /** When set, any call that is made is refused with it. */
  dialError: BalieError | null = null;
  /** When set, any transfer is refused with it. */
  transferError: BalieError | null = null;

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
      policy: {
        country: 'BE',
        emergencyNumbers: ['112', '101', '100'],
        digitSequences: [
          { label: 'Pincode voicemail', digits: '1234#' },
          { label: 'Groep inloggen', digits: '*45' },
        ],
        hasVoicemail: true,
        canPickUp: true,
        canForward: true,
        organisation: 'Wijnhuis De Linde',
        exports: ['history', 'directory', 'team', 'customers', 'timeline', 'orders', 'figures', 'queueFigures', 'identityChecks', 'unsent'],
        recording: 'on-demand',
      },
      line: quietLine,
      presence: [...presence],
      voicemail: null,
      devices: noDevices,
      headset: { state: 'none' },
      dialRequests: [],
      ...change,
    };
    this.line = new SampleLine({ calls: () => this.snapshot.calls, put: (calls) => this.#put(calls) });
    this.server = serve(
      mainContract,
      {
        ...sampleSound({ asked: this.asked, change: (id, act) => this.line.change(id, act), readiness: (report) => this.server.emit('readiness', report) }),
        ...this.scripts.handlers(),
        ...this.shelf.handlers(),
        'snapshot.get': () => behindTheLock(this.snapshot),
        'session.signIn': () => {
          if (this.signInError !== null) throw this.signInError;
          this.update({ session: { state: 'signed-in', centralUrl: this.settings.centralUrl, agent, offline: false } });
        },
        'spelling.use': () => undefined,
        'office.abbreviations': () => [{ short: 'mvg', text: 'met vriendelijke groeten, {{operator}}' }, { short: 'kn', text: 'kredietnota' }],
        'session.ways': () => ({ password: true, oidc: this.provider ? { issuer: 'https://login.wijnhuis.be', clientId: 'balie', scope: 'openid profile' } : null }),
        // As a browser from which nobody comes back, until the operator gives up.
        'session.signInWithProvider': () =>
          new Promise<void>((_resolve, reject) => {
            this.#abandon = () => reject(new BalieError('session.sign-in-abandoned', 'abandoned'));
          }),
        'session.abandonSignIn': () => this.#abandon(),
        'session.signOut': ({ unsent }) => {
          if (unsent === 'ask' && this.unsent !== null) return { unsent: this.unsent };
          this.asked.push(`session.signOut ${unsent}`);
          this.update({ session: { state: 'signed-out', centralUrl: this.settings.centralUrl, error: 'session.signed-out' } });
          return { unsent: null };
        },
        'lock.now': () => this.update({ lock: { since: at(), retryAt: null } }),
        'lock.open': ({ password }) => {
          if (password !== 'geheim') throw new BalieError('lock.wrong', 'wrong');
          this.update({ lock: null });
        },
        'lock.openWithProvider': () => this.update({ lock: null }),
        'agent.setAvailable': () => this.#agent({ type: 'set-available' }),
        'agent.setNotReady': ({ reason }) => this.#agent({ type: 'set-not-ready', reason }),
        'agent.wrappedUp': ({ callId }) => {
          this.asked.push('agent.wrappedUp');
          this.update({ calls: this.snapshot.calls.filter((call) => call.id !== callId), agent: nextAgentState(this.snapshot.agent, { type: 'wrapped-up', callId }, at()) });
        },

        'call.answer': ({ callId }) => this.#ask('call.answer', () => this.line.answer(callId)),
        'call.decline': ({ callId }) => this.#ask('call.decline', () => this.line.end(callId, 'declined')),
        'call.hangUp': ({ callId }) => this.#ask('call.hangUp', () => this.line.end(callId)),
        'call.setMuted': ({ callId, muted }) => this.#ask('call.setMuted', () => this.line.change(callId, (call) => ({ ...call, muted }) as Call)),
        'call.setHeld': ({ callId, held }) => this.#ask('call.setHeld', () => this.line.setHeld(callId, held)),
        'call.switchTo': ({ callId }) => this.#ask('call.switchTo', () => this.line.setHeld(callId, false)),
        'call.sendDigits': ({ digits }) => void this.asked.push(`digits ${digits}`),
        'call.dial': ({ target, confirmed }) => this.#dial(target, confirmed),
        'call.deflect': ({ callId, target }) => this.#ask(`deflect ${target}`, () => this.line.end(callId, 'forwarded')),
        'call.callBackMissed': () => {
          const { missed } = this.snapshot.line;
          if (missed === null) throw new BalieError('call.illegal', 'nothing was missed');
          this.update({ line: { ...this.snapshot.line, missed: null } });
          return this.#dial(missed.raw, false);
        },
        'call.pickUp': ({ number }) => {
          if (this.snapshot.presence.find((other) => other.number === number)?.state !== 'ringing') throw new BalieError('pick-up.refused', 'it rings no more');
          return this.#dial(number, false, 'pick up');
        },
        'call.voicemail': () => this.#dial('*98', false),

        'transfer.blind': ({ callId, target, note }) => this.#transfer(`blind ${target} ${note}`, () => this.line.transfer(callId, { kind: 'blind', target, phase: 'asking', sipStatus: null })),
        'transfer.consult': ({ callId, target }) => this.#transfer(`consult ${target}`, () => ({ callId: this.line.dial(target, callId) })),
        'transfer.complete': ({ callId, note }) =>
          this.#transfer(`complete ${note}`, () => this.line.transfer(callId, { kind: 'attended', target: this.line.consultationOf(callId)?.party.raw ?? '', phase: 'asking', sipStatus: null })),
        'transfer.cancel': ({ callId }) => this.#ask('cancel', () => this.line.back(callId)),
        'transfer.dismiss': ({ callId }) => this.#ask('dismiss', () => this.line.transfer(callId, null)),

        'conference.join': ({ callId, withCallId }) => this.#ask('join', () => this.line.join(callId, withCallId)),
        'conference.drop': ({ callId }) => this.#ask('drop', () => this.line.end(callId)),
        'conference.split': ({ callId }) => this.#ask('split', () => this.line.split(callId)),
        'conference.leave': ({ note }) => this.#transfer(`leave ${note}`, () => this.line.leave()),

        'line.setDoNotDisturb': ({ on }) => this.update({ line: { ...this.snapshot.line, doNotDisturb: on } }),
        'dialRequest.dismiss': ({ id }) => this.update({ dialRequests: this.snapshot.dialRequests.filter((request) => request.id !== id) }),
        'presence.watch': ({ numbers }) => void this.asked.push(`watch ${numbers.join(' ')}`),

        'store.retry': () => {
          throw new BalieError('store.disk-full', 'still full');
        },
        'store.compact': () => ({ before: 61_000_000, after: 48_000_000 }),
        'store.repair': () => {
          this.update({ store: { state: 'ready', keyStore: 'system' } });
          return { mutations: 2, drafts: 1, incomplete: false };
        },
        'store.setAside': () => ({ path: '/aside' }),
        'settings.get': () => this.settings,
        'settings.set': (part) => (this.settings = { ...this.settings, ...part }),
        'office.print': (order) => {
          this.printed.push(order);
          return { done: true };
        },
        'letter.list': () => [...this.templates],
        'letter.preview': async (order) => {
          const refused = this.letterError;
          await this.letterAnswers();
          if (refused !== null) throw refused;
          const { fields } = order;
          return { subject: order.templateId === sampleMail.id ? `Uw vraag van ${fields.contactDate}` : null, text: `${fields.organisation}\n\n${fields.name}\n${fields.street}\n${fields.postcode} ${fields.town}\n\n${fields.date}\n\n${fields.greeting},\n\nOp ${fields.contactDate} sprak u met ${fields.operator}. Wij bevestigen u wat wij samen afspraken:\n\n${fields.sentence}\n\nMet de meeste hoogachting,\n\n${fields.operator}` };
        },
        'letter.save': (order) => {
          this.letters.push(order);
          return { saved: true };
        },
        'letter.hand': (mail) => void this.mails.push(mail),
        'figures.queues': (wish) => {
          if (this.figuresError !== null) throw this.figuresError;
          return sampleOverview(wish);
        },
        'identity.trail': ({ wish, cursor }) => {
          if (this.figuresError !== null) throw this.figuresError;
          return sampleTrail(wish, cursor);
        },
        'letter.mail': (handed) => void this.mailed.push(handed),
        'office.export': (order) => {
          this.exported.push(order);
          return { rows: 3 };
        },
        'personalData.save': () => ({ saved: true }),
        'log.export': () => ({ path: null }),
        'log.defect': ({ message }) => void this.asked.push(`defect ${message}`),
      },
      silentLogger,
    );
  }

  update(change: Partial<MainSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change, revision: this.snapshot.revision + 1 };
    this.server.emit('snapshot', behindTheLock(this.snapshot));
  }

  /** Who speaks in a call, from `at` on. */
  hear(callId: string, operator: boolean, customer: boolean, since = at()): void {
    this.server.emit('voice', { callId, activity: { operator, customer, at: since } });
  }

  /** A call comes in. */
  ring(call: CallIn<'ringing'>): void {
    this.update({ calls: [...this.snapshot.calls, call], agent: nextAgentState(this.snapshot.agent, { type: 'call-started' }, at()) });
  }

  #ask<T>(name: string, act: () => T): T {
    this.asked.push(name);
    return act();
  }

  #transfer<T>(name: string, act: () => T): T {
    return this.#ask(name, () => {
      if (this.transferError !== null) throw this.transferError;
      return act();
    });
  }

  #dial(target: string, confirmed: boolean, why = 'dial'): { callId: string } {
    this.asked.push(`${why} ${target}${confirmed ? ' confirmed' : ''}`);
    if (this.dialError !== null) throw this.dialError;
    if (target === '') throw new BalieError('call.number-invalid', 'nobody to call');
    if (!confirmed && this.snapshot.policy?.emergencyNumbers.includes(target) === true) throw new BalieError('call.emergency', 'asks first');
    return { callId: this.line.dial(target) };
  }

  #agent(event: AgentEvent): void {
    this.update({ agent: nextAgentState(this.snapshot.agent, event, at()) });
  }

  #put(calls: readonly Call[]): void {
    const before = this.snapshot.agent;
    const live = calls.some((call) => call.state !== 'ended');
    const last = calls.find(needsWrapUp);
    const event: AgentEvent = live ? { type: 'call-started' } : { type: 'calls-ended', callId: last?.id ?? '', wrapUp: last !== undefined };
    this.update({ calls: [...calls], agent: nextAgentState(before, event, at()) });
  }
}
