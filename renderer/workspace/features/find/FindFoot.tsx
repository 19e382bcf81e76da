import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './FindPalette.module.css';

/** The keys of the box. Screen readers are told by the combobox itself. */
export function FindFoot({ canLink }: { readonly canLink: boolean }) {
  const { t } = useTexts();
  return (
    <div className={styles.foot}>
      <span>
        <Kbd keys="↑" />
        <Kbd keys="↓" /> {t('find.walk')}
      </span>
      <span>
        <Kbd keys="Enter" /> {t('find.open')}
      </span>
      {canLink ? (
        <span>
          <Kbd keys="Ctrl+Enter" /> {t('find.link')}
        </span>
      ) : null}
      <span>
        <Kbd keys="Escape" /> {t('find.close')}
      </span>
    </div>
  );
}
