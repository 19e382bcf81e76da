type Choice = HTMLSelectElement | HTMLInputElement;

/** What was chosen in one field, oldest first, and what stands there now. */
interface Trail {
  now: string;
  readonly before: string[];
}

/** Days, times and ticks: the browser writes them and takes none of them back. */
const kinds: ReadonlySet<string> = new Set(['date', 'datetime-local', 'time', 'month', 'week', 'checkbox']);

/** Longer is nobody's memory. */
const mostSteps = 50;

function isChoice(target: EventTarget | null): target is Choice {
  if (target instanceof HTMLSelectElement) return !target.multiple && !target.disabled;
  return target instanceof HTMLInputElement && kinds.has(target.type) && !target.disabled && !target.readOnly;
}

const isTick = (field: Choice): boolean => field instanceof HTMLInputElement && field.type === 'checkbox';
const valueOf = (field: Choice): string => (isTick(field) ? String((field as HTMLInputElement).checked) : field.value);

/** Makes a field say `value` as if the operator had chosen it. */
function choose(field: Choice, value: string): void {
  if (isTick(field)) return field.click();
  // Past React, which would take a value that it set itself for no change.
  const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * Lets Ctrl+Z take back what was chosen in the list, the day, the time or the tick that has the focus, step by step: the browser's own undo
 * knows typed text only.
 *
 * @returns a function that stops it.
 */
export function takeBackChoices(): () => void {
  const trails = new WeakMap<Choice, Trail>();
  let isTakingBack = false;

  function onFocus({ target }: Event): void {
    if (!isChoice(target)) return;
    const trail = trails.get(target);
    // What changed it meanwhile was somebody else: there is no way back over that.
    if (trail?.now !== valueOf(target)) trails.set(target, { now: valueOf(target), before: [] });
  }

  function onInput({ target }: Event): void {
    if (!isChoice(target) || isTakingBack) return;
    const trail = trails.get(target);
    const now = valueOf(target);
    if (trail === undefined || trail.now === now) return;
    trail.before.push(trail.now);
    if (trail.before.length > mostSteps) trail.before.shift();
    trail.now = now;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event;
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isUndo || !isChoice(target)) return;
    // Else the browser would take back what was typed in another field, out of sight.
    event.preventDefault();
    const trail = trails.get(target);
    const former = trail?.now === valueOf(target) ? trail.before.pop() : undefined;
    if (trail === undefined || former === undefined) return;
    trail.now = former;
    isTakingBack = true;
    choose(target, former);
    isTakingBack = false;
  }

  document.addEventListener('focusin', onFocus);
  document.addEventListener('input', onInput);
  document.addEventListener('keydown', onKeyDown);
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('input', onInput);
    document.removeEventListener('keydown', onKeyDown);
  };
}
