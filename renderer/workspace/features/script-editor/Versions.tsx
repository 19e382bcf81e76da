import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScriptVersion } from '#shared/contract/scripts.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Difference } from './Difference.tsx';
import { scriptKeys, scriptVersion, scriptVersions } from './script-queries.ts';
import styles from './Editor.module.css';

interface VersionsProps {
  readonly scriptId: string;
  readonly script: Script;
  /** Takes the words of a version over into what is being written. */
  readonly onTake: (words: Script) => void;
}

/** What became of the script: who wrote what, who read it before it went live, and what differs from what is being written. */
export function Versions({ scriptId, script, onTake }: VersionsProps) {
  const { t } = useTexts();
  const services = useServices();
  const { data, error } = useQuery(scriptVersions(services, scriptId));
  const [shown, setShown] = useState<number | null>(null);
  if (error !== null) return <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>;
  return (
    <ul className={styles.versions} aria-label={t('scriptEditor.versions')}>
      {(data ?? []).map((version) => (
        <li key={version.number}>
          <VersionHead version={version} />
          <VersionTools version={version} isShown={shown === version.number} onShow={() => setShown(shown === version.number ? null : version.number)} />
          {shown === version.number ? <Compared version={version} script={script} onTake={onTake} /> : null}
        </li>
      ))}
    </ul>
  );
}

function VersionHead({ version: { number, state, author, review, comment, liveFrom, restores } }: { readonly version: ScriptVersion }) {
  const { t, language } = useTexts();
  return (
    <>
      <div className={styles.versionHead}>
        <strong>{t('scriptEditor.version', { number })}</strong>
        <span className={styles.state} data-state={state}>
          {t(`scriptEditor.state.${state}`)}
        </span>
        {liveFrom === null ? null : <span className={styles.muted}>{t('scriptEditor.from', { when: dayAndTime(language, liveFrom) })}</span>}
      </div>
      <p className={styles.muted}>
        {t('scriptEditor.written', { who: author.name ?? t('scriptEditor.outside'), when: dayAndTime(language, author.at) })}
        {review === null ? '' : ` ${t('scriptEditor.read', { who: review.name ?? '–', when: dayAndTime(language, review.at) })}`}
        {restores === null ? '' : ` ${t('scriptEditor.restores', { number: restores })}`}
      </p>
      {comment === '' ? null : <p>{comment}</p>}
    </>
  );
}

interface VersionToolsProps {
  readonly version: ScriptVersion;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

/** What can be done with a version now, by whoever sits here. */
function VersionTools({ version, isShown, onShow }: VersionToolsProps) {
  const { t } = useTexts();
  const { main, queries } = useServices();
  const report = useReport();
  const me = useSnapshot(({ session }) => (session.state === 'signed-in' ? session.agent.id : null));
  const [from, setFrom] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { scriptId, number, state } = version;
  const which = { scriptId, number };

  async function act(step: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    await report(step);
    await queries.invalidateQueries({ queryKey: scriptKeys.all });
    setBusy(false);
  }
  const button = (label: string, step: () => Promise<unknown>, tone: 'plain' | 'primary' = 'plain') => (
    <Button size="small" tone={tone} isDisabled={isBusy} onPress={() => void act(step)}>
      {label}
    </Button>
  );
  return (
    <div className={styles.buttons}>
      <Button size="small" isOn={isShown} aria-expanded={isShown} onPress={onShow}>
        {t('scriptEditor.compare')}
      </Button>
      {state === 'draft' && version.author.agentId !== me ? button(t('scriptEditor.review'), () => main.call('scripts.review', { ...which, comment: '' }), 'primary') : null}
      {state === 'draft' && version.author.agentId === me ? <span className={styles.muted}>{t('scriptEditor.awaitsReview')}</span> : null}
      {state === 'reviewed' ? button(t('scriptEditor.publishNow'), () => main.call('scripts.publish', { ...which, from: null }), 'primary') : null}
      {state === 'reviewed' ? (
        <span className={styles.later}>
          <Field label={t('scriptEditor.publishAt')} type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
          {from === '' ? null : button(t('scriptEditor.publishLater'), () => main.call('scripts.publish', { ...which, from: new Date(from).toISOString() }))}
        </span>
      ) : null}
      {state === 'scheduled' ? button(t('scriptEditor.withdraw'), () => main.call('scripts.withdraw', which)) : null}
      {state === 'former' ? button(t('scriptEditor.restore'), () => main.call('scripts.restore', { ...which, comment: '' })) : null}
    </div>
  );
}

function Compared({ version: { scriptId, number }, script, onTake }: { readonly version: ScriptVersion; readonly script: Script; readonly onTake: (words: Script) => void }) {
  const { t } = useTexts();
  const services = useServices();
  const { data, error } = useQuery(scriptVersion(services, scriptId, number));
  if (error !== null) return <Notice tone="error">{t(`errors.${asBalieError(error).code}`)}</Notice>;
  if (data === undefined) return null;
  return (
    <>
      <p className={styles.muted}>{t('scriptEditor.comparedWith', { number })}</p>
      <Difference before={data.definition} after={script} />
      <div className={styles.buttons}>
        <Button size="small" onPress={() => onTake(data.definition)}>
          {t('scriptEditor.take')}
        </Button>
      </div>
    </>
  );
}
