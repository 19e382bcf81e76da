import { beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLogger } from '#shared/domain/logger.ts';
import { until } from '../../tests/lab/wait.ts';
import { installShutdown } from './shutdown.ts';

const electron = vi.hoisted(() => ({ listeners: new Map<string, (event: { preventDefault(): void }) => void>(), questions: [] as ((button: number) => void)[], exits: 0 }));

vi.mock('electron', () => ({
  app: { on: (name: string, listener: (event: { preventDefault(): void }) => void) => electron.listeners.set(name, listener), exit: () => electron.exits++, quit: () => undefined },
  dialog: {
    showMessageBox: () => new Promise((resolve) => electron.questions.push((response) => resolve({ response }))),
    showMessageBoxSync: () => {
      throw new Error('main stands still');
    },
  },
}));

let inCall: boolean;
let stopped: number;

beforeEach(() => {
  electron.questions.length = 0;
  electron.exits = 0;
  inCall = true;
  stopped = 0;
  installShutdown({ window: () => null, inCall: () => inCall, language: () => 'nl', stop: async () => void stopped++, logger: silentLogger });
});

function quit(): boolean {
  let prevented = false;
  electron.listeners.get('before-quit')?.({ preventDefault: () => (prevented = true) });
  return prevented;
}

describe('quitting', () => {
  test('in a call asks, once, and main goes on meanwhile; who stays stays', async () => {
    expect([quit(), quit()]).toEqual([true, true]);
    expect(electron.questions).toHaveLength(1);
    electron.questions[0]?.(0);
    await Promise.resolve();
    expect([stopped, electron.exits]).toEqual([0, 0]);
    await until('it can be asked again', () => {
      quit();
      return electron.questions.length === 2 || undefined;
    });
    electron.questions[1]?.(1);
    await until('it has ended', () => electron.exits === 1 || undefined);
    expect(stopped).toBe(1);
  });

  test('without a call asks nobody, and ends once', async () => {
    inCall = false;
    quit();
    quit();
    await until('it has ended', () => electron.exits === 1 || undefined);
    expect([stopped, electron.questions.length]).toEqual([1, 0]);
  });
});
