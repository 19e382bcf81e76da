import type { ScriptFinding } from '#shared/domain/script/finding.ts';
import { withStepKey } from '#shared/domain/script/rename.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { FindingList } from './FindingList.tsx';
import { Preview } from './Preview.tsx';
import { Queues } from './Queues.tsx';
import { SchemaForm } from './SchemaForm.tsx';
import { scriptFormat } from './schema.ts';
import { withoutStep } from './script-edits.ts';
import { StepForm } from './StepForm.tsx';
import { hasOwnUndo } from './use-own-undo.ts';
import type { ScriptDocumentInHand } from './use-document.ts';
import { useFormContext } from './use-form-context.tsx';
import { Versions } from './Versions.tsx';
import styles from './Editor.module.css';

const panes = ['step', 'findings', 'try', 'versions', 'queues'] as const;
export type PaneName = (typeof panes)[number];

interface SidePaneProps {
  readonly scriptId: string;
  readonly written: ScriptDocumentInHand;
  readonly findings: readonly ScriptFinding[];
  readonly chosen: string | null;
  readonly pane: PaneName;
  readonly target: string | null;
  readonly isNew: boolean;
  /** What is new in the version that is saved next. */
  readonly comment: string;
  readonly onComment: (comment: string) => void;
  readonly onPane: (pane: PaneName) => void;
  readonly onGo: (finding: ScriptFinding) => void;
  readonly onChoose: (key: string | null) => void;
}

/** Beside the picture: the step in hand, what was found, a call to try it, and what became of the script. */
export function SidePane(props: SidePaneProps) {
  const { t } = useTexts();
  const { scriptId, written, findings, chosen, pane, isNew, comment, onComment, onPane, onGo } = props;
  return (
    <section className={styles.pane} aria-label={t(`scriptEditor.pane.${pane}`)}>
      <div className={styles.paneNames}>
        {panes.map((name) => (
          <Button key={name} size="small" isOn={pane === name} aria-pressed={pane === name} onPress={() => onPane(name)}>
            {t(`scriptEditor.pane.${name}`)}
            {name === 'findings' && findings.length > 0 ? ` (${findings.length})` : ''}
          </Button>
        ))}
      </div>
      <div className={styles.paneBody} tabIndex={-1}>
        {pane === 'step' ? <Written {...props} /> : null}
        {pane === 'findings' ? <FindingList script={written.script} findings={findings} onGo={onGo} /> : null}
        {pane === 'try' ? <Preview script={written.script} chosen={chosen} /> : null}
        {pane !== 'queues' ? null : isNew ? <p className={styles.muted}>{t('scriptEditor.queues.notSaved')}</p> : <Queues scriptId={scriptId} script={written.script} />}
        {pane === 'versions' ? <Field {...hasOwnUndo} className={styles.comment} label={t('scriptEditor.comment')} value={comment} maxLength={500} onChange={(event) => onComment(event.target.value)} /> : null}
        {pane !== 'versions' ? null : isNew ? <p className={styles.muted}>{t('scriptEditor.noVersions')}</p> : <Versions scriptId={scriptId} script={written.script} onTake={(words) => written.change((now) => ({ ...words, version: now.version }))} />}
      </div>
    </section>
  );
}

const notInHead = ['$schema', 'version', 'steps'] as const;

function Written({ written, findings, chosen, target, isNew, onChoose }: SidePaneProps) {
  const { script, change } = written;
  const form = useFormContext(written, findings, target);
  const index = script.steps.findIndex(({ key }) => key === chosen);
  const step = script.steps[index];
  // Conversations name a script by its key.
  if (step === undefined) return <SchemaForm form={form} schema={scriptFormat} path={[]} value={script} without={isNew ? notInHead : [...notInHead, 'key']} />;
  return (
    <StepForm
      key={step.key}
      form={form}
      script={script}
      step={step}
      index={index}
      onRename={(key) => {
        change((now) => withStepKey(now, step.key, key));
        onChoose(key);
      }}
      onStart={() => change((now) => ({ ...now, start: step.key }))}
      onRemove={() => {
        change((now) => withoutStep(now, step.key));
        onChoose(script.steps[index === 0 ? 1 : index - 1]?.key ?? null);
      }}
    />
  );
}
