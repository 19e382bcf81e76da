import type { Call, CallIn } from '#shared/domain/call.ts';
import type { QualitySample } from '#shared/domain/call-quality.ts';
import type { Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import type { Interaction } from '#shared/domain/entities.ts';
import { agree, answer, jump, startRun } from '#shared/domain/script/engine.ts';
import type { ScriptRun } from '#shared/domain/script/run.ts';
import { factsOf } from '../fixtures/scripts.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { connectedCall, endedCall, ringingCall } from '../fixtures/calls.ts';
import { idleScenes } from './idle-scenes.ts';
import { caseworkScene } from './casework-scenes.ts';
import { gateScenes, leadScene } from './gate-scenes.ts';
import { customers, callerOf, outcomes, sampleFileOf, sampleId, sampleInteraction, scriptRow, serviceScriptRow } from './sample-data.ts';
import { lockScenes } from './lock-scenes.ts';
import { editorScenes } from './editor-scenes.ts';
import { withCorrected, withMoved, withoutCentral } from './order-scenes.ts';
import { atStep, withArchived, withDuplicate, withMergedMeanwhile, withMisspelt, withNoted, withSpent } from './entry-scenes.ts';
import { SampleMain } from './sample-main.ts';
import { withCarried } from './carried-scenes.ts';
import { sampleDevices } from './sample-sound.ts';
import { SampleStore } from './sample-store.ts';

export interface Scene {
  readonly main: SampleMain;
  readonly store: SampleStore;
  /** How the call sounds, where it matters to what is shown. */
  readonly sound?: Partial<QualitySample>;
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
  let facts = factsOf({ pakket: 'herfstselectie', aantal: '2' });
  for (const key of answers) {
    const advance = answer(scriptRow.definition, run, key, facts, ago(60));
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

function filling(): Scene {
  const store = new SampleStore();
  store.status = { state: 'filling', pending: 0, parked: 0, lastSyncedAt: null, progress: { done: 3_120, total: 5_000 }, error: null };
  return { main: new SampleMain(), store };
}

const idle = (change: ConstructorParameters<typeof SampleMain>[0] = {}): Scene => ({ main: new SampleMain(change), store: new SampleStore() });

function offline(): Scene {
  const scene = talkScene({ media: 'restoring' });
  scene.main.snapshot = { ...scene.main.snapshot, registration: { state: 'waiting', server: 'wss://sip.wijnhuis.be', since: ago(5), retryAt: ago(-7), trouble: 'unreachable' } };
  scene.store.status = { ...scene.store.status, state: 'offline', pending: 3, error: 'sync.unreachable' };
  return scene;
}

const colleague = { number: null, raw: '204', displayName: null };
const note = 'Mevrouw wil weten waarom de kredietnota van 12 november nog niet gestort is. Rekeningnummer is nagekeken.';

/** The customer waits, a colleague is asked. */
function consulting(step: 'ringing' | 'colleague' | 'customer' | 'asked' | 'failed'): Scene {
  const scene = talkScene({ hold: step === 'customer' || step === 'failed' ? 'off' : 'on', ...(step === 'asked' || step === 'failed' ? { transfer: { kind: 'attended', target: '204', phase: step === 'asked' ? 'asking' : 'failed', sipStatus: step === 'failed' ? 486 : null } } : {}) });
  const { prepared: _, autoAnswerAt: __, ...call } = ringing(second, 21, { direction: 'outbound', party: colleague, queueKey: null, called: null, consultationFor: first });
  const other: Call = step === 'ringing' ? { ...call, state: 'alerting', earlyMedia: false } : { ...connectedCall({ ...call, prepared: true, autoAnswerAt: null }), answeredAt: ago(15), hold: step === 'customer' || step === 'failed' ? 'on' : 'off' };
  scene.main.snapshot = { ...scene.main.snapshot, calls: [...scene.main.snapshot.calls, other] };
  return scene;
}

function conference(): Scene {
  const scene = consulting('colleague');
  scene.main.line.join(first, second);
  return scene;
}

function severalLines(): Scene {
  const scene = secondCallScene(true);
  scene.main.ring(ringing(sampleId(10, 3), 3, { party: spoofed, handOver: note, autoAnswerAt: ago(-4) }));
  return scene;
}

function busyLine(): Scene {
  return idle({
    agent: { state: 'not-ready', reason: 'break', since: ago(340) },
    line: { doNotDisturb: true, forwardTo: '230', missed: { raw: '+32472334455', at: ago(700) } },
    voicemail: { newMessages: 2, oldMessages: 5 },
    dialRequests: [
      { id: sampleId(23, 1), target: '+3292254107', at: ago(9) },
      { id: sampleId(23, 2), target: '02 555 12 34', at: ago(2) },
    ],
  });
}

const jabraHeadset = { state: 'ready', name: 'Jabra Evolve2 65', vendorId: 0x0b0e, productId: 0x245d, buttons: ['hook', 'mute', 'flash', 'reject'], lights: ['ring', 'off-hook', 'mute', 'hold'], inUse: true } as const satisfies MainSnapshot['headset'];

/** The same with devices, and the operator's choice of them. */
function withSound(scene: Scene, change: Partial<MainSnapshot> = {}): Scene {
  const devices = change.devices ?? sampleDevices();
  scene.main.settings = { ...scene.main.settings, sound: { ...scene.main.settings.sound, microphone: devices.microphone.choice, speaker: devices.speaker.choice, ring: devices.ring.choice } };
  scene.main.snapshot = { ...scene.main.snapshot, devices, ...change };
  return scene;
}

/** The headset comes loose once the page has seen it. */
function headsetLostScene(): Scene {
  const scene = withSound(talkScene({ quality: 'good' }));
  setTimeout(() => scene.main.update({ devices: sampleDevices(false) }), 150);
  return scene;
}

/** A refund is agreed, and the call is recorded: the step asks for an account number. */
function refundScene(): Scene {
  const call = talking(first, 204, { recording: { state: 'recording' }, quality: 'good' });
  const run = jump(serviceScriptRow.definition, startRun(serviceScriptRow.definition), 'oplossing', 'Klant vraagt meteen een terugbetaling', ago(60));
  const file = fileFor(call, 1, 0, { scriptRun: run, captured: { onderwerp: 'product' } }, { script: serviceScriptRow });
  return withSound({ main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store: new SampleStore([file]) });
}

/** Both sides have been silent for a while, in a script that knows "u" and "je". */
function silenceScene(): Scene {
  const call = talking(first, 204, { quality: 'good' });
  const { definition } = serviceScriptRow;
  const run = jump(definition, startRun(definition), 'schade', 'Klant begon er zelf over', ago(60));
  const file = fileFor(call, 1, 0, { scriptRun: run, captured: { onderwerp: 'product' } }, { script: serviceScriptRow });
  const scene = withSound({ main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store: new SampleStore([file]) });
  // Told more than once: whoever listens may not be there yet.
  for (const after of [100, 180, 260]) setTimeout(() => scene.main.hear(first, false, false, ago(30)), after);
  return scene;
}

/** The terms are being read out; one of them is agreed to. */
function termsScene(): Scene {
  const call = talking(first, 204, { quality: 'good' });
  const { definition } = scriptRow;
  const run = agree(definition, jump(definition, startRun(definition), 'voorwaarden', 'Bestelling stond al klaar', ago(60)), 'betaling', true, ago(20));
  const file = fileFor(call, 1, 0, { scriptRun: run, captured: { pakket: 'herfstselectie', aantal: '2' } });
  return withSound({ main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store: new SampleStore([file]) });
}

/** Just answered: the script is at its first step. */
function beginningScene(): Scene {
  const call = talking(first, 3, { quality: 'unknown' });
  return withSound({ main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store: new SampleStore([fileFor(call, 1, 0)]) });
}

const spoofed = { number: '+32472998877', raw: '+32472998877', displayName: '<script>alert(1)</script> Uw bank' };

/** A menu asks for digits before anybody answers. */
function alertingScene(): Scene {
  const { prepared: _, autoAnswerAt: __, ...call } = ringing(first, 12, { direction: 'outbound', queueKey: null, called: null });
  return { main: new SampleMain({ calls: [{ ...call, state: 'alerting', earlyMedia: true }], agent: { state: 'on-call', since: call.startedAt, after: 'available' } }), store: new SampleStore([fileFor(ringing(first, 12), 1, 0, { direction: 'outbound' })]) };
}

/** Every state of the workspace that somebody has to have looked at. */
const scenes: Readonly<Record<string, () => Scene>> = {
  'script-editor': leadScene,
  'sign-in': () => signedOut(null),
  'sign-in-refused': () => signedOut('session.credentials'),
  filling,
  silence: silenceScene,
  terms: termsScene,
  'objections-spent': () => withSpent(talkScene()),
  idle: () => idle(),
  'idle-break': () => idle({ agent: { state: 'not-ready', reason: 'break', since: ago(340) } }),
  'idle-refused': () => idle({ registration: { state: 'refused', server: 'wss://sip.wijnhuis.be', since: ago(9), sipStatus: 403, error: 'sip.auth-refused' } }),
  'ringing-known': () => ringScene(0),
  'ringing-unknown': () => ringScene(null, ringing(first, 4, { party: spoofed })),
  'ringing-two': () => ringScene(null, ringing(first, 4), { candidates: customers.slice(0, 2).map((file, index) => callerOf(file, index === 0 ? { lastFromNumberAt: '2026-09-12T09:10:00.000Z', openCases: 1, promiseDueAt: '2026-11-30T16:00:00.000Z' } : { numberKind: 'mobile' })) }),
  connected: () => talkScene(),
  'customer-file': () => talkScene(),
  'connected-organisation': () => {
    const call = talking(first, 320, { party: { number: '+3235551234', raw: '+3235551234', displayName: null } });
    return { main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store: new SampleStore([fileFor(call, 1, 2)]) };
  },
  casework: () => caseworkScene(),
  ...gateScenes,
  hold: () => talkScene({ hold: 'on' }),
  'no-microphone': () => talkScene({ microphone: false, heldByRemote: true, muted: true }),
  offline,
  'second-ringing': () => secondCallScene(false),
  'second-held': () => secondCallScene(true),
  'ringing-handed-over': () => ringScene(1, ringing(first, 2, { handOver: note, autoAnswerAt: ago(-3) })),
  'connected-handed-over': () => withCarried(talkScene({ handOver: note }), 'taken'),
  'connected-handed-over-elsewhere': () => withCarried(talkScene({ handOver: note }), 'other-script'),
  'transfer-asked': () => talkScene({ hold: 'on', transfer: { kind: 'blind', target: '207', phase: 'ringing', sipStatus: null } }),
  'transfer-failed': () => talkScene({ transfer: { kind: 'blind', target: '207', phase: 'failed', sipStatus: 486 } }),
  'consultation-ringing': () => consulting('ringing'),
  consultation: () => consulting('colleague'),
  'consultation-customer': () => consulting('customer'),
  'consultation-asked': () => consulting('asked'),
  'consultation-failed': () => consulting('failed'),
  conference,
  'several-lines': severalLines,
  'busy-line': busyLine,
  find: () => withSound(idle(), { headset: jabraHeadset }),
  'find-connected': () => talkScene(),
  knowledge: () => talkScene(),
  'find-offline': offline,
  order: () => talkScene(),
  'order-offline': () => withoutCentral(talkScene()),
  'order-corrected': () => withCorrected(talkScene()),
  'order-redirect': () => withMoved(talkScene()),
  ...idleScenes,
  ...editorScenes,
  ...lockScenes,
  duplicates: () => withDuplicate(talkScene()),
  'merged-meanwhile': () => withMergedMeanwhile(talkScene()),
  settings: () => withSound(idle(), { headset: jabraHeadset }),
  'settings-unplugged': () => withSound(idle(), { devices: sampleDevices(false), headset: { ...jabraHeadset, state: 'contested' } }),
  recording: () => withSound(talkScene({ recording: { state: 'recording' }, quality: 'good' })),
  'recording-paused': () => withSound(talkScene({ recording: { state: 'paused', reasons: ['sensitive-field'] }, quality: 'fair' })),
  'poor-line': () => withSound(talkScene({ recording: { state: 'failed' }, quality: 'poor' })),
  'poor-line-sent': () => ({ ...withSound(talkScene({ quality: 'poor' })), sound: { lossPercent: 0.2, sentLossPercent: 6 } }),
  'step-order': () => atStep(talkScene(), 'bestelling'),
  'step-transfer': () => atStep(talkScene(), 'doorverbinden'),
  'step-look-up': () => atStep(talkScene(), 'leveringsvraag'),
  archived: () => withArchived(talkScene()),
  spelling: () => withMisspelt(talkScene()),
  alerting: alertingScene,
  'headset-lost': () => headsetLostScene(),
  readiness: () => withSound(idle(), { headset: jabraHeadset }),
  'call-begins': () => beginningScene(),
  'sensitive-field': () => refundScene(),
  'bound-fields': () => withNoted(talkScene()),
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
