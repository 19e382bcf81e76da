import { BalieError } from '#shared/domain/errors.ts';
import { leadScene } from './gate-scenes.ts';
import { SampleMain } from './sample-main.ts';
import { SampleStore } from './sample-store.ts';
import { sampleUnsentList } from './sample-unsent.ts';
import { afterCallScene } from './wrap-up-scenes.ts';
import type { Scene } from './scenes.ts';

function idle(isNew = false): Scene {
  const scene = { main: new SampleMain({}), store: new SampleStore() };
  scene.store.isNew = isNew;
  return scene;
}

function cutOff(): Scene {
  const scene = leadScene();
  scene.main.figuresError = new BalieError('session.unreachable', 'no network');
  return scene;
}

function unsentScene(): Scene {
  const scene = idle();
  scene.store.unsent.list = sampleUnsentList();
  scene.store.status = { ...scene.store.status, pending: 2, parked: 3 };
  scene.main.unsent = { mutations: 5, drafts: 1 };
  return scene;
}

/** Pages that are looked at between calls, and the end of one. */
export const idleScenes: Readonly<Record<string, () => Scene>> = { letter: () => idle(), products: () => idle(), 'customer-page': () => idle(), figures: () => idle(), 'figures-new': () => idle(true), 'figures-lead': leadScene, 'figures-offline': cutOff, 'after-call': () => afterCallScene(false), 'after-call-late': () => afterCallScene(false, 84), 'read-back': () => afterCallScene(true), unsent: unsentScene };
