import { app, powerMonitor, webContents } from 'electron';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { provisioningSchema } from '#shared/contract/session.ts';
import { systemClock, type Clock } from '#shared/domain/clock.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { LogFields, Logger } from '#shared/domain/logger.ts';
import { defaultSettings, type SoundSettings } from '#shared/domain/settings.ts';
import type { AudioContract } from '#shared/ipc/audio-list.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import { DeviceDesk } from '../../../electron/main/device-desk.ts';
import { registerRendererScheme, pageUrl, serveRenderer } from '../../../electron/main/renderer-scheme.ts';
import { installSecurity } from '../../../electron/main/security.ts';
import { AudioHost } from '../../../electron/media/audio-host.ts';
import { PulseDefaults } from '../../../electron/media/pulse-defaults.ts';
import { MachineWatch } from '../../../electron/network/machine-watch.ts';
import { Telephony } from '../../../electron/telephony/telephony.ts';
import { aliveOf } from '../../lab/alive.ts';
import { HostRecordings } from './host-recordings.ts';
import { hostMark, type HostCommand, type HostMessage } from './host-protocol.ts';

/*
 * An Electron main with telephony and the audio window and nothing else: the real classes, steered
 * from a test over standard input and output, one JSON document a line.
 */

function tell(message: HostMessage): void {
  process.stdout.write(`${hostMark}${JSON.stringify(message)}\n`);
}

function lineLogger(bindings: LogFields): Logger {
  const at = (level: string) => (fields: LogFields, message: string) => tell({ type: 'log', at: Date.now(), level, message, fields: JSON.stringify({ ...bindings, ...fields }, plainErrors) });
  return { trace: () => undefined, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: (more) => lineLogger({ ...bindings, ...more }) };
}

function plainErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? `${value.name}: ${value.message} ${value.cause instanceof Error ? `(${value.cause.message})` : ''}` : value;
}

/** Where a test asks for it, waits of twenty seconds and more are so many times shorter; what is measured in seconds keeps its time. */
const hurry = Number(process.env['HOST_HURRY'] ?? 1);
const clock: Clock = { ...systemClock, schedule: (ms, task) => systemClock.schedule(ms >= 20_000 ? ms / hurry : ms, task) };

const logger = lineLogger({});
// Nobody listens any more: the test was killed.
process.stdout.on('error', () => process.exit(1));
process.on('uncaughtException', (error) => tell({ type: 'defect', message: error.stack ?? error.message }));
process.on('unhandledRejection', (error) => tell({ type: 'defect', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }));

const out = path.join(import.meta.dirname, '.');
registerRendererScheme();
app.on('window-all-closed', () => undefined);

void app.whenReady().then(() => {
  installSecurity(logger);
  serveRenderer(path.join(out, 'renderer'));
  const audio = new AudioHost({ url: pageUrl('audio'), preload: path.join(out, 'preload.cjs'), clock: systemClock, logger, onState: (state) => tell({ type: 'audio', at: Date.now(), state }) });
  const recordings: HostRecordings = new HostRecordings({ folder: path.join(app.getPath('userData'), 'recordings'), link: audio, logger, telephony: () => telephony, onRecorded: (recording) => tell({ type: 'recorded', recording }) });
  const telephony: Telephony = new Telephony({
    audio,
    logger,
    clock,
    instanceId: process.env['HOST_INSTANCE'] ?? '0198c0de-0000-4000-8000-000000000001',
    onChange: (state) => {
      tell({ type: 'state', at: Date.now(), state });
      recordings.observe(state.calls);
    },
    onLevels: (levels) => tell({ type: 'levels', at: Date.now(), levels }),
    onTransferred: (fact) => tell({ type: 'transferred', fact }),
    onSound: (callId, fact) => {
      recordings.hear(callId, fact);
      if (fact.type !== 'slot') tell({ type: 'sound', at: Date.now(), callId, fact });
    },
  });

  new MachineWatch({ clock: systemClock, power: powerMonitor, logger, listener: telephony }).start();

  let sound = defaultSettings.sound;
  let devices: DeviceDesk | null = null;

  async function perform({ name, args }: HostCommand): Promise<unknown> {
    const [first = '', second = '', third = ''] = args;
    const note = String(third);
    switch (name) {
      case 'audio.start':
        return audio.start();
      case 'audio.crash':
        return audioPage().forcefullyCrashRenderer();
      case 'audio.census':
        return audio.call('census', undefined);
      case 'audio.connections':
        return connectionsAlive();
      case 'ice.probe':
        return audio.call('ice.probe', JSON.parse(String(first)) as CallInput<AudioContract, 'ice.probe'>);
      case 'echo':
        return telephony.echo();
      case 'devices.start':
        sound = JSON.parse(String(first)) as SoundSettings;
        devices ??= new DeviceDesk({
          audio,
          sound: () => sound,
          logger,
          onDevices: (found) => tell({ type: 'devices', at: Date.now(), devices: found }),
          onLevel: (level) => tell({ type: 'microphone', at: Date.now(), level }),
        });
        if (second === true) new PulseDefaults({ clock: systemClock, logger, onChange: (system, told) => devices?.systemChanged(system, told) }).start();
        return undefined;
      case 'devices.choose':
        sound = JSON.parse(String(first)) as SoundSettings;
        return devices?.settingsChanged();
      case 'devices.test':
        return devices?.testSound(first === 'ring' ? 'ring' : 'speaker');
      case 'devices.watch':
        return devices?.watchMicrophone('page', first === true);
      case 'start':
        return telephony.start(provisioningSchema.parse(JSON.parse(String(first))));
      case 'answer':
        return telephony.answer(String(first));
      case 'decline':
        return telephony.decline(String(first));
      case 'hangUp':
        return telephony.hangUp(String(first));
      case 'setMuted':
        return telephony.setMuted(String(first), second === true);
      case 'setHeld':
        return telephony.setHeld(String(first), second === true);
      case 'sendDigits':
        return telephony.sendDigits(String(first), String(second));
      case 'dial':
        return telephony.dial(String(first));
      case 'watch':
        return telephony.presence.watch(String(first).split(','));
      case 'pickUp':
        return telephony.pickUp(String(first));
      case 'switchTo':
        return telephony.switchTo(String(first));
      case 'transfer.blind':
        return telephony.transfers.blind(String(first), String(second), note);
      case 'transfer.consult':
        return telephony.transfers.consult(String(first), String(second));
      case 'transfer.complete':
        return telephony.transfers.complete(String(first), String(second));
      case 'transfer.cancel':
        return telephony.transfers.cancel(String(first));
      case 'conference.join':
        return telephony.conference.join(String(first), String(second));
      case 'conference.split':
        return telephony.conference.split(String(first));
      case 'conference.leave':
        return telephony.leaveConference(String(first));
      case 'setRules':
        return telephony.setRules(JSON.parse(String(first)) as Parameters<Telephony['setRules']>[0]);
      case 'callBackMissed':
        return telephony.callBackMissed();
      case 'recording':
        return recordings.perform(String(first), String(second));
      case 'forget':
        return telephony.forget(String(first));
      case 'power':
        return powerMonitor.emit(String(first));
      case 'quit':
        await telephony.stop();
        await audio.stop();
        setImmediate(() => app.exit(0));
        return undefined;
    }
  }

  async function connectionsAlive(): Promise<number> {
    const { debugger: devTools } = audioPage();
    devTools.attach();
    try {
      return await aliveOf((method, params) => devTools.sendCommand(method, params) as Promise<Record<string, unknown>>, 'RTCPeerConnection');
    } finally {
      devTools.detach();
    }
  }

  function audioPage() {
    const page = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith('balie://audio/'));
    if (page === undefined) throw new Error('there is no audio window');
    return page;
  }

  createInterface({ input: process.stdin }).on('line', (line) => {
    const command = JSON.parse(line) as HostCommand;
    perform(command).then(
      (value) => tell({ type: 'done', id: command.id, value: value ?? null }),
      (thrown: unknown) => {
        const error = asBalieError(thrown);
        tell({ type: 'refused', id: command.id, code: error.code, message: error.message });
      },
    );
  });
  tell({ type: 'ready' });
});
