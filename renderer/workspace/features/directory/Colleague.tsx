import type { DirectoryEntry } from '#shared/domain/entities.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { plain } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useDial } from '../dial/DialContext.ts';
import { LineStateMark } from './LineStateMark.tsx';
import { useLineState } from './use-line-state.ts';
import styles from './DirectoryPage.module.css';

interface ColleagueProps {
  readonly colleague: DirectoryEntry;
  readonly canPickUp: boolean;
  /** The one that the key picks up. */
  readonly isFirstRinging: boolean;
  readonly onPickUp: (number: string) => void;
}

/** A colleague or a department: who, for what, free or not, and what can be done. */
export function Colleague({ colleague, canPickUp, isFirstRinging, onPickUp }: ColleagueProps) {
  const { t } = useTexts();
  const { dial, busy } = useDial();
  const state = useLineState(colleague.number);
  const canCall = useSnapshot(({ registration }) => registration.state === 'registered') && !busy;
  const name = plain(colleague.name);
  return (
    <li className={styles.colleague} data-line data-state={state}>
      <div className={styles.who}>
        <strong className={styles.name}>
          <bdi>{name}</bdi>
        </strong>
        <span className={styles.muted}>{colleague.department === null ? '' : plain(colleague.department)}</span>
      </div>
      <ul className={styles.competences} aria-label={t('directory.competences')}>
        {colleague.competences.map((competence) => (
          <li key={competence}>{plain(competence)}</li>
        ))}
      </ul>
      <span className={styles.number} data-selectable="true">
        {colleague.number}
      </span>
      <LineStateMark number={colleague.number} />
      <div className={styles.buttons}>
        {state === 'ringing' ? (
          <Button tone="answer" {...(isFirstRinging ? { keys: 'Alt+f' } : {})} isDisabled={!canPickUp} aria-label={t('directory.pickUpWho', { name })} onPress={() => onPickUp(colleague.number)}>
            {t('directory.pickUp')}
          </Button>
        ) : null}
        <Button isDisabled={!canCall} aria-label={t('directory.callWho', { name })} onPress={() => void dial(colleague.number)}>
          {t('dial.call')}
        </Button>
      </div>
    </li>
  );
}
