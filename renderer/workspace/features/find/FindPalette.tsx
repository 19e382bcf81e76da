import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.ts';
import { useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useCombobox } from '../dial/use-combobox.ts';
import { FindFoot } from './FindFoot.tsx';
import { FindList } from './FindList.tsx';
import { FindState } from './FindState.tsx';
import type { FindHit, FindTarget } from './find-hit.ts';
import { useFindSession } from './use-find-sources.ts';
import styles from './FindPalette.module.css';

interface FindPaletteProps {
  readonly onGo: (target: FindTarget) => void;
  /** The conversation in hand is with this customer. */
  readonly onLink: (customerId: string) => void;
  /** @param back the operator goes on where they were. */
  readonly onClose: (back: boolean) => void;
}

/**
 * One box that finds whatever there is. It lies over the work without shutting it off: a call can be answered, muted and
 * ended meanwhile, by its keys and with the mouse.
 */
export function FindPalette({ onGo, onLink, onClose }: FindPaletteProps) {
  const { t } = useTexts();
  const { shortcuts } = useServices();
  const { file } = useWork();
  const session = useFindSession();
  const found = useSyncExternalStore(session.subscribe, session.current);
  const [text, setText] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const hits = (found?.sections ?? []).flatMap((section) => section.hits);
  const wanted = text.trim();
  const canLink = file !== null && file.interaction.state !== 'closed';
  const combobox = useCombobox<FindHit>({ items: hits, isOpen: hits.length > 0, ready: hits[0] ?? null, onEnter: go, following, onEscape: () => onClose(true) });
  const { active } = combobox;

  function following(): Promise<readonly FindHit[]> | null {
    const answers = found?.text === wanted && (hits.length > 0 || !found.isPending);
    return answers ? null : session.answered().then(({ sections }) => sections.flatMap((section) => section.hits));
  }

  function go({ target }: FindHit): void {
    onGo(target);
  }

  function link({ target }: FindHit): void {
    if (canLink && target.to === 'customer') onLink(target.customerId);
  }

  const ownKey = useEffectEvent((combination: string): boolean => {
    if (combination === 'ctrl+k') onClose(true);
    else if (combination !== 'ctrl+enter') return false;
    else combobox.take(link);
    return true;
  });
  useEffect(() => shortcuts.override((combination) => ownKey(combination)), [shortcuts]);

  const leave = useEffectEvent((event: PointerEvent): void => {
    if (event.target instanceof Node && frame.current?.contains(event.target) === false) onClose(false);
  });
  useEffect(() => {
    const listener = (event: PointerEvent): void => leave(event);
    document.addEventListener('pointerdown', listener, { capture: true });
    return () => document.removeEventListener('pointerdown', listener, { capture: true });
  }, []);

  return (
    <div ref={frame} className={styles.palette} role="dialog" aria-label={t('find.title')}>
      <input
        className={styles.input}
        type="text"
        aria-label={t('find.title')}
        placeholder={t('find.hint')}
        // The operator asked for it: this is where they want to type.
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          combobox.reset();
          session.ask(event.target.value.trim());
        }}
        {...combobox.inputProps}
        onKeyDown={(event) => {
          // There is nothing else in here to walk to: leaving is going back.
          if (event.key === 'Tab') {
            event.preventDefault();
            onClose(true);
          } else combobox.inputProps.onKeyDown?.(event);
        }}
      />
      <FindState found={found} count={hits.length} isTyped={wanted !== ''} />
      <FindList id={combobox.listId} sections={found?.sections ?? []} typed={found?.text ?? ''} active={active} optionId={combobox.optionId} onPoint={combobox.point} onTake={(hit, wantsLink) => (wantsLink ? link(hit) : go(hit))} />
      <FindFoot canLink={canLink && active?.target.to === 'customer'} />
    </div>
  );
}
