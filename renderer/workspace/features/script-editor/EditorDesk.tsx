import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { systemClock } from '#shared/domain/clock.ts';
import { pointerOf, type ScriptFinding } from '#shared/domain/script/finding.ts';
import { findingsOf } from '#shared/domain/script/parse.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { DraftKeeper } from '../../app/draft-keeper.ts';
import { useServices, type Services } from '../../app/services.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { EditorHead } from './EditorHead.tsx';
import { GraphView } from './GraphView.tsx';
import { MergePanel } from './MergePanel.tsx';
import { marksOf, Outline } from './Outline.tsx';
import { withNewStep } from './script-edits.ts';
import type { ScriptBase } from './script-files.ts';
import { SidePane, type PaneName } from './SidePane.tsx';
import { useDocument } from './use-document.ts';
import { useOwnUndo } from './use-own-undo.ts';
import { useSave } from './use-save.ts';
import styles from './Editor.module.css';

interface EditorDeskProps {
  readonly scriptId: string;
  readonly initialBase: ScriptBase | null;
  readonly initial: Script;
  readonly backLabel: string;
  readonly onShelf: () => void;
  readonly onClose: () => void;
}

/** One script in hand: its steps, its picture, and beside them the step that is being written. */
export function EditorDesk({ scriptId, initialBase, initial, backLabel, onShelf, onClose }: EditorDeskProps) {
  const { t } = useTexts();
  const { store } = useServices();
  const written = useDocument(initial);
  const { script } = written;
  const [base, setBase] = useState(initialBase);
  const [chosen, setChosen] = useState<string | null>(initial.start);
  const [comment, setComment] = useState('');
  const [pane, setPane] = useState<PaneName>('step');
  const [target, setTarget] = useState<string | null>(null);
  const [kept, setKept] = useState<Kept>({ savedAt: null, failed: false });
  const [keeper] = useState(() => keeperOf(store, scriptId, setKept));
  const saving = useSave(scriptId, {
    onSaved(saved, merged) {
      setBase(saved);
      setComment('');
      if (merged) written.replace(saved.definition);
    },
  });
  // Typing is never held up by what is found in what was typed.
  const settled = useDeferredValue(script);
  const findings = useMemo(() => findingsOf(settled), [settled]);
  const isChanged = base === null || base.definition !== script;

  useEffect(() => {
    if (isChanged) keeper.keep(base, script);
    else keeper.forget();
  }, [keeper, base, script, isChanged]);
  useEffect(() => () => keeper.flush(), [keeper]);
  useEffect(() => {
    if (target !== null) focusOn(target);
  }, [target]);

  const save = (): void => void saving.save(base, script, comment);
  const choose = (key: string | null): void => {
    setChosen(key);
    setTarget(null);
    if (pane !== 'try') setPane('step');
  };
  function go({ path }: ScriptFinding): void {
    const [first, index] = path;
    setChosen(first === 'steps' && typeof index === 'number' ? (script.steps[index]?.key ?? null) : null);
    setPane('step');
    // The same place may be gone to twice.
    setTarget(null);
    queueMicrotask(() => setTarget(pointerOf(path)));
  }
  function addStep(): void {
    const added = withNewStep(script, chosen ?? script.start, { title: t('scriptEditor.newStep'), onwards: t('scriptEditor.onwards') });
    written.change(() => added.script);
    choose(added.key);
  }
  const ownUndo = useOwnUndo();
  // Also where there is nothing (more) to undo: a field's own memory knows nothing of the document.
  useShortcut('Ctrl+z', written.undo, !ownUndo.isInside);
  useShortcut('Ctrl+Shift+z', written.redo, !ownUndo.isInside);
  useShortcut('Ctrl+s', save);

  const marks = useMemo(() => marksOf(findings), [findings]);
  const { theirs } = saving;
  return (
    <div className={styles.desk} {...ownUndo.watch}>
      <EditorHead script={script} written={written} base={base} isChanged={isChanged} isSaving={saving.isSaving} kept={kept} onSave={save} onShelf={onShelf} onClose={onClose} backLabel={backLabel} />
      {theirs === null ? (
        <div className={styles.columns}>
          <div className={styles.steps}>
            <Outline script={script} marks={marks} chosen={chosen} onChoose={choose} />
            <Button size="small" onPress={addStep}>
              {t('scriptEditor.addStep')}
            </Button>
          </div>
          <GraphView script={script} marks={marks} chosen={chosen} onChoose={choose} />
          <SidePane scriptId={scriptId} written={written} findings={findings} chosen={chosen} pane={pane} target={target} isNew={base === null} comment={comment} onComment={setComment} onPane={setPane} onGo={go} onChoose={choose} />
        </div>
      ) : (
        <MergePanel
          base={base?.definition ?? theirs.definition}
          mine={script}
          theirs={theirs.definition}
          author={theirs.author.name ?? t('scriptEditor.outside')}
          onMerged={(merged) => {
            written.replace(merged);
            setBase({ number: theirs.number, definition: theirs.definition });
            saving.settle();
            void saving.save({ number: theirs.number, definition: theirs.definition }, merged, comment);
          }}
        />
      )}
    </div>
  );
}

interface Kept {
  readonly savedAt: string | null;
  readonly failed: boolean;
}

function keeperOf(store: Services['store'], scriptId: string, onKept: (kept: Kept) => void): DraftKeeper {
  return new DraftKeeper({
    write: async (base, content) => await store.call('scriptDraft.write', { scriptId, base, content }),
    forget: async () => await store.call('scriptDraft.forget', { scriptId }),
    clock: systemClock,
    onKept: (savedAt, failed) => onKept({ savedAt, failed }),
  });
}

/** Goes to the field of a place or, where it has none, to the nearest around it. */
function focusOn(pointer: string): void {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const [field] = document.getElementsByName(place);
    if (field === undefined) continue;
    field.scrollIntoView({ block: 'center' });
    field.focus();
    return;
  }
}
