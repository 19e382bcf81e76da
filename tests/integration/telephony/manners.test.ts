import { describe, expect, it } from 'vitest';
import { labAvailable, presenceAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import { listens, queue, trunk } from './conversation.ts';
import type { Host } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();

describe.skipIf(!available)(`what exchanges and peers ask of a telephone, in a real Electron ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  // Sessions of a minute and a half and more are refreshed within seconds.
  withHost({ hurry: 30, lab: { presence: presenceAvailable().available }, provisioning: { policy: { autoAnswer: { headers: ['Call-Info'], queueSeconds: 2, whileNotReady: false } } } }, (station) => ({ lab, host } = station));

  it('hears what is played before the answer, told reliably, and goes on hearing after a 200 without SDP', async () => {
    const callee = await trunk(lab, 'early');
    const id = String(await host.do('dial', '02 555 12 34'));
    await host.call('alerting', (call) => call.id === id && call.earlyMedia);
    await lab.speaker.heard(microphoneTone);
    expect(host.calls.find((call) => call.id === id)?.state).toBe('alerting');
    await host.call('connected', (call) => call.id === id);
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await callee.done();
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
    const callee = await trunk(lab, 'info');
    const id = String(await host.do('dial', '02 555 12 34'));
    await host.call('connected', (call) => call.id === id);
    await host.do('sendDigits', id, '5#');
    await host.do('hangUp', id);
    await callee.done();
  });

  it('answers by itself where the exchange asks for it, after a cue that is heard', async () => {
    const caller = lab.sippCaller('caller-auto-answer', queue, { caller: '+32470112233', display: 'Els' });
    const { id } = await host.call('ringing', ({ autoAnswerAt }) => autoAnswerAt !== null);
    await lab.speaker.loud({ forMs: 150 });
    expect(host.calls.find((call) => call.id === id)?.state).toBe('ringing');
    await host.call('connected', (call) => call.id === id);
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await caller.done();
  });

  it('keeps a session by UPDATE, for as long as the other side wants it to be', async () => {
    const callee = await trunk(lab, 'refreshed');
    const id = String(await host.do('dial', '02 555 12 34'));
    await host.call('connected', (call) => call.id === id);
    await until('the session was refreshed', () => lab.kamailio.log().includes(`UPDATE in a dialog of ${lab.users.operator.user}`), { withinMs: 10_000 });
    await lab.speaker.heard(microphoneTone);
    await host.do('hangUp', id);
    await callee.done();
  });

  it('keeps a session by re-INVITE where the other side knows no UPDATE, and goes on being heard', async () => {
    const callee = await trunk(lab, 'reinvited');
    const since = lab.kamailio.log().length;
    const id = String(await host.do('dial', '02 555 12 34'));
    await host.call('connected', (call) => call.id === id);
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
    const callee = await trunk(lab, 'forgetful');
    const id = String(await host.do('dial', '02 555 12 34'));
    await host.call('connected', (call) => call.id === id);
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
    const state = (wanted: string) => until(`the colleague is ${wanted}; there is ${JSON.stringify(host.state.presence)}`, () => host.state.presence.some((one) => one.state === wanted) || undefined, { withinMs: 10_000 });
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
