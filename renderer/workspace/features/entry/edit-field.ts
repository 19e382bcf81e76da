export type TextField = HTMLInputElement | HTMLTextAreaElement;

/**
 * Replaces a part of the field that has the focus as if it were typed: one step of the browser's own undo, and whoever listens
 * to the field hears of it.
 */
export function replaceInField(field: TextField, from: number, to: number, text: string): void {
  field.setSelectionRange(from, to);
  // Old, and the only way that the browser can take back; a page without an editor (a test) has none.
  const isDone = typeof document.execCommand === 'function' && (text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text));
  if (isDone) return;
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: text }));
}

/**
 * What the browser takes back it leaves selected, as it was before it was replaced by {@link replaceInField}: the next key would
 * overwrite it. The selection is set after its event.
 */
export function unselectWhatCameBack(field: TextField): void {
  setTimeout(() => {
    const { selectionEnd } = field;
    if (selectionEnd !== null) field.setSelectionRange(selectionEnd, selectionEnd);
  });
}

/** Makes a field say `text`, touching only what differs, with the cursor at `caret`. */
export function rewriteField(field: TextField, text: string, caret: number): void {
  const { value } = field;
  let before = 0;
  while (before < value.length && before < text.length && value[before] === text[before]) before += 1;
  let behind = 0;
  while (behind < value.length - before && behind < text.length - before && value[value.length - 1 - behind] === text[text.length - 1 - behind]) behind += 1;
  if (before + behind < Math.max(value.length, text.length)) replaceInField(field, before, value.length - behind, text.slice(before, text.length - behind));
  field.setSelectionRange(caret, caret);
}
