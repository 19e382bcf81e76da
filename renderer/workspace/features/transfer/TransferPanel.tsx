import { useEffect, useId, useRef, useState } from 'react';
import type { Call } from '#shared/domain/call.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useOnce } from '../../app/use-once.ts';
import { useServices } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { prose } from '../entry/prose.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { SuggestionList } from '../dial/SuggestionList.tsx';
import type { Suggestion } from '../dial/suggestion.ts';
import { useCombobox } from '../dial/use-combobox.ts';
import { useSuggestions } from '../dial/use-suggestions.ts';
import { longestNote, useHandOver } from './use-hand-over.ts';
import styles from './TransferPanel.module.css';

interface TransferPanelProps {
  /** In conversation: it is transferred. Ringing: it is sent on. */
  readonly call: Call;
  readonly file: InteractionFile | null;
  readonly who: string;
  /** Closing does nothing else: whoever is on the line stays there. */
  readonly onClose: () => void;
}

/**
 * Who takes over, and how: two ways that look, are called and are keyed differently. Enter takes the one that can be taken
 * back. Nothing happens by opening, choosing, closing or leaving.
 */
export function TransferPanel({ call, file, who, onClose }: TransferPanelProps) {
  const { t } = useTexts();
  const { main } = useServices();
  const { busy, once } = useOnce();
  const titleId = useId();
  const frame = useRef<HTMLElement>(null);
  const [text, setText] = useState('');
  const { note, write } = useHandOver(file);
  const { list, ready, pending } = useSuggestions(text, { recent: false });
  const ringing = call.state === 'ringing';
  const combobox = useCombobox({ items: list, isOpen: true, ready, onEnter: ringing ? deflect : consult, onEscape: onClose });
  const chosen = combobox.active;
  useShortcut('Alt+Enter', () => chosen !== null && blind(chosen), chosen !== null && !ringing);

  // Whoever had the cursor gets it back.
  useEffect(() => {
    const before = document.activeElement;
    const panel = frame.current;
    panel?.querySelector('input')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected && (document.activeElement === document.body || panel?.contains(document.activeElement) === true)) before.focus();
    };
  }, []);

  function run(action: () => Promise<unknown>): void {
    void once(action).then((done) => {
      if (done) onClose();
    });
  }

  function consult({ target }: Suggestion): void {
    run(() => main.call('transfer.consult', { callId: call.id, target }));
  }

  function blind({ target }: Suggestion): void {
    run(() => main.call('transfer.blind', { callId: call.id, target, note: note.trim() }));
  }

  function deflect({ target }: Suggestion): void {
    run(() => main.call('call.deflect', { callId: call.id, target }));
  }

  return (
    <section
      ref={frame}
      className={styles.panel}
      role="dialog"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles.header}>
        <h3 id={titleId} className={styles.title}>
          {ringing ? t('transfer.deflectTitle', { who }) : t('transfer.title', { who })}
        </h3>
        <Button size="small" keys="Escape" onPress={onClose}>
          {t('action.dismiss')}
        </Button>
      </header>
      <Field
        type="text"
        label={t('transfer.to')}
        placeholder={t('transfer.toHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={256}
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...combobox.inputProps}
      />
      <div className={styles.list}>
        <SuggestionList id={combobox.listId} label={t('transfer.found')} items={list} active={chosen} optionId={combobox.optionId} onPoint={combobox.point} />
        {list.length === 0 && !pending ? <p className={styles.empty}>{t('transfer.nobody')}</p> : null}
      </div>
      {ringing ? null : (
        <Field as="textarea" className={styles.note} label={t('transfer.note')} placeholder={t('transfer.noteHint')} maxLength={longestNote} {...prose} value={note} onChange={(event) => write(event.target.value)} />
      )}
      <p className={styles.chosen} role="status">
        {chosen === null ? t('transfer.choose') : t('transfer.chosen', { name: chosen.name })}
      </p>
      {ringing ? (
        <Button tone="primary" isDisabled={chosen === null || busy} onPress={() => chosen !== null && deflect(chosen)}>
          {t('transfer.deflect')}
        </Button>
      ) : (
        <div className={styles.ways}>
          <Button size="way" keys="Alt+Enter" hint={t('transfer.blindHelp')} isDisabled={chosen === null || busy} onPress={() => chosen !== null && blind(chosen)}>
            {t('transfer.blind')}
          </Button>
          <Button tone="primary" size="way" keys="Enter" hint={t('transfer.consultHelp')} isDisabled={chosen === null || busy} onPress={() => chosen !== null && consult(chosen)}>
            {t('transfer.consult')}
          </Button>
        </div>
      )}
    </section>
  );
}
