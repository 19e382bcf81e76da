import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { Script } from '#shared/domain/script.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './Script.module.css';

interface ScriptAudienceProps {
  readonly file: InteractionFile;
  readonly script: Script;
}

/** To whom one speaks, and how: language, form of address, kind of customer. */
export function ScriptAudience({ file, script }: ScriptAudienceProps) {
  const { t } = useTexts();
  const { queue, customer } = file;
  const traits = [
    t(`language.${script.language}`),
    ...(queue === null ? [] : [t(`register.${queue.register}`)]),
    ...(customer === null ? [t('segment.unknown')] : [t(`segment.${customer.customer.segment}`)]),
  ];
  return (
    <ul className={styles.traits} aria-label={t('script.audience')}>
      {traits.map((trait) => (
        <li key={trait}>{trait}</li>
      ))}
    </ul>
  );
}
