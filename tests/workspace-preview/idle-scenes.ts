import { SampleMain } from './sample-main.ts';
import { SampleStore } from './sample-store.ts';
import type { Scene } from './scenes.ts';

function idle(isNew = false): Scene {
  const scene = { main: new SampleMain({}), store: new SampleStore() };
  scene.store.isNew = isNew;
  return scene;
}

/** Pages that are looked at between calls. */
export const idleScenes: Readonly<Record<string, () => Scene>> = { letter: () => idle(), products: () => idle(), 'customer-page': () => idle(), figures: () => idle(), 'figures-new': () => idle(true) };
