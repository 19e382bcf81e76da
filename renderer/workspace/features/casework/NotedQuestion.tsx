import { useState } from 'react';
import type { Question } from '#shared/domain/casework/entities.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { Services } from '../../app/services.ts';
import { draftOr, useDraft } from '../../app/use-draft.ts';
import { useNow } from '../../app/use-now.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { prose } from '../entry/prose.ts';
import { usualDue } from './due-input.ts';
import styles from './Casework.module.css';

export type QuestionWrite = (action: (store: Services['store']) => Promise<Question[]>) => Promise<boolean>;

interface NotedQuestionProps {
  readonly question: Question;
  readonly file: InteractionFile;
  readonly busy: boolean;
  readonly write: QuestionWrite;
}

const minuteMs = 60_000;

/** A question: answered with its answer, somebody's, or open; then one press gives it an owner and a day. */
export function NotedQuestion({ question, file, busy, write }: NotedQuestionProps) {
  const { t, language } = useTexts();
  const dueAt = usualDue(useNow(minuteMs));
  const { id, state, text } = question;
  const { values, record } = useDraft(file, 'question');
  const [isAnswering, setAnswering] = useState(false);
  const field = `question.${id}`;
  const answer = draftOr(values, field, '');
  const close = (): void => {
    setAnswering(false);
    if (answer !== '') record({ [field]: '' });
  };
  const isLinked = file.customer !== null;
  const assign = (mine: boolean): void => void write((store) => store.call('question.assign', { id, dueAt, priority: 'normal', procedureId: null, mine }));
  const settle = (to: 'open' | 'answered' | 'dropped', said = ''): void => void write((store) => store.call('question.settle', { id, state: to, answer: said })).then((done) => done && close());
  return (
    <li className={styles.question} data-open={state === 'open'}>
      <span data-selectable="true">
        {text}
        {state === 'answered' ? <span className={styles.muted}> {t('question.answered', { answer: question.answer })}</span> : null}
        {state === 'assigned' ? <span className={styles.muted}> {t('question.assigned')}</span> : null}
      </span>
      {state !== 'open' ? null : isAnswering || answer !== '' ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (answer.trim() !== '') settle('answered', answer);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <Field autoFocus={isAnswering} label={t('question.answer')} maxLength={1000} autoComplete="off" {...prose} value={answer} onChange={(event) => record({ [field]: event.target.value })} />
          <span className={styles.tools}>
            <Button size="small" type="submit" isDisabled={busy || answer.trim() === ''}>
              {t('question.tick')}
            </Button>
            <Button size="small" onPress={close}>
              {t('action.cancel')}
            </Button>
          </span>
        </form>
      ) : (
        <>
          <span className={styles.tools}>
            <Button size="small" isDisabled={busy || !isLinked} onPress={() => assign(true)}>
              {t('question.mine')}
            </Button>
            <Button size="small" isDisabled={busy || !isLinked} onPress={() => assign(false)}>
              {t('question.queue')}
            </Button>
            <Button size="small" isDisabled={busy} onPress={() => setAnswering(true)}>
              {t('question.answerNow')}
            </Button>
            <Button size="small" tone="quiet" isDisabled={busy} onPress={() => settle('dropped')}>
              {t('question.drop')}
            </Button>
          </span>
          <span className={styles.muted}>{isLinked ? t('question.by', { when: dayAndTime(language, dueAt) }) : t('question.linkFirst')}</span>
        </>
      )}
    </li>
  );
}
