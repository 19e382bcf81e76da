import { app, session, type WebContents } from 'electron';
import type { Logger } from '#shared/domain/logger.ts';
import { mayOpenDevice } from '../headset/device-grant.ts';
import { forbidDictionaryDownloads } from './dictionaries.ts';
import { originOf } from './renderer-scheme.ts';

/** What the audio window may have; everything else, and everything of the workspace, is refused. */
const audioPermissions = new Set(['media', 'speaker-selection']);

/** Denies by default: permissions, navigation, new windows, attached web views, downloads. Call once, when ready. */
export function installSecurity(logger: Logger): void {
  const { defaultSession } = session;
  forbidDictionaryDownloads(defaultSession);
  defaultSession.setPermissionRequestHandler((contents, permission, callback, details) => {
    const granted = originOf(contents.getURL()) === originOf('audio') && audioPermissions.has(permission) && !wantsVideo(details);
    if (!granted) logger.warn({ permission }, 'a permission was refused');
    callback(granted);
  });
  defaultSession.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    return originOf(requestingOrigin) === originOf('audio') && audioPermissions.has(permission) && details.mediaType !== 'video';
  });
  defaultSession.setDevicePermissionHandler((question) => mayOpenDevice(question, originOf('audio')));
  // No page asks for a device: what it may open it is given, and there is no dialog to choose another one.
  defaultSession.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  defaultSession.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => confine(contents, logger));
}

function wantsVideo(details: object): boolean {
  return 'mediaTypes' in details && Array.isArray(details.mediaTypes) && details.mediaTypes.includes('video');
}

function confine(contents: WebContents, logger: Logger): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    event.preventDefault();
    logger.warn({ what }, 'navigation was refused');
  };
  // A reload of the page itself is navigation too, and allowed.
  contents.on('will-navigate', (event) => {
    if (event.url !== contents.getURL()) refuse('navigate')(event);
  });
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-attach-webview', refuse('webview'));
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
