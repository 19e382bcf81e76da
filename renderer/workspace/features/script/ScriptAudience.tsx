import type { Customer } from '#shared/domain/entities.ts';
import type { Language, Register } from '#shared/domain/language.ts';
import { spokenLanguages, spokenRegisters, type ScriptAudience as Audience } from '#shared/domain/script/audience.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Script.module.css';

interface ScriptAudienceProps {
  readonly script: Script;
  readonly audience: Audience;
  readonly segment: Customer['segment'] | null;
  readonly onSpeakTo: (chosen: { readonly language: Language; readonly register: Register }) => void;
}

/** To whom one speaks, and how: language, form of address, kind of customer. What the script has words for can be switched, in the call. */
export function ScriptAudience({ script, audience, segment, onSpeakTo }: ScriptAudienceProps) {
  const { t } = useTexts();
  const languages = spokenLanguages(script);
  const registers = spokenRegisters(script, audience.language);
  const language = after(languages, audience.language);
  const register = after(registers, audience.register);
  const speak = (next: Language): void => onSpeakTo({ language: next, register: spokenRegisters(script, next).includes(audience.register) ? audience.register : (spokenRegisters(script, next)[0] ?? audience.register) });
  const address = (next: Register): void => onSpeakTo({ language: audience.language, register: next });
  useShortcut('Ctrl+i', () => speak(language), language !== audience.language);
  useShortcut('Ctrl+f', () => address(register), register !== audience.register);
  return (
    <ul className={styles.traits} aria-label={t('script.audience')}>
      <Trait label={t(`language.${audience.language}`)} keys="Ctrl+i" to={language === audience.language ? null : t(`language.${language}`)} onSwitch={() => speak(language)} />
      <Trait label={t(`register.${audience.register}`)} keys="Ctrl+f" to={register === audience.register ? null : t(`register.${register}`)} onSwitch={() => address(register)} />
      <li className={styles.trait}>{t(`segment.${segment ?? 'unknown'}`)}</li>
    </ul>
  );
}

interface TraitProps {
  readonly label: string;
  readonly keys: string;
  /** What it can be switched to; null: there is nothing else. */
  readonly to: string | null;
  readonly onSwitch: () => void;
}

function Trait({ label, keys, to, onSwitch }: TraitProps) {
  const { t } = useTexts();
  if (to === null) return <li className={styles.trait}>{label}</li>;
  return (
    <li>
      <Button size="small" keys={keys} aria-label={t('script.switchTo', { from: label, to })} onPress={onSwitch}>
        {label}
      </Button>
    </li>
  );
}

/** @returns the one after `current`, round and round. */
function after<T>(all: readonly T[], current: T): T {
  return all[(all.indexOf(current) + 1) % all.length] ?? current;
}
