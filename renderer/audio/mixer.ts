import { closeGraph, openGraph } from './graph-context.ts';
import { SideInput } from './side-input.ts';
import type { Slot } from './slot.ts';

interface Member {
  readonly operator: SideInput;
  readonly party: SideInput;
  /** What this party is sent: the operator and all other parties. */
  readonly destination: MediaStreamAudioDestinationNode;
}

/**
 * A conference in this window: each party is sent the operator's microphone and the other parties, and never itself.
 * The operator hears each through its own player as before, so joining changes nothing in the operator's ear. The
 * microphone comes in after its gate, one track a slot: muting cuts the operator and leaves the parties to each other.
 */
export class Mixer {
  readonly #members = new Map<Slot, Member>();
  #context: AudioContext | null = null;

  /** The slots that are mixed from now on; fewer than two are none. */
  async set(slots: readonly Slot[]): Promise<void> {
    const wanted = new Set(slots.length < 2 ? [] : slots);
    const leaving = [...this.#members.keys()].filter((slot) => !wanted.has(slot));
    const joining = [...wanted].filter((slot) => !this.#members.has(slot));
    const left = leaving.map((slot) => this.#leave(slot));
    for (const slot of joining) this.#join(slot);
    this.#wire();
    const joined = joining.map((slot) => slot.sendInstead(this.#members.get(slot)?.destination.stream.getAudioTracks()[0] ?? null));
    // What a sender still reads must not be taken from under it: the graph goes when every microphone is back in its place.
    await Promise.all([...left, ...joined]);
    if (this.#members.size === 0) this.#close();
  }

  /** A slot that is closed leaves; a party that is left alone has the plain microphone again. */
  drop(slot: Slot | undefined): void {
    if (slot === undefined || !this.#members.has(slot)) return;
    // Only a slot that is closing as well can refuse, and that one leaves by itself.
    this.set([...this.#members.keys()].filter((member) => member !== slot)).catch(() => undefined);
  }

  #join(slot: Slot): void {
    const context = (this.#context ??= openGraph({ latencyHint: 'interactive', sampleRate: 48_000 }));
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1, channelCountMode: 'explicit' });
    this.#members.set(slot, { operator: new SideInput(context, slot.sources, 'operator'), party: new SideInput(context, slot.sources, 'party'), destination });
  }

  #leave(slot: Slot): Promise<void> {
    const member = this.#members.get(slot);
    this.#members.delete(slot);
    const restored = slot.sendInstead(null);
    const release = () => {
      member?.operator.close();
      member?.party.close();
      for (const track of member?.destination.stream.getTracks() ?? []) track.stop();
    };
    return restored.then(release, release);
  }

  /** Connecting twice is connecting once, and what left has taken its connections along, but for those that lead to it. */
  #wire(): void {
    for (const [slot, { operator, party, destination }] of this.#members) {
      operator.output.connect(destination);
      party.output.disconnect();
      for (const [other, member] of this.#members) if (other !== slot) party.output.connect(member.destination);
    }
  }

  #close(): void {
    const context = this.#context;
    this.#context = null;
    if (context !== null) closeGraph(context);
  }
}
