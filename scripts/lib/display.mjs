import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './setup-error.mjs';

/** Whether a window can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Whether a window can be shown here or on a screen in memory. */
export function canShowWindows() {
  return hasDisplay() || onPath('xvfb-run');
}

/**
 * Wraps a command so that it has a screen to draw on: the real one, else one that exists in memory only.
 * @param {string} command
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function withDisplay(command, args) {
  if (hasDisplay()) return [command, args];
  if (onPath('xvfb-run')) return inMemory(command, args);
  throw new SetupError(
    'There is no screen here, and no xvfb-run to make one in memory.',
    'Install it (Debian: sudo apt-get install xvfb xauth) and run the command again.',
  );
}

/**
 * As `withDisplay`, but with a screen of its own wherever one can be made: its windows take no focus from those of another command.
 * @param {string} command
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function withOwnDisplay(command, args) {
  return process.platform === 'linux' && onPath('xvfb-run') ? inMemory(command, args) : withDisplay(command, args);
}

const inMemory = (command, args) => ['xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', command, ...args]];
