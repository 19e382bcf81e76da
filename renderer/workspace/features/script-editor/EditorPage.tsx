import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { dayAndTime } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { EditorDesk } from './EditorDesk.tsx';
import { emptyScript } from './script-edits.ts';
import { baseIn, scriptIn, type ScriptBase } from './script-files.ts';
import { scriptDrafts, scriptKeys, scriptList } from './script-queries.ts';
import styles from './Editor.module.css';

interface Opened {
  readonly scriptId: string;
  readonly base: ScriptBase | null;
  readonly written: Script;
}

/** Where team leads write the scripts of calls. Needs central; what was begun goes on without it. */
export function EditorPage({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useServices();
  const [opened, setOpened] = useState<Opened | null>(null);
  if (opened === null) return <Shelf onOpen={setOpened} onClose={onClose} />;
  const back = (): void => {
    setOpened(null);
    void queries.invalidateQueries({ queryKey: scriptKeys.all });
  };
  return <EditorDesk key={opened.scriptId} scriptId={opened.scriptId} initialBase={opened.base} initial={opened.written} onShelf={back} onClose={onClose} backLabel={t('scriptEditor.all')} />;
}

/** The scripts of the centre, and what is being written here. */
function Shelf({ onOpen, onClose }: { readonly onOpen: (opened: Opened) => void; readonly onClose: () => void }) {
  const { t, language } = useTexts();
  const services = useServices();
  const { main, store, notices } = services;
  const report = useReport();
  const scripts = useQuery(scriptList(services));
  const drafts = useQuery(scriptDrafts(services));
  const begun = new Map((drafts.data ?? []).map((draft) => [draft.scriptId, draft]));
  const onlyHere = (drafts.data ?? []).filter(({ scriptId }) => !(scripts.data ?? []).some(({ id }) => id === scriptId));

  async function open(scriptId: string, newest: number | null): Promise<void> {
    await report(async () => {
      const draft = await store.call('scriptDraft.read', { scriptId });
      const written = draft === null ? null : scriptIn(draft.content);
      if (written !== null) return onOpen({ scriptId, base: baseIn(draft?.base ?? null), written });
      if (newest === null) return notices.show({ kind: 'error', code: 'script.invalid' });
      const { number, definition } = await main.call('scripts.read', { scriptId, number: newest });
      onOpen({ scriptId, base: { number, definition }, written: definition });
    });
  }
  async function bringIn(): Promise<void> {
    await report(async () => {
      const file = await main.call('scripts.import', undefined);
      if (file === null) return;
      const written = scriptIn(file.text);
      if (written === null) return notices.show({ kind: 'error', code: 'script.no-script' });
      onOpen({ scriptId: newId(), base: null, written });
    });
  }
  return (
    <div className={styles.shelf}>
      <PageHead title={t('scriptEditor.title')} onClose={onClose}>
        <Button onPress={() => onOpen({ scriptId: newId(), base: null, written: emptyScript({ title: t('scriptEditor.newScript'), step: t('scriptEditor.firstStep'), onwards: t('scriptEditor.end') }) })}>{t('scriptEditor.new')}</Button>
        <Button onPress={() => void bringIn()}>{t('scriptEditor.import')}</Button>
      </PageHead>
      {scripts.error === null ? null : (
        <Notice tone="warn" title={t('scriptEditor.needsNetwork')} actions={<Button onPress={() => void scripts.refetch()}>{t('scriptEditor.again')}</Button>}>
          {t(`errors.${asBalieError(scripts.error).code}`)}
        </Notice>
      )}
      <ul className={styles.scripts} aria-label={t('scriptEditor.title')}>
        {(scripts.data ?? []).map(({ id, title, language: spoken, key, live, newest, state, changedAt }, index) => (
          <li key={id}>
            <button type="button" autoFocus={index === 0} onClick={() => void open(id, newest)}>
              <strong>{title}</strong>
              <span className={styles.muted}>
                {key} · {t(`language.${spoken}`)}
              </span>
              <span className={styles.muted}>
                {live === null ? t('scriptEditor.notLive') : t('scriptEditor.liveVersion', { number: live })}
                {newest === live ? '' : ` · ${t('scriptEditor.version', { number: newest })}: ${t(`scriptEditor.state.${state}`)}`} · {dayAndTime(language, changedAt)}
              </span>
              {begun.has(id) ? <span className={styles.tag}>{t('scriptEditor.begunHere')}</span> : null}
            </button>
          </li>
        ))}
        {onlyHere.map(({ scriptId, title, savedAt }) => (
          <li key={scriptId}>
            <button type="button" onClick={() => void open(scriptId, null)}>
              <strong>{title === '' ? t('scriptEditor.newScript') : title}</strong>
              <span className={styles.muted}>{dayAndTime(language, savedAt)}</span>
              <span className={styles.tag}>{t('scriptEditor.begunHere')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
