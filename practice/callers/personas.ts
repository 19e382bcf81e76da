import type { QueueKey } from '../sample/centre.ts';

/** A practice caller: whose number shows, which line they call, and how they talk. */
export interface Persona {
  /** Folder of their voice in `resources/voices`, and the name for `--persona`. */
  readonly key: string;
  /** As their telephone company sends it; null where it sends none. */
  readonly displayName: string | null;
  /** E.164. */
  readonly number: string;
  readonly queue: QueueKey;
  /** How long they think before they answer. */
  readonly thinkMs: number;
  /** A silence this long makes them speak up. */
  readonly patienceMs: number;
  /** Silences in a row that they bear before they hang up. */
  readonly silences: number;
  /** An operator who talks on for longer is interrupted; null: never. */
  readonly interruptsAfterMs: number | null;
}

/** The callers, in the order in which they ring. */
export const personas: readonly Persona[] = [
  { key: 'trouwe-klant', displayName: 'DE SMET PIETER', number: '+3292254107', queue: 'bestellingen-nl', thinkMs: 500, patienceMs: 9_000, silences: 8, interruptsAfterMs: null },
  { key: 'onbekend-nummer', displayName: null, number: '+32479650218', queue: 'bestellingen-nl', thinkMs: 700, patienceMs: 9_000, silences: 6, interruptsAfterMs: null },
  { key: 'cliente-francophone', displayName: 'LEJEUNE AMELIE', number: '+32475318264', queue: 'commandes-fr', thinkMs: 500, patienceMs: 8_000, silences: 6, interruptsAfterMs: null },
  { key: 'ongeduldige-klant', displayName: null, number: '+3256214873', queue: 'klantendienst-nl', thinkMs: 200, patienceMs: 4_500, silences: 4, interruptsAfterMs: 9_000 },
  { key: 'english-caller', displayName: null, number: '+447700900431', queue: 'orders-en', thinkMs: 600, patienceMs: 8_000, silences: 6, interruptsAfterMs: null },
];

/** @returns the persona of that name; undefined where there is none. */
export function personaOf(key: string): Persona | undefined {
  return personas.find((persona) => persona.key === key);
}
