import { app } from 'electron';
import type { Logger } from '#shared/domain/logger.ts';
import { dialLinksOf } from './dial-requests.ts';

const schemes = ['tel', 'callto', 'sip', 'sips'] as const;

interface LinksOptions {
  readonly onLink: (link: string) => void;
  /** Somebody started Balie once more. */
  readonly onSecondStart: () => void;
  readonly logger: Logger;
}

/**
 * Links from outside: on Windows and Linux they come as the command line of a second start, on macOS as
 * an event that may come before anything else is ready.
 * @returns opens what came before, and from then on at once; call it when the application can show something.
 */
export function listenForLinks({ onLink, onSecondStart, logger }: LinksOptions): () => void {
  let waiting: string[] | null = dialLinksOf(process.argv.slice(1));
  const take = (link: string) => {
    if (waiting === null) onLink(link);
    else waiting.push(link);
  };
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
  app.on('second-instance', (_event, commandLine) => {
    onSecondStart();
    for (const link of dialLinksOf(commandLine.slice(1))) take(link);
  });
  return () => {
    // A development build would leave the system with a handler that is gone tomorrow.
    if (app.isPackaged) {
      const refused = schemes.filter((scheme) => !app.setAsDefaultProtocolClient(scheme));
      if (refused.length > 0) logger.warn({ refused }, 'the system does not let Balie open these links');
    }
    const links = waiting ?? [];
    waiting = null;
    for (const link of links) onLink(link);
  };
}
