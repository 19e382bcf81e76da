import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { run, tail } from './run.mjs';

/** What the tests use beyond Node: a compiler for SQLite, a screen, sound, real SIP servers and callers, PostgreSQL. */
const wanted = [
  // SQLite for the fallback Electron
  'python3', 'make', 'g++',
  // what Electron links against
  'libnss3', 'libnspr4', 'libatk1.0-0', 'libatk-bridge2.0-0', 'libatspi2.0-0', 'libcups2', 'libdrm2', 'libgtk-3-0', 'libgbm1', 'libasound2',
  'libpango-1.0-0', 'libcairo2', 'libxkbcommon0', 'libxcomposite1', 'libxdamage1', 'libxfixes3', 'libxrandr2', 'libdbus-1-3',
  // a screen in memory, text on it, sound
  'xvfb', 'xauth', 'fonts-liberation', 'pulseaudio', 'pulseaudio-utils', 'libpulse0',
  // exchange, media relay, callers, the wire
  'kamailio', 'kamailio-websocket-modules', 'kamailio-tls-modules', 'kamailio-presence-modules', 'rtpengine-daemon', 'baresip-core', 'linphone-cli', 'sip-tester', 'wireshark-common', 'coturn',
  'iproute2', 'iptables', 'util-linux', 'mount', 'openssl',
  'postgresql',
];

/** Services that Debian would start at once and at every boot: the tests start their own. */
const services = ['kamailio', 'rtpengine-daemon', 'coturn', 'postgresql'];
const policyFile = '/usr/sbin/policy-rc.d';

async function installed(names) {
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names]);
  return new Set(output.split('\n').filter((line) => line.endsWith(' installed')).map((line) => line.split(' ')[0]));
}

/** Ubuntu 24.04 renamed some libraries: libasound2t64 is libasound2 with 64-bit time. */
const renamed = (name) => `${name}t64`;

async function missingPackages() {
  const present = await installed([...wanted, ...wanted.map(renamed)]);
  return wanted.filter((name) => !present.has(name) && !present.has(renamed(name)));
}

/** @returns {Promise<string[]>} the package's name in this release; none when it has no such package, which is no reason to go without the others */
async function nameHere(name) {
  for (const one of [name, renamed(name)]) {
    const { output } = await run('apt-cache', ['policy', one]);
    if (/Candidate: \S*\d/.test(output)) return [one];
  }
  return [];
}

/** @returns {Promise<string[] | undefined>} the words before a command that make it run as root, or undefined when there is no way */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * Installs the Debian packages the tests use, as far as this machine lets us.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} one sentence on the outcome; a test whose program is missing skips itself and says so
 */
export async function installDebianPackages(say) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
    return 'not a Debian system: the tests that need its servers are skipped';
  }
  const missing = await missingPackages();
  if (missing.length === 0) return 'all present';
  const prefix = await rootPrefix();
  if (!prefix) {
    say('Some tests need Debian packages that are not here, and installing them needs your password. Run this once:');
    say(`sudo apt-get install --no-install-recommends ${missing.join(' ')}`);
    say('Until then these tests are reported as skipped.');
    return `${missing.length} packages missing`;
  }
  const asRoot = (args) => run(prefix[0] ?? args[0], prefix[0] ? [...prefix.slice(1), ...args] : args.slice(1));
  say(`installing ${missing.join(' ')}`);
  await asRoot(['apt-get', 'update', '-q']);
  const names = (await Promise.all(missing.map(nameHere))).flat();
  const result = await withoutStartingServices(prefix, () =>
    asRoot(['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-q', '-y', '--no-install-recommends', ...names]),
  );
  const still = await missingPackages();
  if (result.code === 0 && still.length === 0) {
    await keepServicesOff(asRoot, missing);
    return `${missing.length} installed`;
  }
  say(`apt-get could not install all of them; the tests that need the rest are skipped:\n${tail(result.output, 5)}`);
  return `${still.length} packages missing`;
}

/** Debian asks /usr/sbin/policy-rc.d before it starts a freshly installed service; 101 means no. */
async function withoutStartingServices(prefix, install) {
  const place = prefix.length === 0 && !existsSync(policyFile);
  if (place) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await install();
  } finally {
    if (place) rmSync(policyFile, { force: true });
  }
}

async function keepServicesOff(asRoot, newlyInstalled) {
  if (!existsSync('/usr/bin/systemctl')) return;
  for (const service of services.filter((name) => newlyInstalled.includes(name))) {
    await asRoot(['systemctl', 'disable', '--now', '--quiet', service]);
  }
}
