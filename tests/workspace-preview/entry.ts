import { storePortChannel } from '#shared/ipc/channels.ts';
import { sampleSpelling } from './entry-scenes.ts';
import { portPair } from './port-pair.ts';
import { sampleReadiness } from './sample-sound.ts';
import { sceneNamed, sceneNames } from './scenes.ts';

/** Puts a scene behind `window.balie` and the port to the store before the workspace starts: `?scene=connected&theme=dark&language=nl`. */
const wanted = new URLSearchParams(location.search);
const scene = sceneNamed(wanted.get('scene') ?? 'idle');
scene.main.settings = { ...scene.main.settings, theme: wanted.get('theme') === 'dark' ? 'dark' : 'light', language: languageOf(wanted.get('language')) };
const main = portPair();
const store = new MessageChannel();
scene.main.server.attach(main.far);
scene.store.server.attach({
  post: (message) => store.port1.postMessage(message),
  listen(handler) {
    store.port1.onmessage = ({ data }: MessageEvent<unknown>) => handler(data);
    return () => void (store.port1.onmessage = null);
  },
});
// As main hands it over: when the page has loaded.
window.addEventListener('load', () => window.postMessage(storePortChannel, location.origin, [store.port2]));
Object.assign(window, { balie: { main: main.near, spelling: sampleSpelling }, sceneNames, scene, showReadiness: () => scene.main.server.emit('readiness', sampleReadiness()) });

setInterval(() => {
  for (const call of scene.main.snapshot.calls) {
    if (call.state !== 'connected') continue;
    const poor = call.quality === 'poor';
    scene.main.server.emit('quality', { callId: call.id, sample: { mos: poor ? 2.1 : 4.3, lossPercent: poor ? 7.5 : 0.2, sentLossPercent: 0.4, jitterMs: poor ? 48 : 4, roundTripMs: poor ? 260 : 38, codec: 'opus', ...scene.sound } });
  }
}, 100);

setInterval(() => {
  scene.main.server.emit('microphoneLevel', { level: 0.02 + 0.1 * Math.random() });
  for (const call of scene.main.snapshot.calls) {
    if (call.state === 'connected') scene.main.server.emit('levels', { callId: call.id, microphone: 0.02 + 0.05 * Math.random(), speaker: 0.05 + 0.2 * Math.random() });
  }
}, 100);

function languageOf(text: string | null): 'nl' | 'fr' | 'en' | 'de' {
  return text === 'fr' || text === 'en' || text === 'de' ? text : 'nl';
}
