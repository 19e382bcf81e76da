const macNames: Readonly<Record<string, string>> = { Alt: '⌥', Ctrl: '⌘' };
const names: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc' };

/** How a combination such as `Alt+m` stands on a key cap: `Alt M`, or `⌥ M` on macOS. */
export function keyLabel(combination: string, mac: boolean = /Mac/.test(navigator.userAgent)): string {
  return combination
    .split('+')
    .map((part) => (mac ? macNames[part] : undefined) ?? names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}
