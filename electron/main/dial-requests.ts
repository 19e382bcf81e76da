import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { isDialLink, parseDialLink } from '#shared/domain/dial-link.ts';
import { newId } from '#shared/domain/ids.ts';
import type { DialRequest } from '#shared/domain/line-policy.ts';
import type { Logger } from '#shared/domain/logger.ts';

interface DialRequestsOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** How numbers are read, and which users are ours. */
  readonly place: () => { readonly country: string; readonly domain: string | null };
  readonly onChange: (requests: readonly DialRequest[]) => void;
  /** There is something to decide: the operator clicked a link somewhere else, and looks there. */
  readonly onAsked: () => void;
}

/** A page that opens a thousand links is not a thousand wishes. */
const longestQueue = 20;
const dialSwitch = '--dial=';

/** @returns what of a command line asks to dial: links, and `--dial=number`. Switches of Chromium may stand around them. */
export function dialLinksOf(commandLine: readonly string[]): string[] {
  return commandLine.flatMap((word) => {
    if (isDialLink(word)) return [word];
    const number = word.startsWith(dialSwitch) ? word.slice(dialSwitch.length) : '';
    if (number === '') return [];
    return [isDialLink(number) ? number : `tel:${number}`];
  });
}

/** The numbers that links and command lines asked to dial, until the operator has decided about each. Nothing is dialled by itself. */
export class DialRequests {
  readonly #options: DialRequestsOptions;
  #requests: readonly DialRequest[] = [];

  constructor(options: DialRequestsOptions) {
    this.#options = options;
  }

  /** Takes a link from outside; one that cannot be read is logged, without its text, and left. */
  open(link: string): void {
    const { clock, logger, place, onAsked } = this.#options;
    const parsed = parseDialLink(link, place());
    if (parsed === null) {
      logger.warn({ scheme: link.split(':')[0]?.slice(0, 8) ?? '', length: link.length }, 'a link that cannot be dialled was left');
      return;
    }
    const known = this.#requests.find(({ target, extension }) => target === parsed.target && extension === parsed.extension);
    if (known === undefined && this.#requests.length >= longestQueue) {
      logger.warn({ waiting: this.#requests.length }, 'too many links wait already');
      return;
    }
    // The second click on the same link is impatience, not a second call.
    if (known === undefined) this.#set([...this.#requests, { id: newId(), ...parsed, at: isoNow(clock) }]);
    onAsked();
  }

  /** The operator called it, or does not want to. */
  dismiss(id: string): void {
    this.#set(this.#requests.filter((request) => request.id !== id));
  }

  #set(requests: readonly DialRequest[]): void {
    this.#requests = requests;
    this.#options.onChange(requests);
  }
}
