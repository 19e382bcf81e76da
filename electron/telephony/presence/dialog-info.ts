import type { LineState } from '#shared/domain/presence.ts';
import { readXml, type XmlElement } from './xml.ts';

/** A dialog of somebody's telephone, as the exchange tells it (RFC 4235 section 4.1). */
export interface DialogInfo {
  readonly id: string;
  readonly state: 'trying' | 'proceeding' | 'early' | 'confirmed' | 'terminated';
  readonly isRecipient: boolean;
  readonly callId: string | null;
  readonly localTag: string | null;
  readonly remoteTag: string | null;
  /** Where the other party of the dialog is reached. */
  readonly remoteTarget: string | null;
}

export interface DialogInfoDocument {
  readonly version: number;
  readonly isFull: boolean;
  readonly dialogs: readonly DialogInfo[];
}

const states = ['trying', 'proceeding', 'early', 'confirmed', 'terminated'] as const;
/** More dialogs than a telephone has are somebody's joke. */
const mostDialogs = 64;
const longest = 256;

/** @returns null for what is no `application/dialog-info+xml` document. */
export function readDialogInfo(text: string): DialogInfoDocument | null {
  const root = readXml(text);
  const version = Number(root?.attributes['version']);
  if (root?.name !== 'dialog-info' || !Number.isInteger(version) || version < 0) return null;
  const dialogs = root.children.filter(({ name }) => name === 'dialog').slice(0, mostDialogs);
  return { version, isFull: root.attributes['state'] !== 'partial', dialogs: dialogs.flatMap((dialog) => dialogOf(dialog) ?? []) };
}

function dialogOf({ attributes, children }: XmlElement): DialogInfo | null {
  const said = children.find(({ name }) => name === 'state')?.text.toLowerCase();
  const state = states.find((known) => known === said);
  const id = short(attributes['id']);
  if (state === undefined || id === null) return null;
  const remote = children.find(({ name }) => name === 'remote');
  const target = remote?.children.find(({ name }) => name === 'target')?.attributes['uri'];
  const identity = remote?.children.find(({ name }) => name === 'identity')?.text;
  return {
    id,
    state,
    isRecipient: attributes['direction'] === 'recipient',
    callId: short(attributes['call-id']),
    localTag: short(attributes['local-tag']),
    remoteTag: short(attributes['remote-tag']),
    remoteTarget: short(target) ?? short(identity),
  };
}

/** What cannot be put in a header as it is, is nothing. */
function short(text: string | undefined): string | null {
  return text === undefined || text === '' || text.length > longest || /[\s<>";,]/.test(text) ? null : text;
}

/**
 * The dialogs of one telephone, document after document.
 *
 * Versions tell what is old and what was missed (RFC 4235 section 4.3). Several exchanges count a full document with 0 every
 * time, so that a full one is only old when it is older than one that was counted.
 */
export class DialogTracker {
  #dialogs: ReadonlyMap<string, DialogInfo> = new Map();
  #version: number | null = null;

  get dialogs(): readonly DialogInfo[] {
    return [...this.#dialogs.values()];
  }

  /** @returns `missed` when a document before this one did not arrive: only the whole tells now. */
  take({ version, isFull, dialogs }: DialogInfoDocument): 'taken' | 'old' | 'missed' {
    const last = this.#version;
    if (isFull) {
      if (last !== null && version < last && version !== 0) return 'old';
      this.#dialogs = new Map();
    } else {
      if (last !== null && version <= last) return 'old';
      if (last === null || version !== last + 1) return 'missed';
    }
    this.#version = version;
    const next = new Map(this.#dialogs);
    for (const dialog of dialogs) {
      if (dialog.state === 'terminated') next.delete(dialog.id);
      else next.set(dialog.id, dialog);
    }
    this.#dialogs = next;
    return 'taken';
  }

  /** A new subscription counts anew. */
  reset(): void {
    this.#dialogs = new Map();
    this.#version = null;
  }
}

/** What a telephone with these dialogs does: who talks is talking whatever else rings, and who calls somebody is not free. */
export function lineStateOf(dialogs: readonly DialogInfo[]): LineState {
  if (dialogs.some(({ state, isRecipient }) => state === 'confirmed' || !isRecipient)) return 'talking';
  return dialogs.length > 0 ? 'ringing' : 'free';
}
