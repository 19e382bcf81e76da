import { useState } from 'react';
import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import type { ScriptVersion } from '#shared/contract/scripts.ts';
import { spokenLanguages } from '#shared/domain/script/audience.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Editor.module.css';
import { QueueForm } from './QueueForm.tsx';

interface QueueChoiceProps {
  readonly queue: QueueScript;
  readonly script: Script;
  /** The newest first. */
  readonly versions: readonly ScriptVersion[];
  readonly isBusy: boolean;
  /** @param from the version with which it begins; null: at once. */
  readonly onChoose: (from: number | null) => void;
  readonly onCancel: () => void;
}

/** Says what changes for the operators of a queue, and from when, before it does. */
export function QueueChoice({ queue, script, versions, isBusy, onChoose, onCancel }: QueueChoiceProps) {
  const { t, language } = useTexts();
  const moments = momentsOf(versions);
  const [chosen, setChosen] = useState(0);
  const { name, script: former, operators } = queue;
  const live = versions.find(({ state }) => state === 'live');
  const title = live?.title ?? script.title;
  const wordsOf = ({ state, number, liveFrom }: ScriptVersion): string => {
    if (state === 'live') return t('scriptEditor.queues.fromNow', { number });
    return state === 'scheduled' && liveFrom !== null ? t('scriptEditor.queues.fromThen', { number, when: dayAndTime(language, liveFrom) }) : t('scriptEditor.queues.fromLater', { number });
  };
  return (
    <QueueForm
      label={t('scriptEditor.queues.useIn', { queue: name })}
      question={t('scriptEditor.queues.from')}
      choices={moments.map((moment, value) => ({ value, words: wordsOf(moment) }))}
      chosen={chosen}
      first={0}
      isBusy={isBusy}
      onChange={setChosen}
      onConfirm={() => {
        const moment = moments[chosen];
        if (moment !== undefined) onChoose(moment.state === 'live' ? null : moment.number);
      }}
      onCancel={onCancel}
    >
      <p>{former === null ? t('scriptEditor.queues.begins', { queue: name, title }) : t('scriptEditor.queues.replaces', { queue: name, title, former: former.title })}</p>
      <p className={styles.muted}>{t('scriptEditor.queues.whom', { count: operators })}</p>
      {spokenLanguages(script).includes(queue.language) ? null : <Notice tone="warn">{t('scriptEditor.queues.otherLanguage', { language: t(`language.${queue.language}`) })}</Notice>}
    </QueueForm>
  );
}

/** When it can begin: at once where a version is live, with each that has its moment, and with the newest that has not. */
function momentsOf(versions: readonly ScriptVersion[]): readonly ScriptVersion[] {
  const live = versions.filter(({ state }) => state === 'live');
  const planned = versions.filter(({ state }) => state === 'scheduled');
  const open = versions.find(({ state }) => state === 'draft' || state === 'reviewed');
  const newest = live[0]?.number ?? 0;
  return [...live, ...planned, ...(open === undefined || open.number < newest ? [] : [open])];
}
