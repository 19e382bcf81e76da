import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { connectedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { Desktop } from './desktop.ts';
import { MainState } from './main-state.ts';
import { mainText } from './texts.ts';
import { trayText } from './tray-texts.ts';

const electron = vi.hoisted(() => ({ items: [] as MenuItemConstructorOptions[] }));

vi.mock('electron', () => ({
  app: { getAppPath: () => '/', quit: () => undefined },
  Menu: {
    buildFromTemplate(items: MenuItemConstructorOptions[]) {
      electron.items = items;
      return { getMenuItemById: () => null };
    },
  },
  nativeImage: { createFromPath: () => ({}) },
  nativeTheme: { on: () => undefined, shouldUseDarkColors: false },
  Notification: { isSupported: () => false },
  Tray: class {
    on = () => undefined;
    setImage = () => undefined;
    setToolTip = () => undefined;
    setContextMenu = () => undefined;
  },
}));

test('a click in the menu of the panel on a call that has just ended is told, and brings nothing down', () => {
  const clock = new ManualClock();
  const state = new MainState(clock);
  const told: unknown[] = [];
  const desktop = new Desktop({
    state,
    telephony: {
      hangUp: () => {
        throw new BalieError('call.illegal', 'the call is ended');
      },
    } as never,
    desk: {} as never,
    lock: {
      lock: () => {
        throw new BalieError('lock.in-call', 'the desk is not locked during a call');
      },
    },
    workspace: () => ({ reveal: () => undefined, emit: (_name: string, payload: unknown) => told.push(payload), window: null }) as never,
    language: () => 'nl',
    place: () => ({ country: 'BE', domain: null }),
    clock,
    logger: silentLogger,
  });
  state.update({ calls: [connectedCall(ringingCall())] });
  desktop.start();
  const click = (label: string) => electron.items.find((item) => item.label === label)?.click?.(undefined as never, undefined, undefined as never);
  click(trayText('nl').hangUp);
  click(mainText('nl').lock);
  expect(told).toEqual([{ code: 'call.illegal' }, { code: 'lock.in-call' }]);
});
