import { beforeAll, describe, expect, it } from 'vitest';
import type { Provisioning } from '#shared/contract/session.ts';
import type { QualitySample } from '#shared/domain/call-quality.ts';
import { meanOpinionScore, transmissionRating } from '#shared/domain/e-model.ts';
import { qualityCause } from '#shared/domain/quality-cause.ts';
import type { IceServer } from '#shared/ipc/audio-list.ts';
import { labAvailable } from '../../lab/available.ts';
import { relayTransports, type Coturn } from '../../lab/coturn.ts';
import type { Lab } from '../../lab/lab.ts';
import { networkAvailable } from '../../lab/network.ts';
import { until } from '../../lab/wait.ts';
import { conversation, ringing, trunk } from './conversation.ts';
import { type Host, provisioningFor } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();
const runs = available && networkAvailable();
const why = available && !runs ? 'needs root, veth and iptables' : reason;

describe.skipIf(!runs)(`STUN and TURN ${why}`, () => {
  let lab: Lab;
  let coturn: Coturn;
  let host: Host;

  withHost(
    {
      lab: { network: true },
      prepare: async (started) => {
        coturn = await started.turn();
        return [...started.microphoneSwitches, coturn.trustSwitch];
      },
      ready: () => Promise.resolve(),
    },
    (station) => ({ lab, host } = station),
  );

  const registerWith = (ice: Partial<Provisioning['ice']>) => host.register({ ...provisioningFor(lab), ice: { servers: [], relayOnly: false, gatheringCapMs: 500, ...ice } });

  it.each(relayTransports)('carries a call over a relay alone, by %s: each hears the other', async (transport) => {
    const before = coturn.allocations;
    await registerWith({ servers: [coturn.server(transport)], relayOnly: true });
    const { caller, id } = await conversation(lab, host);
    expect(coturn.allocations).toBeGreaterThan(before);
    await host.do('hangUp', id);
    await caller.stop();
  });

  it('measures how slow the way is, says so, and reports it: delay and jitter that were put in', async () => {
    const { serverAddress: address } = lab.network;
    const relay = await lab.slowWayTo({ address, port: lab.ports.turn });
    await registerWith({ servers: [{ ...coturn.server('udp'), urls: [`turn:${address}:${relay.port}?transport=udp`] }], relayOnly: true });
    const { caller, id } = await conversation(lab, host);
    await host.call('connected', ({ quality }) => quality === 'good');
    const samples = (since: number): QualitySample[] => host.sounds.flatMap(({ at, value }) => (at >= since && value.callId === id && value.fact.type === 'sample' ? [value.fact.sample] : []));
    const putIn = { delayMs: 500, jitterMs: 40 };
    relay.slow(putIn);
    const slowed = Date.now();
    await host.call('connected', ({ quality }) => quality === 'poor', { withinMs: 30_000 });
    // The other side reports every few seconds; all that is reported by now has gone the slow way.
    const since = Date.now();
    const measured = await until('four seconds of it', () => (samples(since).length >= 4 ? samples(since) : null), { withinMs: 15_000 });
    const did = relay.did(slowed + 2_000);
    const mean = (name: 'roundTripMs' | 'jitterMs' | 'mos'): number => measured.reduce((sum, sample) => sum + (sample[name] ?? 0), 0) / measured.length;
    console.info(`put in: round trip ${2 * putIn.delayMs} to ${did.roundTripMs.toFixed()} ms, jitter ${did.jitterMs.toFixed(1)} ms; measured: ${mean('roundTripMs').toFixed()} ms, ${mean('jitterMs').toFixed(1)} ms, MOS ${mean('mos').toFixed(2)}`);
    // Also what sends and answers on a busy machine has its delay.
    expect(mean('roundTripMs')).toBeGreaterThan(2 * putIn.delayMs);
    expect(mean('roundTripMs')).toBeLessThan(did.roundTripMs + 300);
    expect(mean('jitterMs') / did.jitterMs).toBeGreaterThan(0.5);
    expect(mean('jitterMs') / did.jitterMs).toBeLessThan(2);
    // No more than the way and a frame, without any jitter buffer, cost that much (Idd of the E-model).
    for (const { mos, roundTripMs } of measured) expect(mos).toBeLessThan(meanOpinionScore(transmissionRating({ delayMs: (roundTripMs ?? 0) / 2 + 20, lossPercent: 0 })));
    expect(measured.map(qualityCause)).toEqual(measured.map(() => 'delay'));
    await host.do('hangUp', id);
    const report = await until('the report', () => host.sounds.flatMap(({ value }) => (value.callId === id && value.fact.type === 'report' ? [value.fact.report] : []))[0]);
    const all = samples(0);
    const known = all.flatMap(({ roundTripMs }) => (roundTripMs === null ? [] : [roundTripMs]));
    expect(report.roundTripMs).toBeCloseTo(known.reduce((sum, ms) => sum + ms, 0) / known.length, 0);
    expect(report.mosWorst).toBeLessThan(3.6);
    await caller.stop();
  });

  it('does not wait for a STUN server that is dead: an incoming call is prepared, and an outgoing one leaves, within the cap', async () => {
    await registerWith({ servers: [{ urls: ['stun:192.0.2.1:3478'] }] });
    const rang = Date.now();
    const { caller, id } = await ringing(lab, host);
    const prepared = Date.now() - rang;
    await host.do('decline', id);
    await caller.stop();
    const echo = await trunk(lab, 'echo');
    const dialled = Date.now();
    const call = await host.do('dial', '02 555 12 34');
    await host.call('connected');
    const connected = Date.now() - dialled;
    console.info(`dead STUN: an answer prepared after ${prepared} ms, a call connected after ${connected} ms`);
    expect(prepared).toBeLessThan(2_000);
    expect(connected).toBeLessThan(2_000);
    await host.do('hangUp', String(call));
    await echo.done();
  });

  it('says so when the relay refuses the credentials', async () => {
    await registerWith({ servers: [coturn.server('udp', 'expired')], relayOnly: true });
    await host.audio(({ relay }) => relay === 'refused');
    await registerWith({ servers: [coturn.server('udp')], relayOnly: true });
    await host.audio(({ relay }) => relay === 'ready');
  });

  describe('the readiness check', () => {
    const probe = (kind: 'stun' | 'turn', server: IceServer) => host.do('ice.probe', JSON.stringify({ server, kind, timeoutMs: 4_000 })) as Promise<{ readonly ms: number | null; readonly error: number | null }>;

    beforeAll(() => registerWith({}));

    it('tells a STUN server that answers from one that does not', async () => {
      const url = coturn.server('udp').urls[0]?.replace('turn:', 'stun:').replace('?transport=udp', '') ?? '';
      const [there, absent] = await Promise.all([probe('stun', { urls: [url] }), probe('stun', { urls: [url.replace(/\d+$/, '9')] })]);
      expect(there.ms).toBeLessThan(2_000);
      expect(absent.ms).toBeNull();
    });

    it('gets a relay of a TURN server over each transport, and none with a wrong password', async () => {
      const relays = await Promise.all(relayTransports.map((transport) => probe('turn', coturn.server(transport))));
      for (const { ms } of relays) expect(ms).toBeLessThan(3_000);
      expect(await probe('turn', coturn.server('udp', 'wrong'))).toMatchObject({ ms: null, error: 401 });
    });

    it('is answered by the exchange', async () => {
      const { ms } = (await host.do('echo')) as { readonly ms: number };
      expect(ms).toBeLessThan(1_000);
    });
  });
});
