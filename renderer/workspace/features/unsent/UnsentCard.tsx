import { useId, useState } from 'react';
import type { UnsentWork } from '#shared/domain/unsent-work.ts';
import { dayAndTime, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConflictFields, type Choices } from './ConflictFields.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { workLabel } from './field-text.ts';
import { RefusedFields } from './RefusedFields.tsx';
import { useDecide } from './unsent-queries.ts';
import styles from './Unsent.module.css';

/** Refusals with words of their own. */
const codes = ['forbidden', 'not-found', 'invalid', 'reference-missing'] as const;

/** One piece of work: whose, what, why it is still here, and what can be done. */
export function UnsentCard({ work }: { readonly work: UnsentWork }) {
  const { t, language } = useTexts();
  const titleId = useId();
  const { busy, resolve, retry, discard } = useDecide();
  const [choices, setChoices] = useState<Choices>({});
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const [asking, setAsking] = useState(false);
  const conflict = work.state === 'conflict' && !work.removes;
  const what = workLabel(t, work.entity);
  const code = codes.find((candidate) => candidate === work.code);
  const why = work.state === 'conflict' ? t(work.removes ? 'unsent.why.removed' : 'unsent.why.conflict') : work.state === 'stuck' ? t('unsent.why.stuck', { count: work.attempts }) : code === undefined ? t('unsent.why.rejected') : t(`unsent.code.${code}`);
  const chooseAll = (choice: 'mine' | 'theirs'): void => setChoices(Object.fromEntries(work.fields.map(({ field }) => [field, choice])));
  const decided = work.fields.every(({ field }) => field in choices);

  function decideDiscard(confirmed: boolean): void {
    setAsking(false);
    if (confirmed) void discard(work.id);
  }

  return (
    <li className={styles.card} data-line data-state={work.state} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 className={styles.title} id={titleId}>
          {what}
          {work.customer === null || work.customer.name === '' ? null : (
            <>
              {' · '}
              <bdi>{plain(work.customer.name)}</bdi>
            </>
          )}
        </h2>
        <span className={styles.muted}>{t(work.removes ? 'unsent.removed' : work.creates ? 'unsent.created' : 'unsent.changed', { at: dayAndTime(language, work.at) })}</span>
      </header>
      <p className={styles.why}>{why}</p>
      {work.dependants === 0 ? null : <p className={styles.muted}>{t('unsent.dependants', { count: work.dependants })}</p>}
      {conflict ? (
        <ConflictFields fields={work.fields} choices={choices} onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })} />
      ) : (
        <RefusedFields fields={work.fields} changes={changes} onChange={(field, value) => setChanges({ ...changes, [field]: value })} />
      )}
      <div className={styles.actions}>
        {conflict ? (
          <>
            <Button tone="primary" isDisabled={busy || !decided} onPress={() => void resolve(work.id, { ...choices })}>
              {t('unsent.resolve')}
            </Button>
            <Button isDisabled={busy} onPress={() => chooseAll('mine')}>
              {t('unsent.allMine')}
            </Button>
            <Button isDisabled={busy} onPress={() => chooseAll('theirs')}>
              {t('unsent.allTheirs')}
            </Button>
          </>
        ) : (
          <Button tone="primary" isDisabled={busy} onPress={() => void retry(work.id, { ...changes })}>
            {t(work.removes ? 'unsent.removeAgain' : 'unsent.retry')}
          </Button>
        )}
        <span className={styles.space} />
        <Button tone="quiet" isDisabled={busy} onPress={() => setAsking(true)}>
          {t('unsent.discard')}
        </Button>
      </div>
      <DiscardDialog isOpen={asking} dependants={work.dependants} onDecide={decideDiscard} />
    </li>
  );
}
