import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { refusalsOfNumber } from '../../app/store-queries.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useDial } from './DialContext.ts';
import { dialTarget, looksLikeNumber } from './numbers.ts';
import { SuggestionList } from './SuggestionList.tsx';
import type { Suggestion } from './suggestion.ts';
import { useCombobox } from './use-combobox.ts';
import { useSuggestions } from './use-suggestions.ts';
import styles from './DialField.module.css';

/** Calls somebody, from anywhere: a number in any notation, a colleague, the customer on screen, or somebody from a recent call. */
export function DialField() {
  const { t } = useTexts();
  const { store } = useServices();
  const { dial, busy } = useDial();
  const isDisabled = useSnapshot(({ registration }) => registration.state !== 'registered');
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const target = dialTarget(text);
  useQuery({ ...refusalsOfNumber(store, target), enabled: looksLikeNumber(target) });
  const { list, ready } = useSuggestions(text, { recent: true, enabled: isOpen });
  const shown = isOpen && list.length > 0;
  const combobox = useCombobox({
    items: list,
    isOpen: shown,
    ready,
    onEnter: call,
    onEscape: () => {
      if (isOpen) setOpen(false);
      else input.current?.blur();
    },
  });
  useShortcut('Alt+b', () => {
    input.current?.focus();
    input.current?.select();
    setOpen(true);
  });

  function call(suggestion: Suggestion): void {
    setOpen(false);
    void dial(suggestion.target).then((made) => {
      if (made) setText('');
    });
  }

  return (
    <form
      className={styles.dial}
      role="search"
      aria-label={t('dial.label')}
      onSubmit={(event) => {
        event.preventDefault();
        if (combobox.active !== null) call(combobox.active);
      }}
    >
      <div className={styles.field}>
        <input
          ref={input}
          className={styles.input}
          type="text"
          inputMode="tel"
          aria-label={t('dial.label')}
          aria-keyshortcuts="Alt+B"
          placeholder={t('dial.hint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={256}
          value={text}
          disabled={isDisabled}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          {...combobox.inputProps}
        />
        <span className={styles.key}>
          <Kbd keys="Alt+b" />
        </span>
      </div>
      <Button type="submit" isDisabled={isDisabled || busy || text.trim() === ''}>
        {t('dial.call')}
      </Button>
      {shown ? (
        <div className={styles.popup}>
          <SuggestionList id={combobox.listId} label={t('dial.suggestions')} items={list} active={combobox.active} optionId={combobox.optionId} onPoint={combobox.point} onChoose={call} />
        </div>
      ) : null}
    </form>
  );
}
