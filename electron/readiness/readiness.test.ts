import { describe, expect, it } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { ReadinessCheck, ReadinessReport, ReadinessResult } from '#shared/domain/readiness.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { MainState } from '../main/main-state.ts';
import type { ReadinessPorts } from './ports.ts';
import { Readiness } from './readiness.ts';

type Change = { readonly [P in keyof ReadinessPorts]?: ReadinessPorts[P] };

const device = { identity: 'one', label: 'Headset' };
const role = { choice: 'system' as const, inUse: device, state: 'chosen' as const };
const stun = { urls: ['stun:stun.example:3478'] };
const turn = { urls: ['turn:turn.example:3478', 'turns:turn.example:5349'], username: 'u', credential: 'c' };

function setUp(change: Change = {}, snapshot: Partial<MainSnapshot> = {}) {
  const clock = new ManualClock();
  const state = new MainState(clock, (run) => run());
  const devices = { available: [], microphone: role, speaker: role, ring: role };
  state.update({ registration: { state: 'registered', server: 'wss://sip.example', since: '2026-01-01T08:00:00.000Z' }, devices, ...snapshot });
  const levels = new Set<(level: number) => void>();
  const buttons = new Set<() => void>();
  const played: string[] = [];
  let watched = false;
  const ports: ReadinessPorts = {
    snapshot: () => state.snapshot,
    onSnapshot: (listener) => state.subscribe(listener),
    iceServers: () => [stun, turn],
    ringVolume: () => 0.8,
    askExchange: async () => ({ ms: 20, skewMs: null }),
    askCentral: async () => ({ ms: 30, skewMs: 1_000 }),
    probe: async () => ({ ms: 12.4 }),
    watchMicrophone: async (on) => void (watched = on),
    onLevel: (listener) => {
      levels.add(listener);
      return () => void levels.delete(listener);
    },
    testSound: async (which) => void played.push(which),
    onHeadsetButton: (listener) => {
      buttons.add(listener);
      return () => void buttons.delete(listener);
    },
    ...change,
  };
  const reports: ReadinessReport[] = [];
  const readiness = new Readiness({ ports, clock, onReport: (report) => reports.push(report) });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const result = (check: ReadinessCheck): ReadinessResult | undefined => reports.at(-1)?.results.find((one) => one.check === check);
  const speak = async (level = 0.1) => {
    for (let reading = 0; reading < 5; reading++) for (const listener of [...levels]) listener(level);
    await settle();
  };
  const say = async (check: ReadinessCheck, heard: boolean) => {
    readiness.answer(check, heard);
    await settle();
  };
  const wait = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) {
      clock.advance(100);
      await settle();
    }
  };
  return { clock, state, readiness, reports, result, settle, speak, say, wait, buttons, played, levels, watched: () => watched };
}

const someCall = { id: '0198c0de-0000-7000-8000-000000000001', state: 'ringing' } as MainSnapshot['calls'][number];

describe('the readiness check', () => {
  it('passes all that works, skips what is not there, and ends', async () => {
    const { readiness, reports, result, wait, speak, say, watched } = setUp();
    readiness.start();
    await wait(100);
    expect(result('registration')?.state).toBe('passed');
    expect(result('clock')).toMatchObject({ state: 'passed', value: 1, unit: 's' });
    expect(result('round-trip')).toMatchObject({ state: 'passed', value: 20, unit: 'ms' });
    expect(result('stun')).toMatchObject({ state: 'passed', value: 12, unit: 'ms' });
    expect(result('turn')?.state).toBe('passed');
    expect(watched()).toBe(true);
    await speak();
    expect(watched()).toBe(false);
    expect(result('microphone')).toMatchObject({ state: 'passed', value: 0.1, unit: 'level' });
    await say('speaker', true);
    await say('ring', true);
    expect(result('headset')?.state).toBe('skipped');
    expect(reports.at(-1)?.running).toBe(false);
  });

  it('stays under a minute when nobody says a word, and leaves nothing behind', async () => {
    const never = () => new Promise<never>(() => undefined);
    const headset = { state: 'ready' as const, name: 'H', vendorId: 1, productId: 2, buttons: [], lights: [], inUse: true };
    const { readiness, reports, result, wait, clock, levels, buttons } = setUp({ askExchange: never, askCentral: never, probe: never }, { headset, registration: { state: 'connecting', server: 'wss://sip.example', since: '2026-01-01T08:00:00.000Z' } });
    const before = clock.pending;
    readiness.start();
    await wait(59_000);
    expect(reports.at(-1)?.running).toBe(false);
    const advice = Object.fromEntries(reports.at(-1)?.results.map((one) => [one.check, one.advice]) ?? []);
    expect(advice).toEqual({ registration: 'not-registered', clock: null, 'round-trip': 'no-answer', stun: 'stun-unreachable', turn: 'turn-unreachable', microphone: 'microphone-silent', speaker: 'speaker-not-heard', ring: 'ring-not-heard', headset: 'headset-silent' });
    expect(result('clock')?.state).toBe('skipped');
    await wait(2_000);
    expect(clock.pending).toBe(before);
    expect(levels.size + buttons.size).toBe(0);
  });

  it.each([
    [4_000, 'passed', null],
    [-20_000, 'warning', 'clock-off'],
    [120_000, 'failed', 'clock-off'],
  ] as const)('a clock that is %d ms off has %s', async (skewMs, state, advice) => {
    const { readiness, result, wait } = setUp({ askCentral: async () => ({ ms: 10, skewMs }) });
    readiness.start();
    await wait(100);
    expect(result('clock')).toMatchObject({ state, advice });
  });

  it('takes the time from the exchange when central does not tell it', async () => {
    const { readiness, result, wait } = setUp({ askCentral: async () => null, askExchange: async () => ({ ms: 10, skewMs: 90_000 }) });
    readiness.start();
    await wait(100);
    expect(result('clock')).toMatchObject({ state: 'failed', value: 90 });
  });

  it.each([
    ['a slow exchange', { askExchange: async () => ({ ms: 450, skewMs: null }) }, 'round-trip', 'warning', 'slow'],
    ['a central that does not answer', { askCentral: () => Promise.reject(new BalieError('session.unreachable', '')) }, 'round-trip', 'warning', 'no-answer'],
    ['one TURN address of two that is silent', { probe: async (server: { readonly urls: readonly string[] }) => ({ ms: server.urls[0]?.startsWith('turns') === true ? null : 9 }) }, 'turn', 'warning', 'turn-unreachable'],
    ['a centre without STUN', { iceServers: () => [turn] }, 'stun', 'skipped', null],
  ] as const)('%s', async (_what, change, check, state, advice) => {
    const { readiness, result, wait } = setUp(change);
    readiness.start();
    await wait(100);
    expect(result(check)).toMatchObject({ state, advice });
  });

  it.each([
    ['denied', 'media.microphone-denied', 'microphone-denied'],
    ['gone', 'media.microphone-missing', 'microphone-missing'],
    ['without its window', 'media.window-down', 'sound-down'],
  ] as const)('a microphone that is %s says so', async (_what, code, advice) => {
    const { readiness, result, wait } = setUp({ watchMicrophone: async (on) => (on ? Promise.reject(new BalieError(code, '')) : undefined) });
    readiness.start();
    await wait(100);
    expect(result('microphone')).toMatchObject({ state: 'failed', advice });
  });

  it('a voice that is too soft, and a device that is not the chosen one, are warnings', async () => {
    const away = { ...role, choice: { identity: 'two', label: 'Other' }, state: 'fallback' as const };
    const soft = setUp();
    soft.readiness.start();
    await soft.settle();
    await soft.speak(0.004);
    await soft.wait(10_000);
    expect(soft.result('microphone')).toMatchObject({ state: 'warning', advice: 'microphone-soft' });
    const other = setUp({}, { devices: { available: [], microphone: away, speaker: away, ring: role } });
    other.readiness.start();
    await other.settle();
    await other.speak();
    await other.say('speaker', true);
    expect(other.result('microphone')).toMatchObject({ state: 'warning', advice: 'device-fallback' });
    expect(other.result('speaker')).toMatchObject({ state: 'warning', advice: 'device-fallback' });
  });

  it('plays again until the operator has answered, and believes a no', async () => {
    const { readiness, result, wait, speak, say, settle, played } = setUp();
    readiness.start();
    await settle();
    await speak();
    await wait(2_000);
    expect(played.length).toBeGreaterThan(1);
    expect(played).toEqual(played.map(() => 'speaker'));
    await say('ring', true);
    expect(result('speaker')?.state).toBe('asking');
    await say('speaker', false);
    expect(result('speaker')).toMatchObject({ state: 'failed', advice: 'speaker-not-heard' });
  });

  it('any button of the headset that comes through passes', async () => {
    const headset = { state: 'ready' as const, name: 'H', vendorId: 1, productId: 2, buttons: [], lights: [], inUse: true };
    const { readiness, result, settle, speak, say, buttons } = setUp({}, { headset });
    readiness.start();
    await settle();
    await speak();
    await say('speaker', true);
    await say('ring', true);
    expect(result('headset')?.state).toBe('running');
    for (const press of [...buttons]) press();
    await settle();
    expect(result('headset')?.state).toBe('passed');
  });

  it('a call that comes in ends the check and closes the microphone; during a call there is none', async () => {
    const { readiness, reports, state, settle, watched, result } = setUp();
    readiness.start();
    await settle();
    expect(watched()).toBe(true);
    state.update({ calls: [someCall] });
    await settle();
    expect(watched()).toBe(false);
    expect(reports.at(-1)?.running).toBe(false);
    expect(result('microphone')?.state).toBe('waiting');
    expect(() => readiness.start()).toThrow(expect.objectContaining({ code: 'call.illegal' }));
  });

  it('begun again, the former run says nothing more', async () => {
    const { readiness, reports, settle, speak, result } = setUp();
    readiness.start();
    await settle();
    readiness.start();
    await settle();
    await speak();
    expect(result('microphone')?.state).toBe('passed');
    expect(reports.filter(({ running }) => !running)).toEqual([]);
  });
});
