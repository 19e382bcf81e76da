import type { Scheduled } from '#shared/domain/clock.ts';
import type { Availability, LineState, Presence } from '#shared/domain/presence.ts';
import { watchAvailability } from './availability-watch.ts';
import { Batches } from './batches.ts';
import type { DialogInfo } from './dialog-info.ts';
import { watchLines } from './line-watch.ts';
import type { WatchOptions } from './package-watch.ts';

type ColleagueOptions = Omit<WatchOptions, 'batches' | 'onChange'> & { readonly onChange: (presence: readonly Presence[]) => void };

/** A whole directory that is told at once makes one snapshot, not two hundred. */
const tellMs = 100;

/** The colleagues that the workspace shows: what their telephones do, and what they say of themselves. */
export class ColleagueWatch {
  readonly #options: ColleagueOptions;
  readonly #batches: Batches;
  readonly #lines: ReturnType<typeof watchLines>;
  readonly #availability: ReturnType<typeof watchAvailability>;
  #telling: Scheduled | null = null;
  #told = '';

  constructor(options: ColleagueOptions) {
    this.#options = options;
    this.#batches = new Batches(options.clock);
    const both: WatchOptions = { ...options, batches: this.#batches, onChange: () => this.#tell() };
    this.#lines = watchLines(both);
    this.#availability = watchAvailability(both);
  }

  /** Replaces what was watched before. */
  watch(numbers: readonly string[]): void {
    for (const watch of [this.#lines, this.#availability]) watch.watch(numbers);
    this.#tell();
  }

  onRegistered(): void {
    for (const watch of [this.#lines, this.#availability]) watch.onRegistered();
  }

  onDisconnected(): void {
    this.#batches.clear();
    for (const watch of [this.#lines, this.#availability]) watch.onDisconnected();
  }

  close(): void {
    this.#batches.clear();
    for (const watch of [this.#lines, this.#availability]) watch.close();
    this.#telling?.cancel();
  }

  /** What this telephone does, whatever its owner says. */
  lineOf(number: string): { readonly state: LineState; readonly dialog: DialogInfo | null } {
    const line = this.#lines.of(number);
    return { state: line?.state ?? 'unknown', dialog: line?.ringing ?? null };
  }

  #tell(): void {
    this.#telling ??= this.#options.clock.schedule(tellMs, () => {
      this.#telling = null;
      const presence = this.#lines.numbers.map((number) => ({ number, state: shownState(this.lineOf(number).state, this.#availability.of(number)?.availability ?? null) }));
      const told = JSON.stringify(presence);
      if (told === this.#told) return;
      this.#told = told;
      this.#options.onChange(presence);
    });
  }
}

/** Who rings or talks does so whatever they said of themselves; a telephone that does nothing is not free when its owner is not. */
function shownState(line: LineState, availability: Availability | null): LineState {
  return line === 'ringing' || line === 'talking' || availability === null || availability === 'available' ? line : availability;
}
