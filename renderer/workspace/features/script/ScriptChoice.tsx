import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { InteractionFile, ScriptChoice as Choice } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepInteraction, scriptsOf } from '../../app/store-queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import { walkList } from '../../ui/walk-list.ts';
import styles from './ScriptChoice.module.css';

interface ScriptChoiceProps {
  readonly file: InteractionFile;
  readonly onDone: () => void;
}

const withKey = 9;

/** Another script for this conversation, while it rings too. The operator opened it, so the focus may go there; it goes back where it was. */
export function ScriptChoice({ file, onDone }: ScriptChoiceProps) {
  const { t } = useTexts();
  const { store, queries } = useServices();
  const report = useReport();
  const { id } = file.interaction;
  const { data: choices } = useQuery(scriptsOf(store, id));
  const list = useRef<HTMLUListElement>(null);
  const isRead = choices !== undefined;
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    if (isRead) list.current?.querySelector<HTMLElement>('button:not([aria-current="true"])')?.focus();
  }, [isRead]);

  async function choose(scriptId: string): Promise<void> {
    if (await report(async () => keepInteraction(queries, await store.call('interaction.chooseScript', { id, scriptId })))) onDone();
  }

  if (choices === undefined) return null;
  if (choices.length === 0) return <p className={styles.muted}>{t('script.chooseNone')}</p>;
  return (
    <ul
      ref={list}
      className={styles.choices}
      aria-label={t('script.choose')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        else walkList(event);
      }}
    >
      {choices.map((choice, index) => (
        <li key={choice.id} data-line="">
          <OneScript choice={choice} isCurrent={choice.id === file.script?.id} keys={index < withKey ? String(index + 1) : null} onChoose={() => void choose(choice.id)} />
        </li>
      ))}
    </ul>
  );
}

interface OneScriptProps {
  readonly choice: Choice;
  readonly isCurrent: boolean;
  readonly keys: string | null;
  readonly onChoose: () => void;
}

function OneScript({ choice, isCurrent, keys, onChoose }: OneScriptProps) {
  const { t } = useTexts();
  useShortcut(keys ?? '', onChoose, keys !== null);
  const ref = useKeyShortcuts<HTMLButtonElement>(keys ?? undefined);
  const detail = [t(`language.${choice.language}`), ...choice.queues, ...(isCurrent ? [t('script.chooseCurrent')] : [])];
  return (
    <Button ref={ref} className={styles.choice ?? ''} aria-current={isCurrent ? 'true' : undefined} onPress={onChoose}>
      <span className={styles.name}>{choice.title}</span>
      {keys === null ? null : <Kbd keys={keys} />}
      <span className={styles.muted}>{detail.join(' · ')}</span>
    </Button>
  );
}
