import { LabProcess } from './lab-process.ts';
import type { PortBlock } from './port-block.ts';
import { ngAnswers } from './probes.ts';
import { until } from './wait.ts';

/** The media relay between WebRTC and plain RTP. */
export class Rtpengine {
  private readonly dir: string;
  private readonly ports: PortBlock;
  private readonly address: string;
  private process: LabProcess | undefined;

  /** @param address - Where it takes media, of both sides. */
  constructor(dir: string, ports: PortBlock, address = '127.0.0.1') {
    this.dir = dir;
    this.ports = ports;
    this.address = address;
  }

  /** Back when it answers on its control port. */
  async start(): Promise<void> {
    this.process = new LabProcess({
      dir: this.dir,
      name: 'rtpengine',
      command: 'rtpengine',
      args: [
        '--config-file=none',
        '--table=-1',
        '--foreground',
        '--log-stderr',
        '--log-level=5',
        `--interface=${this.address}`,
        `--listen-ng=127.0.0.1:${this.ports.ng}`,
        `--port-min=${this.ports.rtpengine[0]}`,
        `--port-max=${this.ports.rtpengine[1]}`,
        '--num-threads=2',
        '--timeout=60',
        '--silent-timeout=3600',
        '--delete-delay=0',
      ],
    });
    await until('rtpengine answers', () => ngAnswers(this.ports.ng));
  }

  /** SIGKILL: every stream it relayed is lost. */
  async kill(): Promise<void> {
    await this.process?.kill();
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.process?.stop();
  }
}
