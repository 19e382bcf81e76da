import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Listener } from '../../tests/lab/audio/listener.ts';
import { makeTone } from '../../tests/lab/audio/tone.ts';
import { wavFile } from '../../tests/lab/audio/wav.ts';
import { LabProcess } from '../../tests/lab/lab-process.ts';

/** Hertz: not the caller's, so that nobody is taken for somebody else. */
export const operatorVoice = 600;
const blockBytes = 320;

/** An operator who says something short again and again into the lab's microphone; what the microphone gets is heard beside it, on the same clock. */
export class Mouth {
  readonly microphone: Listener;
  readonly #processes: readonly LabProcess[];

  constructor(dir: string, env: Readonly<Record<string, string>>) {
    const file = path.join(dir, 'mouth.wav');
    writeFileSync(file, wavFile(makeTone({ hz: operatorVoice, rate: 48_000, seconds: 70, rhythm: [200, 500] }), 48_000));
    const player = new LabProcess({ dir, name: 'mouth', command: 'paplay', args: ['--device=lab_feed', '--latency-msec=20', file], env });
    const recorder = new LabProcess({ dir, name: 'microphone', command: 'parec', args: ['--device=lab_feed.monitor', '--rate=8000', '--channels=1', '--format=s16le', '--raw', '--latency-msec=20'], env, pipeOutput: true });
    this.microphone = new Listener('the microphone', () => recorder.alive);
    this.#processes = [player, recorder];
    let rest = Buffer.alloc(0);
    recorder.output.on('data', (data: Buffer) => {
      rest = Buffer.concat([rest, data]);
      for (; rest.length >= blockBytes; rest = rest.subarray(blockBytes)) {
        this.microphone.push(Int16Array.from({ length: blockBytes / 2 }, (_, index) => rest.readInt16LE(index * 2)));
      }
    });
  }

  async stop(): Promise<void> {
    for (const one of this.#processes) await one.stop();
  }
}
