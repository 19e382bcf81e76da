import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ObjectionChoice } from './ObjectionChoice.tsx';
import { QueueChoice } from './QueueChoice.tsx';
import { queueScripts, scriptKeys, scriptVersions } from './script-queries.ts';
import styles from './Editor.module.css';

interface QueuesProps {
  readonly scriptId: string;
  readonly script: Script;
}

/** What is being decided about a queue. */
type Decision = { readonly queueId: string; readonly about: 'script' | 'objections' };
type Former = NonNullable<QueueScript['script']>;

/** Which queues use this script, what the others use, and from when that changes; and how many counter-arguments their calls may have. */
export function Queues({ scriptId, script }: QueuesProps) {
  const { t } = useTexts();
  const services = useServices();
  const { main, queries } = services;
  const report = useReport();
  const queues = useQuery(queueScripts(services));
  const versions = useQuery(scriptVersions(services, scriptId));
  const [choosing, setChoosing] = useState<Decision | null>(null);
  const [isBusy, setBusy] = useState(false);
  // What a queue used before it was changed here: one press goes back to it.
  const [formers, setFormers] = useState<ReadonlyMap<string, Former>>(new Map());

  async function choose({ queueId, version, plan, script: former }: QueueScript, next: { readonly scriptId: string | null; readonly from: number | null }): Promise<void> {
    await decide(async () => {
      const chosen = await main.call('scripts.chooseForQueue', { queueId, ...next, seen: { version, planId: plan?.id ?? null } });
      if (former !== null && chosen.script?.id !== former.id) setFormers((all) => new Map(all).set(queueId, former));
    });
  }

  async function decide(tell: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    await report(async () => {
      await tell();
      setChoosing(null);
    });
    // Also where it was refused: what a colleague chose stands here then.
    await queries.invalidateQueries({ queryKey: scriptKeys.all });
    setBusy(false);
  }
  const error = queues.error ?? versions.error;
  if (error !== null) return <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>;
  return (
    <div className={styles.preview}>
      <p className={styles.muted}>{t('scriptEditor.queues.intro')}</p>
      <ul className={styles.versions} aria-label={t('scriptEditor.pane.queues')}>
        {(queues.data ?? []).map((queue) => (
          <li key={queue.queueId}>
            <QueueHead queue={queue} scriptId={scriptId} />
            {choosing?.queueId !== queue.queueId ? null : choosing.about === 'objections' ? (
              <ObjectionChoice queue={queue} isBusy={isBusy} onCancel={() => setChoosing(null)} onChoose={(budget) => void decide(() => main.call('scripts.setObjections', { queueId: queue.queueId, budget, seen: { version: queue.version } }))} />
            ) : (
              <QueueChoice queue={queue} script={script} versions={versions.data ?? []} isBusy={isBusy} onCancel={() => setChoosing(null)} onChoose={(from) => void choose(queue, { scriptId, from })} />
            )}
            {!queue.mayChange ? (
              <p className={styles.muted}>{t('scriptEditor.queues.notYours')}</p>
            ) : choosing?.queueId === queue.queueId ? null : (
              <QueueTools queue={queue} scriptId={scriptId} former={formers.get(queue.queueId) ?? null} isBusy={isBusy} onDecide={(about) => setChoosing({ queueId: queue.queueId, about })} onBack={(next) => void choose(queue, { scriptId: next, from: null })} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function QueueHead({ queue: { name, script, plan, operators, objectionBudget }, scriptId }: { readonly queue: QueueScript; readonly scriptId: string }) {
  const { t, language } = useTexts();
  return (
    <>
      <div className={styles.versionHead}>
        <strong>{name}</strong>
        {script?.id === scriptId ? (
          <span className={styles.state} data-state="live">
            {t('scriptEditor.queues.usesThis')}
          </span>
        ) : null}
        <span className={styles.muted}>{t('scriptEditor.queues.operators', { count: operators })}</span>
      </div>
      {script?.id === scriptId ? null : <p className={styles.muted}>{script === null ? t('scriptEditor.queues.usesNone') : t('scriptEditor.queues.usesOther', { title: script.title })}</p>}
      {plan === null ? null : (
        <p>
          {plan.from === null ? t('scriptEditor.queues.plannedOpen', plan) : t('scriptEditor.queues.planned', { ...plan, when: dayAndTime(language, plan.from) })}
          {plan.by === null ? null : <span className={styles.muted}> ({t('scriptEditor.queues.plannedBy', { who: plan.by })})</span>}
        </p>
      )}
      {objectionBudget === undefined ? null : <p className={styles.muted}>{objectionBudget === null ? t('scriptEditor.queues.objectionsOfScript') : objectionBudget === 0 ? t('scriptEditor.queues.objectionsZero') : t('scriptEditor.queues.objections', { budget: objectionBudget })}</p>}
    </>
  );
}

interface QueueToolsProps {
  readonly queue: QueueScript;
  readonly scriptId: string;
  readonly former: Former | null;
  readonly isBusy: boolean;
  readonly onDecide: (about: Decision['about']) => void;
  /** Back to another script, or to no plan, at once. */
  readonly onBack: (scriptId: string | null) => void;
}

function QueueTools({ queue: { name, script, plan, objectionBudget }, scriptId, former, isBusy, onDecide, onBack }: QueueToolsProps) {
  const { t } = useTexts();
  const usesThis = script?.id === scriptId;
  return (
    <div className={styles.buttons}>
      {usesThis || plan?.scriptId === scriptId ? null : (
        <Button size="small" isDisabled={isBusy} aria-label={t('scriptEditor.queues.useIn', { queue: name })} onPress={() => onDecide('script')}>
          {t('scriptEditor.queues.use')}
        </Button>
      )}
      {plan === null ? null : (
        <Button size="small" isDisabled={isBusy} aria-label={t('scriptEditor.queues.withdrawIn', { queue: name })} onPress={() => onBack(script?.id ?? null)}>
          {t('scriptEditor.queues.withdraw')}
        </Button>
      )}
      {usesThis && former !== null && former.id !== scriptId ? (
        <Button size="small" isDisabled={isBusy} onPress={() => onBack(former.id)}>
          {t('scriptEditor.queues.back', { title: former.title })}
        </Button>
      ) : null}
      {objectionBudget === undefined ? null : (
        <Button size="small" isDisabled={isBusy} aria-label={t('scriptEditor.queues.setObjectionsIn', { queue: name })} onPress={() => onDecide('objections')}>
          {t('scriptEditor.queues.setObjections')}
        </Button>
      )}
    </div>
  );
}
