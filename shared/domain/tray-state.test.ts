import { expect, test } from 'vitest';
import type { AgentState } from './agent-state.ts';
import type { MainSnapshot, Registration } from './snapshot.ts';
import { trayStateOf, type TrayState } from './tray-state.ts';

const since = '2026-01-01T08:00:00.000Z';
const server = 'wss://sip.test';
const registered: Registration = { state: 'registered', server, since };
const connecting: Registration = { state: 'connecting', server, since };
const available: AgentState = { state: 'available', since };
const resting: AgentState = { state: 'not-ready', reason: 'break', since };
const wrappingUp: AgentState = { state: 'wrap-up', callId: 'a', after: 'available', since };
const call = (state: 'ringing' | 'connected' | 'ended') => ({ state }) as MainSnapshot['calls'][number];

const cases: [TrayState, Pick<MainSnapshot, 'calls' | 'registration' | 'agent'>][] = [
  ['available', { calls: [], registration: registered, agent: available }],
  ['not-ready', { calls: [], registration: registered, agent: resting }],
  ['not-ready', { calls: [call('ended')], registration: registered, agent: wrappingUp }],
  ['off', { calls: [], registration: connecting, agent: available }],
  ['on-call', { calls: [call('connected')], registration: connecting, agent: available }],
  ['ringing', { calls: [call('connected'), call('ringing')], registration: registered, agent: available }],
];

test.each(cases)('is %s', (state, snapshot) => {
  expect(trayStateOf(snapshot)).toBe(state);
});
