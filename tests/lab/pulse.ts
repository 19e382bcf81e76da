import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Listener } from './audio/listener.ts';
import { LabProcess } from './lab-process.ts';
import { until } from './wait.ts';

const blockBytes = 320;

/** A PulseAudio of its own with one virtual speaker: what the application plays is heard on the speaker's monitor. */
export class Pulse {
  readonly speaker: Listener;
  /** For the application. */
  readonly env: Readonly<Record<string, string>>;
  private readonly processes: readonly LabProcess[];

  private constructor(speaker: Listener, env: Readonly<Record<string, string>>, processes: readonly LabProcess[]) {
    this.speaker = speaker;
    this.env = env;
    this.processes = processes;
  }

  static async start(dir: string): Promise<Pulse> {
    const home = join(dir, 'pulse');
    mkdirSync(home, { mode: 0o700 });
    const socket = join(home, 'native.sock');
    const env = { PULSE_SERVER: `unix:${socket}` };
    const server = new LabProcess({
      dir,
      name: 'pulseaudio',
      command: 'pulseaudio',
      args: [
        ...['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--disallow-exit=no', '--log-target=stderr', '--log-level=notice'],
        ...['-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`],
        ...['-L', 'module-null-sink sink_name=lab_speaker rate=48000 sink_properties=device.description=Lab_Speaker'],
        ...['-L', 'module-null-sink sink_name=lab_feed rate=48000 sink_properties=device.description=Lab_Feed'],
        ...['-L', 'module-remap-source master=lab_feed.monitor source_name=lab_microphone source_properties=device.description=Lab_Microphone'],
      ],
      env: { HOME: home, XDG_RUNTIME_DIR: home, XDG_CONFIG_HOME: home, PULSE_RUNTIME_PATH: home },
    });
    const control = (...args: string[]): boolean => spawnSync('pactl', args, { env: { ...process.env, ...env }, timeout: 2000 }).status === 0;
    await until('PulseAudio answers', () => control('set-default-sink', 'lab_speaker') && control('set-default-source', 'lab_microphone'));
    const recorder = new LabProcess({
      dir,
      name: 'parec',
      command: 'parec',
      args: ['--device=lab_speaker.monitor', '--rate=8000', '--channels=1', '--format=s16le', '--raw', '--latency-msec=20'],
      env,
      pipeOutput: true,
    });
    const speaker = new Listener('the speaker', () => recorder.alive);
    let rest = Buffer.alloc(0);
    recorder.output.on('data', (data: Buffer) => {
      rest = Buffer.concat([rest, data]);
      while (rest.length >= blockBytes) {
        const bytes = rest.subarray(0, blockBytes);
        speaker.push(Int16Array.from({ length: blockBytes / 2 }, (_, index) => bytes.readInt16LE(index * 2)));
        rest = rest.subarray(blockBytes);
      }
    });
    return new Pulse(speaker, env, [recorder, server]);
  }

  async stop(): Promise<void> {
    for (const one of this.processes) await one.stop();
  }
}
