import { useRef } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepInteraction } from '../../app/store-queries.ts';
import { draftOr, useDraft } from '../../app/use-draft.ts';
import { useOnce } from '../../app/use-once.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { prose } from '../entry/prose.ts';
import { NotedQuestion, type QuestionWrite } from './NotedQuestion.tsx';
import styles from './Casework.module.css';

/** Questions of this conversation. One key, the words, Enter: then the keyboard is again where it was. */
export function QuestionBox({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const { store, queries, journal } = useServices();
  const { values, record } = useDraft(file, 'question');
  const { busy, once } = useOnce();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const isOpen = file.interaction.state !== 'closed';
  const text = draftOr(values, 'question', '');
  const { id: interactionId } = file.interaction;

  useShortcut(
    'F9',
    () => {
      const { activeElement } = document;
      if (activeElement !== input.current) before.current = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
      input.current?.focus();
    },
    isOpen,
  );
  usePointed((field) => {
    if (field !== 'question') return;
    const target = text.trim() === '' ? list.current?.querySelector<HTMLElement>('[data-open="true"] button') : input.current;
    (target ?? input.current)?.focus();
  });

  const write: QuestionWrite = (action) =>
    once(async () => {
      const questions = await action(store);
      const latest = queries.getQueryData<InteractionFile>(['interaction', 'id', interactionId]) ?? file;
      keepInteraction(queries, { ...latest, questions });
    });
  const back = (): void => {
    before.current?.focus();
    before.current = null;
  };
  async function note(): Promise<void> {
    if (text.trim() === '') return back();
    // The words are on disk before they are a row; should that fail they still stand in the field.
    const done = await write(async (to) => {
      await journal.flush(interactionId);
      return await to.call('question.note', { interactionId, text });
    });
    if (!done) return;
    record({ question: '' });
    back();
  }

  if (!isOpen && file.questions.length === 0) return null;
  return (
    <section className={styles.questions} aria-label={t('question.title')}>
      {isOpen ? (
        <Field
          ref={input}
          name="question"
          label={t('question.label')}
          labelAside={<Kbd keys="F9" />}
          placeholder={t('question.hint')}
          maxLength={500}
          autoComplete="off"
          {...prose}
          value={text}
          onChange={(event) => record({ question: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') back();
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            void note();
          }}
        />
      ) : null}
      <ul ref={list} className={styles.questions}>
        {file.questions.filter(({ state }) => state !== 'dropped').map((question) => (
          <NotedQuestion key={question.id} question={question} file={file} busy={busy || !isOpen} write={write} />
        ))}
      </ul>
    </section>
  );
}
