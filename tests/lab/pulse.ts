import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Listener } from './audio/listener.ts';
import { speechRate } from './audio/speech.ts';
import { makeTone } from './audio/tone.ts';
import { LabProcess } from './lab-process.ts';
import { until } from './wait.ts';

const blockBytes = 320;

/** A headset as PulseAudio has it. */
export interface PulseHeadset {
  readonly id: string;
  /** What is played to it. */
  readonly hears: Listener;
  unplug(): void;
}

/** A PulseAudio of its own with one virtual speaker: what the application plays is heard on the speaker's monitor. */
export class Pulse {
  /** What the default speaker plays. */
  readonly speaker: Listener;
  /** For the application. */
  readonly env: Readonly<Record<string, string>>;
  private readonly dir: string;
  private readonly server: LabProcess;
  private readonly helpers: LabProcess[] = [];
  private said = 0;

  private constructor(dir: string, env: Readonly<Record<string, string>>, server: LabProcess) {
    this.dir = dir;
    this.env = env;
    this.server = server;
    [this.speaker] = this.earsAt('lab_speaker');
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
    return new Pulse(dir, env, server);
  }

  private earsAt(sink: string): readonly [Listener, LabProcess] {
    const recorder = new LabProcess({
      dir: this.dir,
      name: `parec-${sink}`,
      command: 'parec',
      args: [`--device=${sink}.monitor`, '--rate=8000', '--channels=1', '--format=s16le', '--raw', '--latency-msec=20'],
      env: this.env,
      pipeOutput: true,
    });
    this.helpers.push(recorder);
    const listener = new Listener(`the sink ${sink}`, () => recorder.alive);
    let rest = Buffer.alloc(0);
    recorder.output.on('data', (data: Buffer) => {
      rest = Buffer.concat([rest, data]);
      while (rest.length >= blockBytes) {
        const bytes = rest.subarray(0, blockBytes);
        listener.push(Int16Array.from({ length: blockBytes / 2 }, (_, index) => bytes.readInt16LE(index * 2)));
        rest = rest.subarray(blockBytes);
      }
    });
    return [listener, recorder];
  }

  /**
   * Plugs in a headset: a speaker, and a microphone that hears a tone which comes and goes like speech. Back when its speaker is listened to. Two of one name are two headsets of one model.
   *
   * @param id - Of letters and digits; the same one is the same headset again.
   */
  async plug(id: string, name: string, hz: number): Promise<PulseHeadset> {
    const modules = [
      this.load('module-null-sink', `sink_name=${id}`, 'rate=48000', `sink_properties=device.description=${name}`),
      this.load('module-null-sink', `sink_name=${id}_voice`, 'rate=48000', `sink_properties=device.description=${name}_voice`),
      this.load('module-remap-source', `master=${id}_voice.monitor`, `source_name=${id}_microphone`, `source_properties=device.description=${name}`),
    ];
    const file = join(this.dir, `${id}.raw`);
    writeFileSync(file, new Uint8Array(makeTone({ hz, rate: 48_000, seconds: 1, rhythm: [160, 40] }).buffer));
    const voice = this.repeat(`pacat-${id}`, file, `${id}_voice`, 20);
    const [hears, ears] = this.earsAt(id);
    const unplug = (): void => {
      // Streams of a sink that goes are moved to another: these are part of the headset.
      voice.signal('SIGKILL');
      ears.signal('SIGKILL');
      for (const module of modules.reverse()) this.control('unload-module', module);
    };
    await until(`the sink ${id} is listened to`, () => hears.count(0) > 0);
    return { id, hears, unplug };
  }

  /** Speaks these samples once (of {@link speechRate}) into the default microphone, which hears nothing else. */
  say(samples: Int16Array): void {
    const file = this.keep(samples);
    const args = ['--playback', '--device=lab_feed', '--raw', `--rate=${speechRate}`, '--channels=1', '--format=s16le', '--latency-msec=20', file];
    this.helpers.push(new LabProcess({ dir: this.dir, name: `pacat-said-${this.said}`, command: 'pacat', args, env: this.env }));
  }

  /** Speaks these samples (of {@link speechRate}) into the default microphone over and over, until it is stopped. */
  feed(samples: Int16Array): { stop(): Promise<void> } {
    // A machine that is busy leaves no gap of its own in what is measured.
    const voice = this.repeat(`pacat-said-${this.said + 1}`, this.keep(samples), 'lab_feed', 1000);
    return { stop: () => voice.kill() };
  }

  /** The default microphone hears what the default speaker plays, so many dB quieter and so much later: a desk without a headset. */
  echo(db: number, delayMs: number): { stop(): void } {
    const module = this.load('module-loopback', 'source=lab_speaker.monitor', 'sink=lab_feed', `latency_msec=${delayMs}`);
    const inputs = this.control('list', 'short', 'sink-inputs').split('\n').map((line) => line.split('\t'));
    this.control('set-sink-input-volume', inputs.find((columns) => columns[3] === 'module-loopback.c')?.[0] ?? '', `${db}dB`);
    return { stop: () => void this.control('unload-module', module) };
  }

  /** What the system means by "default" from now on. */
  setDefault(kind: 'sink' | 'source', name: string): void {
    this.control(`set-default-${kind}`, name);
  }

  /** Which sources are open, by the name of the source: a microphone that nobody needs must not be among them. */
  openSources(): readonly string[] {
    const names = new Map(this.control('list', 'short', 'sources').split('\n').map((line) => [line.split('\t')[0], line.split('\t')[1] ?? '']));
    const outputs = this.control('list', 'short', 'source-outputs').split('\n').filter((line) => line.includes('protocol-native'));
    return outputs.map((line) => names.get(line.split('\t')[1] ?? '') ?? '').filter((name) => name.endsWith('microphone'));
  }

  private keep(samples: Int16Array): string {
    this.said += 1;
    const file = join(this.dir, `said-${this.said}.raw`);
    writeFileSync(file, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
    return file;
  }

  private repeat(name: string, file: string, sink: string, latencyMs: number): LabProcess {
    const play = `pacat --playback --device=${sink} --raw --rate=${speechRate} --channels=1 --format=s16le --latency-msec=${latencyMs}`;
    const voice = new LabProcess({ dir: this.dir, name, command: 'sh', args: ['-c', `while cat ${file}; do :; done | ${play}`], env: this.env });
    this.helpers.push(voice);
    return voice;
  }

  private load(...words: string[]): string {
    return this.control('load-module', ...words).trim();
  }

  private control(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('pactl', args, { env: { ...process.env, ...this.env }, encoding: 'utf8', timeout: 5000 });
    if (status !== 0) throw new Error(`pactl ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  async stop(): Promise<void> {
    await Promise.all(this.helpers.map((helper) => helper.stop()));
    await this.server.stop();
  }
}
