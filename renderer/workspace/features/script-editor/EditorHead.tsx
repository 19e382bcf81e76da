import type { Script } from '#shared/domain/script/script.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { timeToSecond } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { MoreMenu } from '../../ui/MoreMenu.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { fileOf, scriptIn, type ScriptBase } from './script-files.ts';
import type { ScriptDocumentInHand } from './use-document.ts';
import styles from './Editor.module.css';

interface EditorHeadProps {
  readonly script: Script;
  readonly written: ScriptDocumentInHand;
  readonly base: ScriptBase | null;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly kept: { readonly savedAt: string | null; readonly failed: boolean };
  readonly backLabel: string;
  readonly onSave: () => void;
  readonly onShelf: () => void;
  readonly onClose: () => void;
}

/** Which script it is, where its words are kept, and what is done with the whole of it. */
export function EditorHead({ script, written, base, isChanged, isSaving, kept, backLabel, onSave, onShelf, onClose }: EditorHeadProps) {
  const { t, language } = useTexts();
  const { main, notices } = useServices();
  const report = useReport();

  async function bringIn(): Promise<void> {
    await report(async () => {
      const file = await main.call('scripts.import', undefined);
      if (file === null) return;
      const words = scriptIn(file.text);
      if (words === null) return notices.show({ kind: 'error', code: 'script.no-script' });
      written.change((now) => ({ ...words, key: now.key, version: now.version }));
    });
  }
  const state = kept.failed ? t('scriptEditor.notKept') : !isChanged ? t('scriptEditor.isVersion', { number: base?.number ?? 0 }) : kept.savedAt === null ? t('scriptEditor.changed') : t('scriptEditor.keptHere', { time: timeToSecond(language, kept.savedAt) });
  return (
    <PageHead title={script.title || t('scriptEditor.newScript')} note={state} onClose={onClose}>
      <span className={styles.tools}>
        <Button size="small" keys="Ctrl+z" aria-label={t('scriptEditor.undo')} title={t('scriptEditor.undo')} isDisabled={!written.canUndo} onPress={written.undo}>
          ↶
        </Button>
        <Button size="small" keys="Ctrl+Shift+z" aria-label={t('scriptEditor.redo')} title={t('scriptEditor.redo')} isDisabled={!written.canRedo} onPress={written.redo}>
          ↷
        </Button>
        <Button size="small" tone="primary" keys="Ctrl+s" isDisabled={isSaving || !isChanged} onPress={onSave}>
          {t('scriptEditor.save')}
        </Button>
        <MoreMenu
          label={t('scriptEditor.more')}
          items={[
            { label: backLabel, onAction: onShelf },
            { label: t('scriptEditor.import'), onAction: () => void bringIn() },
            { label: t('scriptEditor.export'), onAction: () => void report(async () => await main.call('scripts.export', { name: `${script.key}.${script.language}`, text: fileOf(script) })) },
          ]}
        />
      </span>
    </PageHead>
  );
}
