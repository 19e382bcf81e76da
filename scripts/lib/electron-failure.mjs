import { tail } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/** Debian packages of the libraries a desktop normally has and a server has not. */
const packageOfLibrary = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libglib-2.0.so.0': 'libglib2.0-0',
};

/**
 * The reason why Electron ended by itself, in words, or undefined when it simply was closed.
 * @param {{ code: number | null, signal: string | null, error?: Error }} exit
 * @param {string} output the last text it printed
 */
export function explainElectronExit({ code, signal, error }, output) {
  const library = /error while loading shared libraries: (\S+):/.exec(output)?.[1];
  if (library) {
    const usual = ['libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libatk-bridge2.0-0'];
    const packages = new Set([packageOfLibrary[library] ?? 'libgtk-3-0', ...usual]);
    return new SetupError(
      `Electron needs a system library that is not here: ${library}.`,
      `Install the libraries of a desktop (Debian: sudo apt-get install ${[...packages].join(' ')}) and run the command again.`,
    );
  }
  if (/SUID sandbox helper|No usable sandbox|credentials\.cc.*Permission denied|zygote_host_impl_linux/.test(output)) {
    return new SetupError(
      "This system does not let Chromium build its sandbox (Ubuntu 24.04 and some hardened kernels refuse it).",
      'Allow it on this machine (Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0;\nDebian 10 and older: sudo sysctl -w kernel.unprivileged_userns_clone=1) and run the command again. Do not start Balie with --no-sandbox.',
    );
  }
  if (/Missing X server|cannot open display|Failed to connect to Wayland/i.test(output)) {
    return new SetupError('Electron cannot reach the screen.', 'Run it in a desktop session, or run: npm run tour');
  }
  if (error) return new SetupError(`Electron could not be started: ${error.message}`, 'Run: npm run bootstrap', error);
  if (code === 0) return undefined;
  return new SetupError(
    `Balie ended unexpectedly (${signal ?? `exit code ${code}`}). The last it said:\n${tail(output, 12)}`,
    'Start it again. If it happens again, report it with the log (File > Export log).',
  );
}
