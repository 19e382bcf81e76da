import type { AudioDevices } from '#shared/domain/devices.ts';
import type { AudioState } from '#shared/domain/snapshot.ts';
import type { SoundFact } from '../../../electron/media/call-sound.ts';
import type { Transferred } from '../../../electron/telephony/transfer/transfer-desk.ts';
import type { Levels, TelephonyState } from '../../../electron/telephony/telephony.ts';

/** Stands before each line of ours, between whatever else Electron writes. */
export const hostMark = '@host ';

export type HostCommandName =
  | 'audio.start'
  | 'audio.crash'
  | 'audio.census'
  | 'audio.connections'
  | 'ice.probe'
  | 'echo'
  | 'devices.start'
  | 'devices.choose'
  | 'devices.test'
  | 'devices.watch'
  | 'start'
  | 'answer'
  | 'decline'
  | 'hangUp'
  | 'setMuted'
  | 'setHeld'
  | 'sendDigits'
  | 'dial'
  | 'watch'
  | 'pickUp'
  | 'switchTo'
  | 'transfer.blind'
  | 'transfer.consult'
  | 'transfer.complete'
  | 'transfer.cancel'
  | 'conference.join'
  | 'conference.split'
  | 'conference.leave'
  | 'setRules'
  | 'callBackMissed'
  | 'recording'
  | 'forget'
  | 'power'
  | 'quit';

export interface HostCommand {
  readonly id: number;
  readonly name: HostCommandName;
  readonly args: readonly (string | boolean)[];
}

export type HostMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'state'; readonly at: number; readonly state: TelephonyState }
  | { readonly type: 'audio'; readonly at: number; readonly state: AudioState }
  | { readonly type: 'devices'; readonly at: number; readonly devices: AudioDevices }
  | { readonly type: 'microphone'; readonly at: number; readonly level: number }
  | { readonly type: 'levels'; readonly at: number; readonly levels: Levels }
  | { readonly type: 'recorded'; readonly recording: { readonly fileId: string; readonly seconds: number } }
  | { readonly type: 'sound'; readonly at: number; readonly callId: string; readonly fact: Exclude<SoundFact, { type: 'slot' }> }
  | { readonly type: 'log'; readonly at: number; readonly level: string; readonly message: string; readonly fields: string }
  | { readonly type: 'transferred'; readonly fact: Transferred }
  | { readonly type: 'defect'; readonly message: string }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refused'; readonly id: number; readonly code: string; readonly message: string };
