import { act, cleanup, configure, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { portPair } from '../../../tests/workspace-preview/port-pair.ts';
import type { Scene } from '../../../tests/workspace-preview/scenes.ts';
import type { SpellingBridge } from '../balie.d.ts';
import { Root } from '../app/Root.tsx';
import { followPage } from '../app/follow-page.ts';
import { createServices, type Services } from '../app/services.ts';
import { createTexts } from '../i18n/i18n.ts';

// Machines that run everything at once are slow; a fact that holds is found as soon as it holds.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 40_000 });

// jsdom lays nothing out: there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const closers: (() => void)[] = [];

afterEach(() => {
  cleanup();
  for (const close of closers.splice(0)) close();
});

export interface OpenWorkspace {
  readonly services: Services;
  readonly user: UserEvent;
  /** As a reload does it: the page is gone, main and store are still there. */
  readonly close: () => void;
}

/** Opens the workspace on a scene, over the real IPC kit. */
export async function openWorkspace({ main, store }: Scene, spelling?: SpellingBridge): Promise<OpenWorkspace> {
  // jsdom has no media queries: light, and no wish for less motion.
  vi.stubGlobal('matchMedia', (media: string) => ({ matches: false, media, addEventListener: () => undefined, removeEventListener: () => undefined }));
  const mainPorts = portPair();
  const storePorts = portPair();
  const stops = [main.server.attach(mainPorts.far), store.server.attach(storePorts.far)];
  const services = createServices({ main: mainPorts.near, store: storePorts.near, ...(spelling === undefined ? {} : { spelling }) });
  const unfollow = followPage(services);
  const view = render(<Root services={services} texts={createTexts('nl')} />);
  const close = (): void => {
    window.dispatchEvent(new Event('pagehide'));
    view.unmount();
    unfollow();
    services.main.close();
    services.store.close();
    services.queries.clear();
    for (const stop of stops) stop();
  };
  closers.push(close);
  await act(async () => {
    await Promise.resolve();
  });
  return { services, user: userEvent.setup(), close };
}
