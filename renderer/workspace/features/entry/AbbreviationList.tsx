import { useId, useState } from 'react';
import { abbreviationSchema } from '#shared/domain/abbreviations.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useCentreAbbreviations } from './use-abbreviations.ts';
import styles from './Entry.module.css';

const most = 200;

/** The operator's own abbreviations, to be written, and the centre's, to be learned. */
export function AbbreviationList() {
  const { t } = useTexts();
  const { settings, change } = useSettings();
  const ofCentre = useCentreAbbreviations();
  const own = settings.abbreviations;
  const title = useId();
  const [short, setShort] = useState('');
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = abbreviationSchema.shape.short.safeParse(short.trim()).success;

  function add(): void {
    setTried(true);
    const next = { short: short.trim(), text: text.trim() };
    if (!abbreviationSchema.safeParse(next).success || own.length >= most) return;
    change({ abbreviations: [...own.filter((other) => other.short.toLowerCase() !== next.short.toLowerCase()), next] });
    setShort('');
    setText('');
    setTried(false);
  }

  return (
    <div className={styles.list}>
      <h3 id={title}>{t('entry.abbreviations')}</h3>
      <p className={styles.muted}>{t('entry.abbreviationsHint', { operator: '{{operator}}' })}</p>
      <ul aria-labelledby={title}>
        {own.map((one) => (
          <li key={one.short}>
            <b>{one.short}</b>
            <span className={styles.text}>{one.text}</span>
            <Button size="small" aria-label={t('entry.removeOne', { short: one.short })} onPress={() => change({ abbreviations: own.filter((other) => other !== one) })}>
              {t('file.remove')}
            </Button>
          </li>
        ))}
        {ofCentre.map((one) => (
          <li key={`centre ${one.short}`} data-overruled={own.some((other) => other.short.toLowerCase() === one.short.toLowerCase())}>
            <b>{one.short}</b>
            <span className={styles.text}>{one.text}</span>
            <span className={styles.muted}>{t('entry.ofCentre')}</span>
          </li>
        ))}
      </ul>
      <form
        className={styles.add}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label={t('entry.short')} autoComplete="off" spellCheck={false} maxLength={16} value={short} error={isTried && !isShort ? t('entry.shortWrong') : undefined} onChange={(event) => setShort(event.target.value)} />
        <Field label={t('entry.whole')} maxLength={500} value={text} error={isTried && text.trim() === '' ? t('form.error.required') : undefined} onChange={(event) => setText(event.target.value)} />
        <Button type="submit">{t('file.add')}</Button>
      </form>
    </div>
  );
}
