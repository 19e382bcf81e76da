import { useState } from 'react';
import { scriptKeySchema } from '#shared/domain/script/key.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';

interface KeyFieldProps {
  readonly label: string;
  readonly name?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly isFree: (key: string) => boolean;
  readonly onRename: (key: string) => void;
}

/** A key moves with all that names it, so it changes in one go, when it is left or with Enter, and only to one that is free. */
export function KeyField({ label, name, value, error, isFree, onRename }: KeyFieldProps) {
  const { t } = useTexts();
  // Whatever is not being written here is what the script says: an undo, for one.
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed ?? value;
  const isKey = scriptKeySchema.safeParse(wanted).success;
  const canBe = wanted === value || (isKey && isFree(wanted));
  const finish = (): void => {
    setTyped(null);
    if (wanted !== value && canBe) onRename(wanted);
  };
  return (
    <Field
      label={label}
      name={name}
      hint={t('scriptEditor.keyHint')}
      error={canBe ? error : isKey ? t('scriptEditor.keyTaken') : t('scriptEditor.noKey')}
      value={wanted}
      required
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key !== 'Escape' || typed === null) return;
        event.preventDefault();
        setTyped(null);
      }}
    />
  );
}
