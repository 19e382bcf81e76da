import type { Call, CallIn } from '#shared/domain/call.ts';
import type { Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import type { Interaction } from '#shared/domain/entities.ts';
import { answer, startRun, type ScriptFacts } from '#shared/domain/script-engine.ts';
import type { ScriptRun } from '#shared/domain/script.ts';
import { connectedCall, endedCall, ringingCall } from '../fixtures/calls.ts';
import { customers, hitOf, outcomes, sampleFileOf, sampleId, sampleInteraction, scriptRow } from './sample-data.ts';
import { SampleMain } from './sample-main.ts';
import { SampleStore } from './sample-store.ts';

export interface Scene {
  readonly main: SampleMain;
  readonly store: SampleStore;
}

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
const first = sampleId(10, 1);
const second = sampleId(10, 2);

/** A call that began so long ago; `customer` is its place in the sample, or none. */
function ringing(id: string, seconds: number, change: Partial<CallIn<'ringing'>> = {}): CallIn<'ringing'> {
  return ringingCall({ id, startedAt: ago(seconds), ...change });
}

function talking(id: string, seconds: number, change: Partial<CallIn<'connected'>> = {}): CallIn<'connected'> {
  return { ...connectedCall(ringing(id, seconds + 6)), answeredAt: ago(seconds), ...change };
}

function fileFor(call: Call, number: number, customer: number | null, interaction: Partial<Interaction> = {}, change: Partial<InteractionFile> = {}): InteractionFile {
  const customerId = customer === null ? null : (customers[customer]?.customer.id ?? null);
  return sampleFileOf(sampleInteraction(number, { number: call.party.number, startedAt: call.startedAt, customerId, ...interaction }), call.id, change);
}

/** @returns a run that took these answers, with what they captured. */
function runOf(...answers: readonly string[]): { readonly run: ScriptRun; readonly captured: Record<string, string> } {
  let run = startRun(scriptRow.definition);
  let facts: ScriptFacts = { captured: { pakket: 'herfstselectie', aantal: '2' }, customerKnown: true };
  for (const key of answers) {
    const advance = answer(scriptRow.definition, run, key, facts);
    run = advance.run;
    facts = { ...facts, captured: advance.captured };
  }
  return { run, captured: { ...facts.captured } };
}

function midway(): Partial<Interaction> {
  const { run, captured } = runOf('gekend', 'klopt', 'bestelling', 'teDuur');
  return { scriptRun: run, captured };
}

const typed: Draft = { note: 'Wil levering na 14 u, buur op 46 neemt aan. Vraagt factuur per e-mail.', [`customer.${sampleId(5, 1)}.street`]: 'Coupure Rechts' };

function talkScene(change: Partial<CallIn<'connected'>> = {}): Scene {
  const call = talking(first, 204, change);
  const file = fileFor(call, 1, 0, midway(), { draft: typed, draftSavedAt: ago(4) });
  return { main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store: new SampleStore([file]) };
}

function ringScene(customer: number | null, call = ringing(first, 4), change: Partial<InteractionFile> = {}): Scene {
  return { main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.startedAt, after: 'available' } }), store: new SampleStore([fileFor(call, 1, customer, {}, change)]) };
}

function wrapScene(outcome: boolean): Scene {
  const call: Call = { ...endedCall(ringing(first, 260), { answered: true }), answeredAt: ago(254), endedAt: ago(23) };
  const draft: Draft = outcome ? { ...typed, outcomeId: outcomes[0]?.id ?? '' } : typed;
  const file = fileFor(call, 1, 0, { ...midway(), state: 'wrap-up' }, { draft, draftSavedAt: ago(30) });
  return { main: new SampleMain({ calls: [call], agent: { state: 'wrap-up', since: ago(23), after: 'break', callId: call.id } }), store: new SampleStore([file]) };
}

function leftBehindScene(): Scene {
  const gone = sampleFileOf(sampleInteraction(1, { startedAt: ago(3_600), answeredAt: ago(3_594), customerId: customers[0]?.customer.id ?? null, interrupted: true, ...midway() }), first, { draft: typed });
  const other = sampleFileOf(sampleInteraction(2, { startedAt: ago(1_800), answeredAt: ago(1_790), number: '+32472334455', state: 'wrap-up' }), second);
  return { main: new SampleMain({ agent: { state: 'not-ready', reason: 'signed-in', since: ago(20) } }), store: new SampleStore([gone, other]) };
}

function secondCallScene(held: boolean): Scene {
  const call = talking(first, 204, held ? { hold: 'on' } : {});
  const party = { number: '+3235551234', raw: '+3235551234', displayName: null };
  const other: Call = held ? talking(second, 41, { party }) : ringing(second, 5, { party });
  const files = [fileFor(call, 1, 0, midway(), { draft: typed }), fileFor(other, 2, 2)];
  return { main: new SampleMain({ calls: [call, other], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store: new SampleStore(files) };
}

function signedOut(error: 'session.credentials' | null): Scene {
  return { main: new SampleMain({ session: { state: 'signed-out', centralUrl: null, error }, registration: { state: 'off' } }), store: new SampleStore() };
}

function broken(error: 'store.wrong-key' | 'store.from-the-future' | 'store.disk-full'): Scene {
  return { main: new SampleMain({ store: { state: 'failed', error } }), store: new SampleStore() };
}

function filling(): Scene {
  const store = new SampleStore();
  store.status = { state: 'filling', pending: 0, parked: 0, lastSyncedAt: null, progress: { done: 3_120, total: 5_000 }, error: null };
  return { main: new SampleMain(), store };
}

function idle(change: ConstructorParameters<typeof SampleMain>[0] = {}): Scene {
  return { main: new SampleMain(change), store: new SampleStore() };
}

function offline(): Scene {
  const scene = talkScene({ media: 'restoring' });
  scene.main.snapshot = { ...scene.main.snapshot, registration: { state: 'waiting', server: 'wss://sip.wijnhuis.be', since: ago(5), retryAt: ago(-7), trouble: 'unreachable' } };
  scene.store.status = { ...scene.store.status, state: 'offline', pending: 3, error: 'sync.unreachable' };
  return scene;
}

const spoofed = { number: '+32472998877', raw: '+32472998877', displayName: '<script>alert(1)</script> Uw bank' };

/** Every state of the workspace that somebody has to have looked at. */
const scenes: Readonly<Record<string, () => Scene>> = {
  'sign-in': () => signedOut(null),
  'sign-in-refused': () => signedOut('session.credentials'),
  filling,
  'wrong-key': () => broken('store.wrong-key'),
  'disk-full': () => broken('store.disk-full'),
  idle: () => idle(),
  'idle-break': () => idle({ agent: { state: 'not-ready', reason: 'break', since: ago(340) } }),
  'idle-refused': () => idle({ registration: { state: 'refused', server: 'wss://sip.wijnhuis.be', since: ago(9), sipStatus: 403, error: 'sip.auth-refused' } }),
  'ringing-known': () => ringScene(0),
  'ringing-unknown': () => ringScene(null, ringing(first, 4, { party: spoofed })),
  'ringing-two': () => ringScene(null, ringing(first, 4), { candidates: customers.slice(0, 2).map((file) => hitOf(file, 'phone')) }),
  connected: () => talkScene(),
  'connected-organisation': () => {
    const call = talking(first, 320, { party: { number: '+3235551234', raw: '+3235551234', displayName: null } });
    return { main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store: new SampleStore([fileFor(call, 1, 2)]) };
  },
  hold: () => talkScene({ hold: 'on' }),
  'no-microphone': () => talkScene({ microphone: false, heldByRemote: true, muted: true }),
  offline,
  'second-ringing': () => secondCallScene(false),
  'second-held': () => secondCallScene(true),
  'wrap-up': () => wrapScene(true),
  'wrap-up-empty': () => wrapScene(false),
  unfinished: leftBehindScene,
};

export const sceneNames = Object.keys(scenes);

/** @throws Error when there is no scene of that name. */
export function sceneNamed(name: string): Scene {
  const make = scenes[name];
  if (make === undefined) throw new Error(`There is no scene "${name}"; there are ${sceneNames.join(', ')}`);
  return make();
}
