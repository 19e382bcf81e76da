import { useState } from 'react';
import { stepsOf } from '#shared/domain/casework/procedure.ts';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Case } from '#shared/domain/file-entities.ts';
import type { Services } from '../../app/services.ts';
import { localised } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { DueChip } from '../file/DueChip.tsx';
import { CaseNumber } from './CaseNumber.tsx';
import { useColleagues, useProcedures } from './casework-queries.ts';
import { ProcedureSteps } from './ProcedureSteps.tsx';
import { useSpokenCase } from './use-spoken-case.ts';
import styles from './Casework.module.css';

type Write = (action: (store: Services['store']) => Promise<CustomerFile>) => Promise<boolean>;

interface CaseCardProps {
  readonly file: CustomerFile;
  readonly row: Case;
  readonly busy: boolean;
  readonly write: Write;
  /** It was opened just now: all of it is shown. */
  readonly isNew?: boolean;
}

/** One case: what it is, where it stands in a line that can be said, what was done and what comes next. */
export function CaseCard({ file, row, busy, write, isNew = false }: CaseCardProps) {
  const { t, language } = useTexts();
  const procedures = useProcedures();
  const colleagues = useColleagues();
  const spoken = useSpokenCase(file, procedures);
  const [open, setOpen] = useState(isNew);
  const procedure = procedures.find(({ id }) => id === row.procedureId);
  const nameOf = (id: string): string | undefined => colleagues.find((colleague) => colleague.id === id)?.name;
  const change = (what: { state?: Case['state']; readBack?: boolean; mine?: boolean }): void => void write((store) => store.call('case.change', { id: row.id, ...what }));
  const isSolved = row.state === 'solved';
  const owner = row.ownerId === null ? (procedure?.owner === 'team-lead' ? t('procedure.owner.team-lead') : t('due.nobodys')) : nameOf(row.ownerId);
  const facts = procedure?.fields.filter(({ key }) => (row.collected[key] ?? '') !== '') ?? [];
  return (
    <li className={styles.card}>
      <div className={styles.line}>
        <span data-selectable="true">
          <strong>
            {t(`case.kind.${row.kind}`)} {row.caseNumber ?? t('case.numberPending')}
          </strong>{' '}
          {row.subject}
          {owner === undefined ? null : <span className={styles.muted}> · {owner}</span>}
        </span>
        <span className={styles.tools}>
          {isSolved ? <span className={styles.muted}>{t('case.state.solved')}</span> : row.dueAt === null ? null : <DueChip dueAt={row.dueAt} priority={row.priority} />}
          {isNew ? null : (
            <Button size="small" tone="quiet" aria-expanded={open} onPress={() => setOpen((shown) => !shown)}>
              {t(open ? 'case.less' : 'case.more')}
            </Button>
          )}
          {row.ownerId === null && !isSolved ? (
            <Button size="small" isDisabled={busy} onPress={() => change({ mine: true })}>
              {t('work.take')}
            </Button>
          ) : null}
          {isNew ? null : (
            <Button size="small" isDisabled={busy} onPress={() => change({ state: isSolved ? 'closed' : 'solved' })}>
              {t(isSolved ? 'case.close' : 'case.solve')}
            </Button>
          )}
        </span>
      </div>
      <p className={styles.spoken} lang={file.customer.language} data-selectable="true">
        “{spoken(row)}”
      </p>
      {open ? (
        <>
          <CaseNumber row={row} language={file.customer.language} isDisabled={busy} onReadBack={(readBack) => change({ readBack })} />
          {facts.length === 0 ? null : (
            <dl className={styles.facts} data-selectable="true">
              {facts.map(({ key, label }) => (
                <div key={key}>
                  <dt>{localised(label, language)}</dt>
                  <dd>{row.collected[key]}</dd>
                </div>
              ))}
            </dl>
          )}
          {row.description === '' ? null : <p data-selectable="true">{row.description}</p>}
        </>
      ) : null}
      {procedure === undefined || isSolved ? null : (
        <ProcedureSteps
          states={stepsOf(procedure, file.caseSteps.filter(({ caseId }) => caseId === row.id))}
          nameOf={nameOf}
          isDisabled={busy}
          onMark={(step, done) => void write((store) => store.call('case.step', { caseId: row.id, step, done }))}
        />
      )}
    </li>
  );
}
