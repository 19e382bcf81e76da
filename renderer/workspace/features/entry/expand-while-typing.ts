import { expansionBefore, type AbbreviationBook } from '#shared/domain/abbreviations.ts';
import { replaceInField, rewriteField, unselectWhatCameBack, type TextField } from './edit-field.ts';
import { isProse } from './prose.ts';

/** What was expanded last, as long as nothing else was done. */
interface Expanded {
  readonly field: TextField;
  readonly before: string;
  readonly caretBefore: number;
  readonly after: string;
}

/**
 * Expands abbreviations in every field for sentences (`prose`), on the blank or the sign that ends the word. One step of the
 * browser's own undo, or Backspace at once, takes it back.
 *
 * @returns a function that stops it.
 */
export function expandWhileTyping(book: () => AbbreviationBook): () => void {
  let last: Expanded | null = null;

  function onInput(event: Event): void {
    if (!(event instanceof InputEvent) || event.isComposing || !isProse(event.target)) return;
    if (event.inputType === 'historyUndo' && last?.field === event.target && event.target.value === last.before) {
      unselectWhatCameBack(event.target);
      return;
    }
    if (event.inputType !== 'insertText' && event.inputType !== 'insertLineBreak') return;
    last = null;
    const field = event.target;
    const { value: before, selectionStart: caret } = field;
    const found = caret === null || caret !== field.selectionEnd ? null : expansionBefore(before, caret, book());
    if (found === null || caret === null) return;
    const text = field instanceof HTMLInputElement ? found.text.replaceAll(/\s*\n\s*/g, ' ') : found.text;
    if (field.maxLength >= 0 && before.length + text.length - (found.to - found.from) > field.maxLength) return;
    replaceInField(field, found.from, found.to, text);
    last = { field, before, caretBefore: caret, after: field.value };
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Backspace' || event.ctrlKey || event.altKey || event.metaKey || last === null) return;
    const { field, before, caretBefore, after } = last;
    last = null;
    if (event.target !== field || field.value !== after || field.selectionStart !== field.selectionEnd) return;
    event.preventDefault();
    if (typeof document.execCommand === 'function') document.execCommand('undo');
    rewriteField(field, before, caretBefore);
  }

  document.addEventListener('input', onInput);
  document.addEventListener('keydown', onKeyDown);
  return () => {
    document.removeEventListener('input', onInput);
    document.removeEventListener('keydown', onKeyDown);
  };
}
