import { isLive } from './call.ts';
import type { MainSnapshot } from './snapshot.ts';

/** What the icon in the panel says, the most urgent first. */
export const trayStates = ['ringing', 'on-call', 'off', 'available', 'not-ready'] as const;
export type TrayState = (typeof trayStates)[number];

/** @returns what an operator who does not look at the window has to know. */
export function trayStateOf({ calls, registration, agent }: Pick<MainSnapshot, 'calls' | 'registration' | 'agent'>): TrayState {
  if (calls.some(({ state }) => state === 'ringing')) return 'ringing';
  if (calls.some(isLive)) return 'on-call';
  if (registration.state !== 'registered') return 'off';
  return agent.state === 'available' ? 'available' : 'not-ready';
}
