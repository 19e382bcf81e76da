import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './SettingsPage.module.css';

/** The parts of the page, in the order in which they stand. */
export const sectionNames = ['sound', 'headset', 'telephone', 'appearance', 'writing', 'keys', 'session'] as const;
export type SectionName = (typeof sectionNames)[number];

/** Brings a part into view, with the focus in it. */
export function goToSection(name: SectionName): void {
  const section = document.getElementById(`settings-${name}`);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

interface SettingsSectionProps {
  readonly name: SectionName;
  /** Right end of its head. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the settings; the list beside the page leads to it. */
export function SettingsSection({ name, aside, children }: SettingsSectionProps) {
  const { t } = useTexts();
  return (
    <section className={styles.section} id={`settings-${name}`} aria-labelledby={`settings-${name}-title`} tabIndex={-1}>
      <header className={styles.sectionHead}>
        <h2 id={`settings-${name}-title`}>{t(`settings.section.${name}`)}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
