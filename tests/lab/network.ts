import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { LabProcess } from './lab-process.ts';
import { until } from './wait.ts';

/** A way from the application's machine to the servers: a cable of two ends. */
export interface NetworkLink {
  /** The interface on the application's side. */
  readonly name: string;
  readonly address: string;
}

type LinkName = 'wifi' | 'cable';

interface Cable extends NetworkLink {
  readonly serverEnd: string;
  readonly gateway: string;
  readonly metric: number;
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 5000, env: withSbin() });
}

function withSbin(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };
}

/** Whether this user may lay cables: root may. */
export function networkAvailable(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('unshare', ['-n', '--', 'sh', '-c', 'ip link add balie-probe type veth peer name balie-peer && iptables -L OUTPUT -n'], { timeout: 5000, env: withSbin() }).status === 0;
}

/**
 * A machine of its own for the application: a network namespace with a wireless and a wired way to the
 * servers, which stay where the lab has them. Everything of it goes when its holder ends, also when the test process is killed.
 */
export class ClientNetwork {
  /** Where the servers are for the application, whichever way it takes. */
  readonly serverAddress: string;
  private readonly holder: LabProcess;
  private readonly cables: Readonly<Record<LinkName, Cable>>;

  private constructor(holder: LabProcess, serverAddress: string, cables: Readonly<Record<LinkName, Cable>>) {
    this.holder = holder;
    this.serverAddress = serverAddress;
    this.cables = cables;
  }

  /** Both ways are laid, neither is up. */
  static async start(dir: string): Promise<ClientNetwork> {
    const holder = new LabProcess({ dir, name: 'client-network', command: 'unshare', args: ['-n', '--', 'sleep', 'infinity'] });
    const pid = await until('the namespace is there', () => namespaceOf(holder.pid), { withinMs: 3000 });
    const tag = `${process.pid % 10_000}${Math.floor(Math.random() * 100)}`;
    const net = `10.${100 + Math.floor(Math.random() * 100)}.${Math.floor(Math.random() * 60) * 4}`;
    const base = Number(net.split('.')[2]);
    const prefix = net.split('.').slice(0, 2).join('.');
    const serverAddress = `${prefix}.${base}.1`;
    const cable = (name: LinkName, offset: number, metric: number): Cable => ({ name, serverEnd: `bl${tag}${name[0]}`, gateway: `${prefix}.${base + offset}.1`, address: `${prefix}.${base + offset}.2`, metric });
    const cables = { wifi: cable('wifi', 1, 600), cable: cable('cable', 2, 100) };
    for (const { name, serverEnd, gateway } of Object.values(cables)) {
      ip('link', 'add', serverEnd, 'type', 'veth', 'peer', 'name', name, 'netns', String(pid));
      ip('address', 'add', `${gateway}/24`, 'dev', serverEnd);
      ip('link', 'set', serverEnd, 'up');
    }
    ip('address', 'add', `${serverAddress}/32`, 'dev', cables.wifi.serverEnd);
    const network = new ClientNetwork(holder, serverAddress, cables);
    network.inside('ip', 'link', 'set', 'lo', 'up');
    return network;
  }

  /** What a command begins with to run on the application's machine. */
  get command(): readonly string[] {
    return ['nsenter', `--net=/proc/${this.holder.pid}/ns/net`, '--'];
  }

  /** An interface gets its address and its route, as from a DHCP server. */
  connect(link: LinkName): NetworkLink {
    const { name, address, gateway, metric } = this.cables[link];
    this.inside('ip', 'link', 'set', name, 'up');
    this.inside('ip', 'address', 'flush', 'dev', name);
    this.inside('ip', 'address', 'add', `${address}/24`, 'dev', name);
    this.inside('ip', 'route', 'replace', 'default', 'via', gateway, 'dev', name, 'metric', String(metric));
    return { name, address };
  }

  /** The interface is gone, with its address, without a word to anybody. */
  disconnect(link: LinkName): void {
    const { name } = this.cables[link];
    this.inside('ip', 'address', 'flush', 'dev', name);
    this.inside('ip', 'link', 'set', name, 'down');
  }

  /** The same interface has another address from now on, as after a new lease. */
  readdress(link: LinkName): void {
    const { name, address, gateway, metric } = this.cables[link];
    this.inside('ip', 'address', 'flush', 'dev', name);
    this.inside('ip', 'address', 'add', `${address.replace(/\d+$/, '77')}/24`, 'dev', name);
    this.inside('ip', 'route', 'replace', 'default', 'via', gateway, 'dev', name, 'metric', String(metric));
  }

  /** Packets of this kind leave and arrive no more; the interface and the address stay. @returns a function that lets them pass again. */
  swallow(protocol: 'udp' | 'tcp'): () => void {
    const rules = [
      ['OUTPUT', '-p', protocol, '!', '-o', 'lo', '-j', 'DROP'],
      ['INPUT', '-p', protocol, '!', '-i', 'lo', '-j', 'DROP'],
    ];
    for (const rule of rules) this.inside('iptables', '-A', ...rule);
    return () => {
      for (const rule of rules) this.inside('iptables', '-D', ...rule);
    };
  }

  /** Of the packets that arrive, or leave, this share is lost, at random. @returns a function that ends it. */
  lose(share: number, which: 'arriving' | 'leaving' = 'arriving'): () => void {
    const rule = [...(which === 'arriving' ? ['INPUT', '-p', 'udp', '!', '-i', 'lo'] : ['OUTPUT', '-p', 'udp', '!', '-o', 'lo']), '-m', 'statistic', '--mode', 'random', '--probability', String(share), '-j', 'DROP'];
    this.inside('iptables', '-A', ...rule);
    return () => this.inside('iptables', '-D', ...rule);
  }

  async stop(): Promise<void> {
    await this.holder.kill();
  }

  private inside(...command: readonly string[]): void {
    const [program = '', ...args] = [...this.command, ...command];
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 5000, env: withSbin() });
  }
}

/** @returns the process once it is in a network namespace of its own. */
function namespaceOf(pid: number | undefined): number | null {
  if (pid === undefined || !readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('sleep')) return null;
  return pid;
}
