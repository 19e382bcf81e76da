import { Button } from 'react-aria-components';
import type { Caller } from '#shared/domain/customer-file.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { day, plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import { walkList } from '../../ui/walk-list.ts';
import file from '../file/File.module.css';
import styles from './Customer.module.css';

interface CallerChoiceProps {
  readonly callers: readonly Caller[];
  readonly onChoose: (caller: Caller) => void;
}

/** The first three have a key of their own, the keys of the file's three pages; the arrow keys reach the others. */
const withKey = 3;

/** Who may be calling from a number that several have: each with what speaks for them, chosen by one key while it rings. */
export function CallerChoice({ callers, onChoose }: CallerChoiceProps) {
  const { t } = useTexts();
  return (
    <ul className={styles.hits} aria-label={t('customer.candidates')} onKeyDown={walkList}>
      {callers.map((caller, index) => (
        <li key={caller.id} data-line="">
          <OneCaller caller={caller} keys={index < withKey ? `Ctrl+${index + 1}` : null} onChoose={() => onChoose(caller)} />
        </li>
      ))}
    </ul>
  );
}

function OneCaller({ caller, keys, onChoose }: { readonly caller: Caller; readonly keys: string | null; readonly onChoose: () => void }) {
  const { t } = useTexts();
  useShortcut(keys ?? '', onChoose, keys !== null);
  const ref = useKeyShortcuts<HTMLButtonElement>(keys ?? undefined);
  return (
    <Button ref={ref} className={styles.hit ?? ''} onPress={onChoose}>
      <span className={styles.hitName}>
        <bdi>{plain(caller.name)}</bdi>
      </span>
      {keys === null ? <span /> : <Kbd keys={keys} />}
      <span className={styles.muted}>
        {plain([caller.street, caller.town].filter((part) => part !== '').join(', '))}
        {caller.customerNumber === null ? '' : ` · ${caller.customerNumber}`} · {t(`segment.${caller.segment}`)}
      </span>
      <Reasons caller={caller} className={styles.hitReasons} />
    </Button>
  );
}

function Reasons({ caller, className }: { readonly caller: Caller; readonly className?: string | undefined }) {
  const { t, language } = useTexts();
  const { numberKind, preferred, lastFromNumberAt, lastContactAt, openCases, promiseDueAt } = caller;
  return (
    <span className={className}>
      {caller.archived === true ? (
        <span className={file.chip} data-tone="warn">
          {t('customer.archived')}
        </span>
      ) : null}
      <span className={file.chip}>{t(numberKind === 'mobile' ? 'reason.mobile' : preferred ? 'reason.preferred' : 'reason.phone')}</span>
      {lastFromNumberAt !== null ? <span className={file.chip}>{t('reason.calledFromHere', { when: day(language, lastFromNumberAt) })}</span> : null}
      {lastFromNumberAt === null && lastContactAt !== null ? <span className={file.chip}>{t('reason.lastContact', { when: day(language, lastContactAt) })}</span> : null}
      {openCases > 0 ? (
        <span className={file.chip} data-tone="warn">
          {t('reason.openCase', { count: openCases })}
        </span>
      ) : null}
      {promiseDueAt !== null ? (
        <span className={file.chip} data-tone="warn">
          {t('reason.promised', { when: day(language, promiseDueAt) })}
        </span>
      ) : null}
    </span>
  );
}
