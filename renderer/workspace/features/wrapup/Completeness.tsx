import { useMemo, useRef, useState } from 'react';
import { Button, Dialog, Popover } from 'react-aria-components';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useCountry } from '../../app/use-country.ts';
import type { FieldName } from '../../app/field-pointer.ts';
import { useServices } from '../../app/services.ts';
import { useWholeDraft } from '../../app/use-draft.ts';
import { percentage } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { completenessOf, requirementsOf } from './completeness.ts';
import styles from './WrapUpBar.module.css';

/** How complete the work is. It opens to what is missing, and each entry leads to its field. */
export function Completeness({ file }: { readonly file: InteractionFile }) {
  const { t, language } = useTexts();
  const { pointer } = useServices();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wanted = useRef<FieldName | null>(null);
  const values = useWholeDraft(file);
  const country = useCountry();
  const requirements = useMemo(() => requirementsOf(t, file, values, country), [t, file, values, country]);
  const share = completenessOf(requirements);
  const missing = requirements.filter((requirement) => !requirement.done);
  const text = percentage(language, share);

  /** What opened gives the cursor back to the button as it closes: only from there is it led to the field, and stays. */
  function goOn(): void {
    const field = wanted.current;
    wanted.current = null;
    if (field !== null) pointer.point(field);
  }
  return (
    <>
      <Button ref={button} className={styles.completeness ?? ''} isDisabled={missing.length === 0} aria-expanded={open} onPress={() => setOpen(true)} onFocus={goOn}>
        <span>{t('complete.title')}</span>
        <ProgressLine label={t('complete.title')} value={share} text={text} />
        <b>{text}</b>
      </Button>
      <Popover className={styles.popover ?? ''} triggerRef={button} isOpen={open} onOpenChange={setOpen} isNonModal placement="top start">
        <Dialog className={styles.missing ?? ''} aria-label={t('complete.missing')}>
          <h3>{t('complete.missing')}</h3>
          <ul>
            {missing.map((requirement, index) => (
              <li key={requirement.field}>
                <Button
                  autoFocus={index === 0}
                  onPress={() => {
                    wanted.current = requirement.field;
                    setOpen(false);
                  }}
                >
                  {requirement.label} {requirement.blocking ? <span className={styles.blocking}>· {t('complete.blocking')}</span> : null}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </>
  );
}
