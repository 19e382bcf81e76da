import { useRef } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { draftOr, useDraft } from '../../app/use-draft.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { prose } from '../entry/prose.ts';
import { Kbd } from '../../ui/Kbd.tsx';

/** What the operator writes down along the way. It belongs to this conversation alone. */
export function NotePanel({ file, className }: { readonly file: InteractionFile; readonly className?: string | undefined }) {
  const { t } = useTexts();
  const { values, record } = useDraft(file, 'note');
  const input = useRef<HTMLTextAreaElement>(null);
  useShortcut('Alt+n', () => input.current?.focus());
  usePointed((field) => {
    if (field === 'note') input.current?.focus();
  });
  return (
    <Field
      as="textarea"
      ref={input}
      name="note"
      className={className}
      label={t('note.label')}
      labelAside={<Kbd keys="Alt+n" />}
      placeholder={t('note.hint')}
      maxLength={10_000}
      {...prose}
      value={draftOr(values, 'note', file.interaction.note)}
      onChange={(event) => record({ note: event.target.value })}
    />
  );
}
