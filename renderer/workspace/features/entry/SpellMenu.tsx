import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { nextWrongWord, wrongWordAt, type FoundWord } from '#shared/domain/word-check.ts';
import { useServices } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { replaceInField, type TextField } from './edit-field.ts';
import { isProse } from './prose.ts';
import menu from '../../ui/Menu.module.css';

/** Suggestions that are offered. */
const most = 6;

interface Asked {
  readonly field: TextField;
  readonly found: FoundWord;
  readonly suggestions: readonly string[];
}

/** What a wrong word could be: with the key from word to word, with the mouse on the word itself. Choosing is one step of the browser's undo. */
export function SpellMenu() {
  const { t } = useTexts();
  const { spelling, notices } = useServices();
  const [asked, setAsked] = useState<Asked | null>(null);
  const anchor = useRef<TextField>(null);

  function ask(field: TextField, found: FoundWord): void {
    field.setSelectionRange(found.from, found.to);
    anchor.current = field;
    setAsked({ field, found, suggestions: (spelling?.suggest(found.word) ?? []).slice(0, most) });
  }

  function askNext(): void {
    const field = document.activeElement;
    if (spelling === null || !isProse(field)) return;
    const found = nextWrongWord(field.value, field.selectionEnd ?? 0, spelling.isWrong);
    if (found === null) notices.show({ kind: 'done', code: 'done.spellingRight' });
    else ask(field, found);
  }
  useShortcut('F8', askNext, spelling !== null);

  const onContextMenu = useEffectEvent((event: MouseEvent) => {
    const field = event.target;
    if (spelling === null || !isProse(field)) return;
    const found = wrongWordAt(field.value, field.selectionStart ?? 0, spelling.isWrong);
    if (found === null) return;
    event.preventDefault();
    ask(field, found);
  });
  useEffect(() => {
    const listen = (event: MouseEvent): void => onContextMenu(event);
    document.addEventListener('contextmenu', listen);
    return () => document.removeEventListener('contextmenu', listen);
  }, []);

  function close(): void {
    if (asked === null) return;
    const { field } = asked;
    setAsked(null);
    // The menu lets nobody have the focus while it is there.
    setTimeout(() => field.focus());
  }

  function choose(suggestion: string): void {
    if (asked === null) return;
    const { field, found } = asked;
    setAsked(null);
    setTimeout(() => {
      field.focus();
      // What was typed meanwhile is somebody's words.
      if (field.value.slice(found.from, found.to) === found.word) replaceInField(field, found.from, found.to, suggestion);
    });
  }

  if (asked === null) return null;
  return (
    <Popover className={menu.popover ?? ''} triggerRef={anchor} isOpen onOpenChange={(open) => !open && close()} placement="bottom start">
      <p className={menu.head}>{t('entry.misspelt', { word: asked.found.word })}</p>
      {asked.suggestions.length === 0 ? (
        <Menu aria-label={t('entry.suggestions')} className={menu.menu ?? ''} autoFocus="first" onAction={close}>
          <MenuItem id="none" className={menu.item ?? ''}>
            {t('entry.noSuggestion')}
          </MenuItem>
        </Menu>
      ) : (
        <Menu aria-label={t('entry.suggestions')} className={menu.menu ?? ''} autoFocus="first" onAction={(key) => choose(String(key))}>
          {asked.suggestions.map((suggestion) => (
            <MenuItem key={suggestion} id={suggestion} className={menu.item ?? ''}>
              {suggestion}
            </MenuItem>
          ))}
        </Menu>
      )}
    </Popover>
  );
}
