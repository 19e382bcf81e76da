import type { ErrorCode } from '#shared/domain/errors.ts';
import { ringingCall } from '../fixtures/calls.ts';
import { SampleMain } from './sample-main.ts';
import { SampleStore } from './sample-store.ts';
import type { Scene } from './scenes.ts';

const at = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

function locked({ rings = false, offline = false } = {}): Scene {
  const main = new SampleMain({ lock: { since: at(-300), retryAt: offline ? at(55) : null } });
  const { session } = main.snapshot;
  if (offline && session.state === 'signed-in') main.update({ session: { ...session, offline: true } });
  if (rings) main.ring(ringingCall({ startedAt: at(-4), party: { number: '+32475112233', raw: '+32475112233', displayName: null } }));
  return { main, store: new SampleStore() };
}

/** Who stands at the locked desk speaks with the emergency services. */
function lockedForHelp(): Scene {
  const scene = locked();
  scene.main.line.pickedUp(scene.main.line.dial('112'));
  return scene;
}

/** Nobody can be called from here now. */
function lockedUnconnected(): Scene {
  const scene = locked();
  scene.main.update({ registration: { state: 'waiting', server: 'wss://sip.wijnhuis.be', since: at(-20), retryAt: at(10), trouble: 'unreachable' } });
  return scene;
}

/** The local database cannot be used. */
function broken(error: ErrorCode): Scene {
  return { main: new SampleMain({ store: { state: 'failed', error } }), store: new SampleStore() };
}

/** What stands in place of the desk. */
export const lockScenes: Readonly<Record<string, () => Scene>> = {
  locked: () => locked(),
  'locked-ringing': () => locked({ rings: true }),
  'locked-offline': () => locked({ offline: true }),
  'locked-help': () => lockedForHelp(),
  'locked-unconnected': () => lockedUnconnected(),
  'wrong-key': () => broken('store.wrong-key'),
  'disk-full': () => broken('store.disk-full'),
  'from-the-future': () => broken('store.from-the-future'),
  'read-only': () => broken('store.read-only'),
  corrupt: () => broken('store.corrupt'),
};
