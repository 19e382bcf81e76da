import { afterEach, describe, expect, it } from 'vitest';
import { labAvailable, presenceAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import { answered, bothHear, conversation, dialled, listens, queue, trunk } from './conversation.ts';
import type { Host } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`what exchanges and peers ask of a telephone, in a real Electron ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  // Sessions of a minute and a half and more are refreshed within seconds.
  withHost({ hurry: 30, lab: { presence: presenceAvailable().available }, provisioning: { policy: { autoAnswer: { headers: ['Call-Info', 'Alert-Info'], queueSeconds: 2, whileNotReady: false } } } }, (station) => ({ lab, host } = station));

  afterEach(() => host.do('setRules', JSON.stringify({ doNotDisturb: false, whileTalking: 'offer', forwardTo: null, isReady: true })));

  it('hears what is played before the answer, told reliably, answers its menu, and goes on hearing after a 200 without SDP', async () => {
    const callee = await trunk(lab, 'early');
    const hears = lab.trunkHears();
    const id = String(await host.do('dial', '02 555 12 34'));
    // Typed ahead, before anybody is heard.
    const ahead = host.do('sendDigits', id, '4');
    await host.call('alerting', (call) => call.id === id && call.earlyMedia);
    await ahead;
    await host.do('sendDigits', id, '2');
    await until('the digits reach the menu', () => lab.digitsHeardBy({ hears }) === '42');
    await lab.speaker.heard(microphoneTone);
    expect(host.calls.find((call) => call.id === id)?.state).toBe('alerting');
    await host.call('connected', (call) => call.id === id);
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await callee.done();
  });

  it.each(['early-at-once', 'early-at-once-reliable'] as const)('hears who is heard before the answer and answers in the same breath: %s', async (kind) => {
    const { callee, id } = await answered(lab, host, kind);
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await callee.done();
  });

  it('takes an offer by UPDATE before the answer, and goes on hearing', async () => {
    const { callee, id } = await dialled(lab, host, 'update');
    await host.call('alerting', (call) => call.id === id && call.earlyMedia);
    await host.call('connected', (call) => call.id === id);
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await callee.done();
  });

  it('is sent to another number, and hears that one', async () => {
    const { callee, id } = await answered(lab, host, 'moved');
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await callee.done();
  });

  it('a call that was answered elsewhere is not missed', async () => {
    const caller = lab.sippCaller('caller-answered-elsewhere', queue, { caller: '+32470112233', display: 'Els' });
    expect(await host.call('ended')).toMatchObject({ cause: 'answered-elsewhere', endedBy: 'remote', answeredAt: null });
    expect(host.state.line.missed).toBeNull();
    await caller.done();
  });

  it('is called without an offer, gives one, and both are heard', async () => {
    const caller = lab.sippCaller('caller-late-offer', queue, { caller: '+32470112233', display: 'Els' });
    const { id } = await host.call('ringing', ({ prepared }) => prepared);
    await host.do('answer', id);
    await host.call('connected', (call) => call.id === id);
    // What the caller hears they send back.
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await caller.done();
  });

  it('sends digits by INFO to a peer that takes no telephone events', async () => {
    const { callee, id } = await answered(lab, host, 'info');
    await host.do('sendDigits', id, '5#');
    await host.do('hangUp', id);
    await callee.done();
  });

  it.each(['Call-Info: <sip:lab.test>;answer-after=1', 'Alert-Info: <http://lab.test>;info=alert-autoanswer;delay=1'])('answers by itself where the exchange asks for it, after a cue that is heard: %s', async (asks) => {
    const caller = lab.sippCaller('caller-auto-answer', queue, { caller: '+32470112233', display: 'Els', asks });
    const { id } = await host.call('ringing', ({ autoAnswerAt }) => autoAnswerAt !== null);
    await lab.speaker.loud({ forMs: 150 });
    expect(host.calls.find((call) => call.id === id)?.state).toBe('ringing');
    await host.call('connected', (call) => call.id === id);
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await caller.done();
  });

  it('does not disturb: the caller is told so, is shown as missed, and is called back', async () => {
    const caller = await lab.caller({ user: '+32470112233' });
    await host.do('setRules', JSON.stringify({ doNotDisturb: true }));
    await caller.call(queue);
    expect((await caller.event('CALL_CLOSED')).param).toContain('480');
    await host.do('setRules', JSON.stringify({ doNotDisturb: false }));
    await until('the call is missed', () => host.state.line.missed?.raw === '+32470112233');
    const callee = await trunk(lab, 'echo');
    const hears = lab.trunkHears();
    const id = String(await host.do('callBackMissed'));
    expect(await host.call('connected', (call) => call.id === id)).toMatchObject({ direction: 'outbound', party: { number: '+32470112233' } });
    await Promise.all([hears.heard(microphoneTone), lab.speaker.heard(microphoneTone)]);
    expect(lab.kamailio.log()).toContain(`INVITE of ${lab.users.operator.user} for +32470112233`);
    expect(host.state.line.missed).toBeNull();
    await host.do('hangUp', id);
    await callee.done();
    await caller.stop();
  });

  it('is busy for a second caller where the operator wants that, and the first hears nothing of it', async () => {
    await host.do('setRules', JSON.stringify({ whileTalking: 'busy' }));
    const { caller } = await conversation(lab, host);
    const since = Date.now();
    const second = await lab.caller({ user: '+32470445566' });
    await second.call(queue);
    expect((await second.event('CALL_CLOSED')).param).toContain('486');
    await bothHear(lab, caller);
    expect(host.at(since, ({ calls }) => calls.some(({ state }) => state === 'ringing'))).toBeUndefined();
    await Promise.all([caller.stop(), second.stop()]);
  });

  it('forwards while the operator is not ready: the caller is told where, goes there and is heard', async () => {
    const callee = await trunk(lab, 'echo');
    const hears = lab.trunkHears();
    await host.do('setRules', JSON.stringify({ isReady: false, forwardTo: '02 555 12 34' }));
    const caller = await lab.caller({ user: '+32470112233' });
    await caller.call(queue);
    // baresip goes where it is sent by itself.
    await hears.heard(callerTone);
    expect(caller.log()).toMatch(/SIP\/2\.0 302 [^]*?Contact: <sip:\+3225551234@lab\.test[;>]/);
    expect(await host.call('ended')).toMatchObject({ cause: 'forwarded', endedBy: 'system' });
    expect(host.state.line.missed?.raw).not.toBe('+32470112233');
    await caller.hangUp();
    await callee.done();
    await caller.stop();
  });

  it('keeps a session by UPDATE, for as long as the other side wants it to be', async () => {
    const { callee, id } = await answered(lab, host, 'refreshed');
    await until('the session was refreshed', () => lab.kamailio.log().includes(`UPDATE in a dialog of ${lab.users.operator.user}`), { withinMs: 10_000 });
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await callee.done();
  });

  it('keeps a session by re-INVITE where the other side knows no UPDATE, and goes on being heard', async () => {
    const since = lab.kamailio.log().length;
    const { callee, id } = await answered(lab, host, 'reinvited');
    await until('the session was refreshed', () => (lab.kamailio.log().slice(since).match(/INVITE in a dialog of/g) ?? []).length >= 2, { withinMs: 10_000 });
    await lab.speaker.heard(microphoneTone);
    expect(host.calls.find((call) => call.id === id)).toMatchObject({ state: 'connected', hold: 'off', media: 'flowing' });
    await host.do('hangUp', id);
    await callee.done();
  });

  it('believes a caller who keeps the session, by UPDATE and by re-INVITE', async () => {
    const caller = lab.sippCaller('caller-refreshing', queue, { caller: '+32470112233', display: 'Els' });
    const { id } = await host.call('ringing', ({ prepared }) => prepared);
    await host.do('answer', id);
    await host.call('connected', (call) => call.id === id);
    expect(await host.call('ended', (call) => call.id === id, { withinMs: 10_000 })).toMatchObject({ endedBy: 'remote' });
    await caller.done();
  });

  it('hangs up when the other side has forgotten a held call', async () => {
    const { callee, id } = await answered(lab, host, 'forgetful');
    await host.do('setHeld', id, true);
    expect(await host.call('ended', (call) => call.id === id, { withinMs: 10_000 })).toMatchObject({ endedBy: 'system', cause: 'connection-lost' });
    await callee.done();
  });

  it('is heard by the one of two telephones that answers, before and after it does, though both let hear something', async () => {
    const [lost, won] = lab.fork();
    await Promise.all([listens(lab.ports.trunk), listens(lab.ports.fork)]);
    const id = String(await host.do('dial', lab.forkedNumber));
    await host.call('alerting', (call) => call.id === id && call.earlyMedia);
    await lab.speaker.heard(microphoneTone);
    expect(host.calls.find((call) => call.id === id)?.state).toBe('alerting');
    await host.call('connected', (call) => call.id === id);
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await Promise.all([lost.done(), won.done()]);
  });

  it.skipIf(!presenceAvailable().available)(`sees what a colleague's telephone does ${presenceAvailable().reason}`, async () => {
    const state = (wanted: string) => until(() => `the colleague is ${wanted}; there is ${JSON.stringify(host.state.presence)}`, () => host.state.presence.some((one) => one.state === wanted) || undefined, { withinMs: 10_000 });
    const colleague = await lab.colleague('colleague', { answer: 'manual' });
    await host.do('watch', 'colleague');
    await state('free');
    const caller = await lab.caller({ user: '+32470112233', tone: callerTone });
    await caller.call('colleague');
    await state('ringing');
    await colleague.answer();
    await state('talking');
    await caller.hangUp();
    await state('free');
    await Promise.all([caller.stop(), colleague.stop()]);
  });
});
