/**
 * Wraps a command so that it gives way: of a core that something of ordinary priority wants too it has a quarter. Chromium's processes
 * choose their own priority where they may.
 * @param {string} command
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function givingWay(command, args) {
  return process.platform === 'win32' ? [command, args] : ['nice', ['-n', '5', command, ...args]];
}
