import { accessSync, constants, existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The programs of the lab and the Debian package each comes from. */
const packageOf: Readonly<Record<string, string>> = {
  kamailio: 'kamailio',
  rtpengine: 'rtpengine-daemon',
  baresip: 'baresip-core',
  sipp: 'sip-tester',
  dumpcap: 'wireshark-common',
  pulseaudio: 'pulseaudio',
  pactl: 'pulseaudio-utils',
  parec: 'pulseaudio-utils',
  openssl: 'openssl',
  turnserver: 'coturn',
};

/** Where Debian puts Kamailio's modules on this architecture. */
export const kamailioModules = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/kamailio/modules`;
const modulePackages: Readonly<Record<string, string>> = { 'websocket.so': 'kamailio-websocket-modules', 'tls.so': 'kamailio-tls-modules' };

export interface LabAvailability {
  readonly available: boolean;
  /** What is missing and how to get it; empty when nothing is. */
  readonly missing: readonly string[];
  /** One line for a test report. */
  readonly reason: string;
}

function onPath(program: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function mayCapture(): boolean {
  const listed = spawnSync('dumpcap', ['-D', '-M'], { encoding: 'utf8', timeout: 5000 });
  return listed.status === 0 && /\blo\b/.test(listed.stdout);
}

function look(): LabAvailability {
  if (process.platform !== 'linux') return { available: false, missing: ['Linux'], reason: 'the SIP lab needs Linux with the packages of Debian' };
  const missing = Object.entries(packageOf)
    .filter(([program]) => !onPath(program))
    .map(([program, debian]) => `${program} (package ${debian})`);
  if (onPath('kamailio')) {
    for (const [module, debian] of Object.entries(modulePackages)) {
      if (!existsSync(join(kamailioModules, module))) missing.push(`${module} (package ${debian})`);
    }
  }
  if (onPath('dumpcap') && !mayCapture()) missing.push('the right to capture on lo (run as root or join the group wireshark)');
  return { available: missing.length === 0, missing, reason: missing.length === 0 ? '' : `the SIP lab is missing ${missing.join(', ')}` };
}

let seen: LabAvailability | undefined;

/** Whether this machine has what the SIP lab needs. A test that needs the lab and does not have it reports itself as skipped, with `reason`. */
export function labAvailable(): LabAvailability {
  seen ??= look();
  return seen;
}

/** Whether Kamailio can tell what telephones do: a package of its own, without which all other tests of the lab run. */
export function presenceAvailable(): LabAvailability {
  const { available, missing, reason } = labAvailable();
  if (!available || existsSync(join(kamailioModules, 'pua_dialoginfo.so'))) return { available, missing, reason };
  return { available: false, missing: ['pua_dialoginfo.so (package kamailio-presence-modules)'], reason: 'the SIP lab is missing pua_dialoginfo.so (package kamailio-presence-modules)' };
}

/** Whether linphonec is here: one kind of peer, without which all other tests of the lab run. */
export function linphoneAvailable(): LabAvailability {
  const { available, missing, reason } = labAvailable();
  if (!available || onPath('linphonec')) return { available, missing, reason };
  return { available: false, missing: ['linphonec (package linphone-cli)'], reason: 'the SIP lab is missing linphonec (package linphone-cli)' };
}
