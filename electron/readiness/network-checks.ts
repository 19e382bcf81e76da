import type { Clock } from '#shared/domain/clock.ts';
import type { IceServer } from '#shared/ipc/audio-list.ts';
import { failed, passed, skipped, warned, type Outcome } from './outcome.ts';
import type { Echo, ReadinessPorts } from './ports.ts';
import { within } from './within.ts';

/** A line that has just been started gets this long to register. */
const registerMs = 5_000;
const echoMs = 4_000;
/** A STUN server that is silent is asked for nearly ten seconds; nobody waits that long for a call. */
const probeMs = 4_000;
/** ITU-T G.114: a delay of 150 ms one way is what a conversation bears. */
const slowMs = 300;
/** What a Date header, which counts seconds, can tell apart; and what makes signed tokens and times in the file wrong. */
const clockWarningMs = 5_000;
const clockFailureMs = 60_000;

export async function checkRegistration(ports: ReadinessPorts, clock: Clock): Promise<Outcome> {
  const isSettled = () => ['registered', 'refused', 'off'].includes(ports.snapshot().registration.state);
  await new Promise<void>((resolve) => {
    const done = () => {
      timer.cancel();
      stop();
      resolve();
    };
    const timer = clock.schedule(isSettled() ? 0 : registerMs, done);
    const stop = ports.onSnapshot(() => isSettled() && done());
  });
  const { state } = ports.snapshot().registration;
  if (state === 'registered') return passed();
  return failed(state === 'refused' ? 'line-refused' : 'not-registered');
}

/** Both servers at once: their answers tell the way to them, and the time. */
export async function askServers(ports: ReadinessPorts, clock: Clock): Promise<{ readonly roundTrip: Outcome; readonly clock: Outcome }> {
  const [exchange, central] = await Promise.all([within(ports.askExchange(), echoMs, clock), within(ports.askCentral(), echoMs, clock)]);
  return { roundTrip: judgeRoundTrip(exchange, central), clock: judgeClock(central.value?.skewMs ?? exchange.value?.skewMs ?? null) };
}

interface Asked {
  readonly value: Echo | null;
  readonly isAnswered: boolean;
}

function judgeRoundTrip(exchange: Asked, central: Asked): Outcome {
  if (exchange.value === null) return failed('no-answer');
  const measured = { value: Math.round(exchange.value.ms), unit: 'ms' } as const;
  if (!central.isAnswered) return warned('no-answer', measured);
  return exchange.value.ms > slowMs || (central.value?.ms ?? 0) > slowMs ? warned('slow', measured) : passed(measured);
}

function judgeClock(skewMs: number | null): Outcome {
  if (skewMs === null) return skipped;
  const off = Math.abs(skewMs);
  const measured = { value: Math.round(off / 1000), unit: 's' } as const;
  if (off > clockFailureMs) return failed('clock-off', measured);
  return off > clockWarningMs ? warned('clock-off', measured) : passed(measured);
}

/** Asks every server of a kind, at once. One that answers is enough for a call; one that does not is worth knowing. */
export async function checkIce(ports: ReadinessPorts, kind: 'stun' | 'turn', clock: Clock): Promise<Outcome> {
  const servers = ports.iceServers().flatMap((server) => server.urls.filter((url) => (kind === 'stun' ? /^stuns?:/i : /^turns?:/i).test(url)).map((url): IceServer => ({ ...server, urls: [url] })));
  if (servers.length === 0) return skipped;
  // The audio window has its own deadline; the one here is for an audio window that hangs.
  const answers = await Promise.all(servers.map((server) => within(ports.probe(server, kind, probeMs), probeMs + 1_000, clock)));
  const times = answers.flatMap(({ value }) => (value?.ms === null || value === null ? [] : [value.ms]));
  const advice = kind === 'stun' ? 'stun-unreachable' : 'turn-unreachable';
  if (times.length === 0) return failed(advice);
  const measured = { value: Math.round(Math.min(...times)), unit: 'ms' } as const;
  return times.length < servers.length ? warned(advice, measured) : passed(measured);
}
