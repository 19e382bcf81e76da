import type { Logger } from '#shared/domain/logger.ts';
import type { LineState } from '#shared/domain/presence.ts';
import { DialogTracker, lineStateOf, readDialogInfo, type DialogInfo } from './dialog-info.ts';
import { dialogInfoType } from './own-state.ts';
import { PackageWatch, type Told, type WatchOptions } from './package-watch.ts';

/** What one telephone does. */
class Line implements Told {
  readonly #logger: Logger;
  readonly #tracker = new DialogTracker();
  state: LineState = 'unknown';

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** The dialog that rings there, as far as the exchange tells. */
  get ringing(): DialogInfo | null {
    return this.#tracker.dialogs.find(({ isRecipient, state }) => isRecipient && state !== 'confirmed') ?? null;
  }

  begin(): void {
    this.#tracker.reset();
  }

  take(body: string): 'taken' | 'missed' {
    const taken = body === '' ? 'taken' : this.#read(body);
    if (taken === 'taken') this.state = lineStateOf(this.#tracker.dialogs);
    return taken === 'missed' ? 'missed' : 'taken';
  }

  end(): void {
    this.#tracker.reset();
    this.state = 'unknown';
  }

  #read(body: string): 'taken' | 'old' | 'missed' {
    const document = readDialogInfo(body);
    if (document !== null) return this.#tracker.take(document);
    this.#logger.warn({ length: body.length }, 'a dialog-info document that cannot be read was left aside');
    return 'old';
  }
}

/** What telephones do (RFC 4235, the busy lamps of a desk telephone). */
export function watchLines(options: WatchOptions): PackageWatch<Line> {
  return new PackageWatch({ ...options, package: { event: 'dialog', accept: dialogInfoType }, create: () => new Line(options.logger) });
}
