import type { Script } from '#shared/domain/script/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Script.module.css';

interface CapturedFactsProps {
  readonly script: Script;
  readonly captured: Readonly<Record<string, string>>;
}

/** What was noted along the script, to be read back to the customer before the result is written down. */
export function CapturedFacts({ script, captured }: CapturedFactsProps) {
  const { t } = useTexts();
  const facts = script.steps
    .flatMap((step) => step.fields ?? [])
    .map(({ key, label }) => ({ key, label, value: Object.hasOwn(captured, key) ? (captured[key] ?? '').trim() : '' }))
    .filter(({ value }) => value !== '');
  if (facts.length === 0) return null;
  return (
    <section className={styles.facts} aria-label={t('script.captured')}>
      <h3>{t('script.captured')}</h3>
      <dl data-selectable="true">
        {facts.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
