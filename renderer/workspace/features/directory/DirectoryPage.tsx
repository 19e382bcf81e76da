import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asBalieError } from '#shared/domain/errors.ts';
import { useServices } from '../../app/services.ts';
import { directorySearch } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { enterList, walkList } from '../../ui/walk-list.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { Colleague } from './Colleague.tsx';
import { useWatched } from './use-line-state.ts';
import styles from './DirectoryPage.module.css';

interface DirectoryPageProps {
  /** What is searched at first. */
  readonly text?: string | undefined;
  readonly onClose: () => void;
}

/** Everybody who can be called here, with what their telephone does. */
export function DirectoryPage({ text: wanted = '', onClose }: DirectoryPageProps) {
  const { t } = useTexts();
  const { store, main } = useServices();
  const { busy, once } = useOnce();
  const [text, setText] = useState(wanted);
  const list = useRef<HTMLUListElement>(null);
  const found = useQuery({ ...directorySearch(store, text.trim()), placeholderData: keepPreviousData });
  const colleagues = found.data ?? [];
  const numbers = colleagues.map((colleague) => colleague.number);
  useWatched(numbers);
  const canPickUp = useSnapshot(({ policy, registration }) => policy?.canPickUp === true && registration.state === 'registered') && !busy;
  const ringing = useSnapshot(({ presence }) => presence.find(({ number, state }) => state === 'ringing' && numbers.includes(number))?.number);
  const pickUp = (number: string): void => void once(() => main.call('call.pickUp', { number }));
  useShortcut('Alt+f', () => ringing !== undefined && pickUp(ringing), canPickUp && ringing !== undefined);

  return (
    <div className={styles.page}>
      <PageHead title={t('directory.title')} onClose={onClose}>
        <SearchBox label={t('directory.search')} placeholder={t('transfer.toHint')} value={text} autoFocus onChange={setText} onDown={() => enterList(list.current)} />
        <ExportMenu requests={[{ list: 'directory', text: text.trim() }, { list: 'team' }]} />
      </PageHead>
      {found.error === null ? null : <Notice tone="error">{t(`errors.${asBalieError(found.error).code}`)}</Notice>}
      {found.data?.length === 0 ? <p className={styles.empty}>{text.trim() === '' ? t('directory.empty') : t('directory.nobody', { text: text.trim() })}</p> : null}
      {colleagues.length === 0 ? null : (
        <ul ref={list} className={styles.list} aria-label={t('directory.title')} onKeyDown={walkList}>
          {colleagues.map((colleague) => (
            <Colleague key={colleague.id} colleague={colleague} canPickUp={canPickUp} isFirstRinging={colleague.number === ringing} onPickUp={pickUp} />
          ))}
        </ul>
      )}
    </div>
  );
}
