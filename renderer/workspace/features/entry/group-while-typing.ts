import type { CountryCode } from 'libphonenumber-js/min';
import { editGrouped, type Edit, type Grouping } from '#shared/domain/checks/grouping.ts';
import { rewriteField, unselectWhatCameBack } from './edit-field.ts';

/** @returns what the key does, where it is an edit whose result can be said beforehand. */
function editOf({ inputType, data }: InputEvent): Edit | null {
  switch (inputType) {
    case 'insertText':
    case 'insertFromPaste':
      return data === null ? null : { kind: 'insert', signs: data.trim() };
    case 'deleteContentBackward':
      return { kind: 'delete-before' };
    case 'deleteContentForward':
      return { kind: 'delete-behind' };
    // The rest (taking back, whole words, dictation) is the browser's: it is not grouped again behind its back.
    default:
      return null;
  }
}

/**
 * Keeps numbers in their groups in every field that says so (`groupedAs`): while they are typed, pasted and deleted, with the
 * cursor where it belongs. Each key is one step of the browser's own undo.
 *
 * @returns a function that stops it.
 */
export function groupWhileTyping(country: () => CountryCode): () => void {
  function onBeforeInput(event: InputEvent): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.dataset['grouping'] === undefined || field.readOnly || event.isComposing) return;
    const edit = editOf(event);
    const { selectionStart: start, selectionEnd: end, value } = field;
    if (edit === null || start === null || end === null) return;
    const { text, caret } = editGrouped(field.dataset['grouping'] as Grouping, { text: value, start, end }, edit, country());
    if (field.maxLength >= 0 && text.length > field.maxLength) return;
    event.preventDefault();
    rewriteField(field, text, caret);
  }
  function onInput(event: Event): void {
    const field = event.target;
    const isBack = event instanceof InputEvent && (event.inputType === 'historyUndo' || event.inputType === 'historyRedo');
    if (isBack && field instanceof HTMLInputElement && field.dataset['grouping'] !== undefined) unselectWhatCameBack(field);
  }
  document.addEventListener('beforeinput', onBeforeInput);
  document.addEventListener('input', onInput);
  return () => {
    document.removeEventListener('beforeinput', onBeforeInput);
    document.removeEventListener('input', onInput);
  };
}
