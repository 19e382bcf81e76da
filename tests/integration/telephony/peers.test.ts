import { describe, expect, it } from 'vitest';
import { labAvailable, presenceAvailable } from '../../lab/available.ts';
import { type Lab, microphoneTone } from '../../lab/lab.ts';
import { PlainTelephone } from '../../lab/plain-telephone.ts';
import { until } from '../../lab/wait.ts';
import { buildHost } from './build-host.ts';
import { answered, trunk } from './conversation.ts';
import { Host, provisioningFor } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();
const presence = presenceAvailable();

describe.skipIf(!available)(`what an exchange and its telephones tell each other over time, in a real Electron ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  withHost(
    { lab: { presence: presence.available }, provisioning: { policy: { voicemail: '7000', pickUp: { featureCode: '*8' }, presence: { watch: true, publish: true } } } },
    (station) => ({ lab, host } = station),
  );

  it('takes over a colleague’s call by the feature code of the exchange', async () => {
    const feature = await trunk(lab, 'echo');
    const id = String(await host.do('pickUp', '7042'));
    await host.call('connected', (call) => call.id === id);
    await lab.speaker.heard(microphoneTone);
    expect(lab.kamailio.log()).toContain(`INVITE of ${lab.users.operator.user} for *87042`);
    await host.do('hangUp', id);
    await feature.done();
  });

  describe.skipIf(!presence.available)(`where the exchange tells states ${presence.reason}`, () => {
    it('counts what waits in the mailbox, and forgets nothing when the exchange is restarted', async () => {
      const mailbox = await PlainTelephone.open('mailbox', lab.ports.sip);
      const waits = (newMessages: number) => until(() => `${newMessages} new messages; there is ${JSON.stringify(host.state.voicemail)}`, () => host.state.voicemail?.newMessages === newMessages || undefined);
      const tell = (count: number) => mailbox.publish(lab.users.operator.user, 'message-summary', 'application/simple-message-summary', `Messages-Waiting: ${count > 0 ? 'yes' : 'no'}\r\nVoice-Message: ${count}/3\r\n`);
      expect(await tell(2)).toBe(200);
      await waits(2);
      const restarted = Date.now();
      await lab.kamailio.kill();
      await host.registration('waiting');
      await lab.kamailio.start();
      await host.registration('registered');
      expect(host.at(restarted, ({ voicemail }) => voicemail?.newMessages !== 2)).toBeUndefined();
      expect(await tell(1)).toBe(200);
      await waits(1);
      mailbox.close();
    });

    it('tells the exchange what this telephone does, and the exchange tells who watches it', async () => {
      const panel = await PlainTelephone.open('panel', lab.ports.sip);
      expect(await panel.subscribe(lab.users.operator.user, 'dialog', 'application/dialog-info+xml')).toBeLessThan(300);
      const { callee: echo, id } = await answered(lab, host, 'echo');
      const own = (body: string, state: string) => new RegExp(`<dialog id="${id}"[^>]*direction="initiator"[^>]*>\\s*<state>${state}</state>`).test(body);
      await until(() => `the panel shows our call; it shows ${panel.notified.at(-1) ?? 'nothing'}`, () => panel.notified.some((body) => own(body, 'confirmed')));
      await host.do('hangUp', id);
      await until('the panel shows it no more', () => !(panel.notified.at(-1) ?? id).includes(id));
      await echo.done();
      panel.close();
    });

    it('shows a colleague at another telephone of ours who wants no calls, has a break, and comes back', async () => {
      const colleague = await Host.start(await buildHost(), lab, { env: { HOST_INSTANCE: '0198c0de-0000-4000-8000-000000000002' } });
      const is = (state: string) => until(() => `the colleague is ${state}; there is ${JSON.stringify(host.state.presence)}`, () => host.state.presence.some((one) => one.number === 'colleague' && one.state === state) || undefined, { withinMs: 10_000 });
      const says = (rules: object) => colleague.do('setRules', JSON.stringify(rules));
      try {
        await host.do('watch', 'colleague');
        await colleague.register(provisioningFor(lab, { user: 'colleague', policy: { presence: { watch: false, publish: true } } }));
        await is('not-ready');
        await says({ notReady: null });
        await is('free');
        await says({ doNotDisturb: true });
        await is('do-not-disturb');
        await says({ doNotDisturb: false, notReady: 'lunch' });
        await is('break');
        // An exchange that forgets all about them is told anew, by both sides.
        await lab.kamailio.kill();
        await is('unknown');
        await lab.kamailio.start();
        await is('break');
        await says({ notReady: null });
        await is('free');
      } finally {
        await colleague.stop();
      }
      await is('unavailable');
    });
  });
});
