import { useEffect, useRef, useState } from 'react';
import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import type { ScriptVersion } from '#shared/contract/scripts.ts';
import { spokenLanguages } from '#shared/domain/script/audience.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Editor.module.css';

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
  const first = useRef<HTMLInputElement>(null);
  // Whoever asks for it has pressed a button: the first of the choices is where they go on.
  useEffect(() => first.current?.focus(), []);
  const wordsOf = ({ state, number, liveFrom }: ScriptVersion): string => {
    if (state === 'live') return t('scriptEditor.queues.fromNow', { number });
    return state === 'scheduled' && liveFrom !== null ? t('scriptEditor.queues.fromThen', { number, when: dayAndTime(language, liveFrom) }) : t('scriptEditor.queues.fromLater', { number });
  };
  return (
    <form
      className={styles.choice}
      aria-label={t('scriptEditor.queues.useIn', { queue: name })}
      onSubmit={(event) => {
        event.preventDefault();
        const moment = moments[chosen];
        if (moment !== undefined) onChoose(moment.state === 'live' ? null : moment.number);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <fieldset className={styles.moments}>
        <legend>{t('scriptEditor.queues.from')}</legend>
        {moments.map((moment, index) => (
          <label key={moment.number}>
            <input ref={index === 0 ? first : undefined} type="radio" name="from" checked={chosen === index} onChange={() => setChosen(index)} /> {wordsOf(moment)}
          </label>
        ))}
      </fieldset>
      <p>{former === null ? t('scriptEditor.queues.begins', { queue: name, title }) : t('scriptEditor.queues.replaces', { queue: name, title, former: former.title })}</p>
      <p className={styles.muted}>{t('scriptEditor.queues.whom', { count: operators })}</p>
      {spokenLanguages(script).includes(queue.language) ? null : <Notice tone="warn">{t('scriptEditor.queues.otherLanguage', { language: t(`language.${queue.language}`) })}</Notice>}
      <span className={styles.buttons}>
        <Button size="small" type="submit" tone="primary" isDisabled={isBusy}>
          {t('scriptEditor.queues.confirm')}
        </Button>
        <Button size="small" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </form>
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
