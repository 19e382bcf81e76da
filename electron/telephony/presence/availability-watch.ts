import type { Logger } from '#shared/domain/logger.ts';
import type { Availability } from '#shared/domain/presence.ts';
import { PackageWatch, type Told, type WatchOptions } from './package-watch.ts';
import { pidfType, readPidf } from './pidf.ts';

/** What one colleague says of themselves. */
class Colleague implements Told {
  readonly #address: string;
  readonly #logger: Logger;
  /** Null: nothing, as far as is known. */
  availability: Availability | null = null;

  constructor(address: string, logger: Logger) {
    this.#address = address;
    this.#logger = logger;
  }

  begin(): void {
    this.availability = null;
  }

  take(body: string, type: string): 'taken' {
    if (body === '') {
      this.availability = null;
      return 'taken';
    }
    const reading = readPidf(body, type, this.#address);
    if (reading.kind === 'read') this.availability = reading.availability;
    // What was known before stays: nobody is made free, or busy, by a document that says nothing of them.
    else this.#logger.warn({ why: reading.why, length: body.length }, 'a presence document was left aside');
    return 'taken';
  }

  end(): void {
    this.availability = null;
  }
}

/** What colleagues say of themselves beside their calls (RFC 3856). */
export function watchAvailability(options: WatchOptions): PackageWatch<Colleague> {
  return new PackageWatch({ ...options, package: { event: 'presence', accept: pidfType }, create: (address) => new Colleague(address, options.logger) });
}
