import type { SupersededValue } from '#shared/domain/unsent-work.ts';
import { dayAndTime, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fieldLabel, fieldText } from './field-text.ts';
import styles from './Unsent.module.css';

/** What lost, and whose it was: nothing that somebody wrote disappears without a trace. */
export function Decided({ decided }: { readonly decided: readonly SupersededValue[] }) {
  const { t, language } = useTexts();
  if (decided.length === 0) return null;
  return (
    <section className={styles.decided}>
      <h2 className={styles.title}>{t('unsent.decided')}</h2>
      <div className={styles.table}>
        <table>
          <thead>
            <tr>
              {(['when', 'whose', 'field', 'lost', 'stands', 'author'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`unsent.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decided.map((one, index) => (
              // Nothing is taken out of the history, and what is new comes first.
              <tr key={decided.length - index}>
                <td>{dayAndTime(language, one.decidedAt)}</td>
                <td>{one.customer === null ? '' : plain(one.customer.name)}</td>
                <td>{fieldLabel(t, one.field)}</td>
                <td>
                  <bdi>{fieldText(t, language, one.field, one.value)}</bdi>
                </td>
                <td>
                  <bdi>{fieldText(t, language, one.field, one.kept)}</bdi>
                </td>
                <td>{one.by === null ? t('unsent.somebody') : plain(one.by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
