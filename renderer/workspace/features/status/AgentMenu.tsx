import { useState } from 'react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { notReadyReasons, type NotReadyReason } from '#shared/domain/agent-state.ts';
import { Elapsed } from '../../app/Elapsed.tsx';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useSnapshot } from '../../app/use-snapshot.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import menu from '../../ui/Menu.module.css';
import { useKeyShortcuts } from '../../ui/use-key-shortcuts.ts';
import styles from './AgentMenu.module.css';

type Choice = 'available' | NotReadyReason;

/** `signed-in` is where one begins, not something to choose. */
const choices: readonly Choice[] = ['available', ...notReadyReasons.filter((reason) => reason !== 'signed-in')];

/** What the operator is doing. During a call the choice is kept for afterwards. */
export function AgentMenu() {
  const { t } = useTexts();
  const { main } = useServices();
  const agent = useSnapshot((snapshot) => snapshot.agent);
  const report = useReport();
  const [open, setOpen] = useState(false);
  const doNotDisturb = useSnapshot(({ line }) => line.doNotDisturb);
  useShortcut('Alt+s', () => setOpen((before) => !before));
  useShortcut('Alt+q', toggleDoNotDisturb);
  const ref = useKeyShortcuts<HTMLButtonElement>('Alt+s');

  const busy = agent.state === 'on-call' || agent.state === 'wrap-up';
  const current: Choice = busy ? agent.after : agent.state === 'available' ? 'available' : agent.reason;
  const label = agent.state === 'not-ready' ? t(`agent.${agent.reason}`) : t(`agent.${agent.state}`);

  function choose(choice: Choice): void {
    void report(() => (choice === 'available' ? main.call('agent.setAvailable', undefined) : main.call('agent.setNotReady', { reason: choice })));
  }

  function act(key: Choice | 'do-not-disturb' | 'lock'): void {
    if (key === 'do-not-disturb') toggleDoNotDisturb();
    else if (key === 'lock') void report(() => main.call('lock.now', undefined));
    else choose(key);
  }

  function toggleDoNotDisturb(): void {
    void report(() => main.call('line.setDoNotDisturb', { on: !doNotDisturb }));
  }

  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button ref={ref} className={styles.pill ?? ''} data-state={agent.state}>
        <i className={styles.dot} aria-hidden="true" />
        <strong>{label}</strong>
        <span className={styles.time}>
          <Elapsed since={agent.since} />
        </span>
        <Kbd keys="Alt+s" />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom start">
        {busy ? <p className={menu.head}>{t('agent.afterwards')}</p> : null}
        <Menu
          className={menu.menu ?? ''}
          aria-label={busy ? t('agent.afterwards') : t('agent.menu')}
          onAction={(key) => act(key as Choice | 'do-not-disturb' | 'lock')}
        >
          <MenuSection aria-label={busy ? t('agent.afterwards') : t('agent.menu')} selectionMode="single" selectedKeys={[current]} disallowEmptySelection>
            {choices.map((choice) => (
              <MenuItem key={choice} id={choice} className={menu.item ?? ''} textValue={t(`agent.${choice}`)}>
                <i className={styles.dot} data-choice={choice === 'available' ? 'available' : 'not-ready'} aria-hidden="true" />
                {t(`agent.${choice}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={styles.separator ?? ''} />
          <MenuSection aria-label={t('line.doNotDisturb')} selectionMode="multiple" selectedKeys={doNotDisturb ? ['do-not-disturb'] : []}>
            <MenuItem id="do-not-disturb" className={menu.item ?? ''} textValue={t('line.doNotDisturb')}>
              {t('line.doNotDisturb')}
              <Kbd keys="Alt+q" />
            </MenuItem>
          </MenuSection>
          <Separator className={styles.separator ?? ''} />
          <MenuItem id="lock" className={menu.item ?? ''} textValue={t('keys.lock')}>
            {t('keys.lock')}
            <Kbd keys="Ctrl+Shift+l" />
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
