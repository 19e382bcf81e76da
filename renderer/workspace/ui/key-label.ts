const macNames: Readonly<Record<string, string>> = { Alt: '⌥', Ctrl: '⌘' };
const names: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc' };

/** How a combination such as `Alt+m` stands on a key cap: `Alt M`, or `⌥ M` on macOS. */
export function keyLabel(combination: string, mac: boolean = /Mac/.test(navigator.userAgent)): string {
  return combination
    .split('+')
    .map((part) => (mac ? macNames[part] : undefined) ?? names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

/** Combinations as `aria-keyshortcuts` has them (WAI-ARIA 1.2): `Ctrl+k` is `Control+K`, on macOS `Meta+K`. */
export function ariaKeys(combinations: string, mac: boolean = /Mac/.test(navigator.userAgent)): string {
  return combinations
    .split(' ')
    .map((combination) =>
      combination
        .split('+')
        .map((part) => (part === 'Ctrl' ? (mac ? 'Meta' : 'Control') : part.length === 1 ? part.toUpperCase() : part))
        .join('+'),
    )
    .join(' ');
}
