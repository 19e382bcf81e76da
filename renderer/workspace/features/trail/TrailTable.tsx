import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { IdentityCheck } from '#shared/domain/identity/entities.ts';
import type { TrailNames } from '#shared/domain/identity/trail.ts';
import { useServices } from '../../app/services.ts';
import { dayAndTime, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Mark } from '../../ui/Mark.tsx';
import { walkList } from '../../ui/walk-list.ts';
import { TrailConversation } from './TrailConversation.tsx';
import { trailNames } from './trail-queries.ts';
import styles from './Trail.module.css';

interface TrailTableProps {
  /** The newest first. */
  readonly lines: readonly IdentityCheck[];
  readonly isBusy: boolean;
  readonly onCustomer: ((customerId: string) => void) | undefined;
}

const nobody: TrailNames = { customers: {}, agents: {}, queues: {} };
const marks = { passed: { sign: '✓', tone: 'good' }, wrong: { sign: '✗', tone: 'bad' }, carried: { sign: '→' }, 'gave-up': { sign: '–' }, registered: { sign: '+' } } as const;

/** Line under line; the one that is opened shows its conversation below it. Arrow keys walk. */
export function TrailTable({ lines, isBusy, onCustomer }: TrailTableProps) {
  const { t, language } = useTexts();
  const services = useServices();
  const [opened, setOpened] = useState<string | null>(null);
  const { data: names = nobody } = useQuery(trailNames(services, lines));
  const nameOf = (of: keyof TrailNames, id: string | null): string => (id === null ? '' : plain(names[of][id] ?? t('trail.notHere')));
  const isOfOne = onCustomer === undefined;
  return (
    <div className={styles.frame} aria-busy={isBusy}>
      <table aria-label={t('trail.title')}>
        <thead>
          <tr>
            <th scope="col">{t('trail.when')}</th>
            <th scope="col">{t('trail.who')}</th>
            {isOfOne ? null : <th scope="col">{t('trail.customer')}</th>}
            <th scope="col">{t('trail.check')}</th>
            <th scope="col">{t('trail.answer')}</th>
            {isOfOne ? null : <th scope="col">{t('figures.queue')}</th>}
          </tr>
        </thead>
        <tbody onKeyDown={walkList}>
          {lines.map((line) => (
            <Fragment key={line.id}>
              <tr data-line data-open={opened === line.id} onClick={() => setOpened(opened === line.id ? null : line.id)}>
                <th scope="row">
                  <button type="button" aria-expanded={opened === line.id} aria-label={t('trail.open', { when: dayAndTime(language, line.at) })}>
                    {dayAndTime(language, line.at)}
                  </button>
                </th>
                <td className={styles.name}>{nameOf('agents', line.agentId)}</td>
                {isOfOne ? null : (
                  <td>
                    <bdi>{nameOf('customers', line.customerId)}</bdi>
                  </td>
                )}
                <td>{line.check === null ? '' : t(`identity.check.${line.check}`)}</td>
                <td>
                  <Answer line={line} from={nameOf('agents', line.carried?.agentId ?? null)} />
                </td>
                {isOfOne ? null : <td className={styles.name}>{nameOf('queues', line.queueId)}</td>}
              </tr>
              {opened === line.id ? (
                <tr className={styles.opened}>
                  <td colSpan={isOfOne ? 4 : 6}>
                    <TrailConversation interactionId={line.interactionId} customerId={line.customerId} name={nameOf('customers', line.customerId)} onCustomer={onCustomer} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Right or wrong, what came along from a colleague, which way out was taken; and what may be seen since. */
function Answer({ line: { kind, way, carried, opened }, from }: { readonly line: IdentityCheck; readonly from: string }) {
  const { t } = useTexts();
  return (
    <>
      <Mark {...marks[kind]} />
      {carried === null ? t(`trail.kind.${kind}`) : t('trail.carriedFrom', { from, checks: carried.passed.map((check) => t(`identity.check.${check}`)).join(', ') })}
      {way === null ? '' : `: ${t(`identity.way.${way}`)}`}
      {opened.length === 0 ? null : <span className={styles.muted}> {t('trail.opens', { what: opened.map((each) => t(`identity.class.${each}`)).join(', ') })}</span>}
    </>
  );
}
