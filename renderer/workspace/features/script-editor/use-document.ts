import { useReducer } from 'react';
import type { Script } from '#shared/domain/script/script.ts';

/** A script as it is being written: what it says now, and every step back and forth. */
interface Written {
  readonly past: readonly Script[];
  readonly present: Script;
  readonly future: readonly Script[];
  /** What the last change was about: typing on in one field is one step back. */
  readonly about: string | null;
}

type Act =
  | { readonly type: 'change'; readonly next: Script; readonly about: string | null }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Another document, or what was brought together: there is no way back into another one's work. */
  | { readonly type: 'replace'; readonly next: Script };

const furthestBack = 200;

function written(state: Written, act: Act): Written {
  const { past, present, future, about } = state;
  switch (act.type) {
    case 'change':
      if (act.next === present) return state;
      if (act.about !== null && act.about === about) return { ...state, present: act.next, future: [] };
      return { past: [...past.slice(1 - furthestBack), present], present: act.next, future: [], about: act.about };
    case 'undo': {
      const before = past.at(-1);
      return before === undefined ? state : { past: past.slice(0, -1), present: before, future: [present, ...future], about: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after === undefined ? state : { past: [...past, present], present: after, future: rest, about: null };
    }
    case 'replace':
      return { past: [], present: act.next, future: [], about: null };
  }
}

export interface ScriptDocumentInHand {
  readonly script: Script;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** @param about changes about the same thing, one after the other, are one step back. */
  readonly change: (edit: (script: Script) => Script, about?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly replace: (next: Script) => void;
}

export function useDocument(initial: Script): ScriptDocumentInHand {
  const [{ past, present, future }, act] = useReducer(written, { past: [], present: initial, future: [], about: null });
  return {
    script: present,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change: (edit, about) => act({ type: 'change', next: edit(present), about: about ?? null }),
    undo: () => act({ type: 'undo' }),
    redo: () => act({ type: 'redo' }),
    replace: (next) => act({ type: 'replace', next }),
  };
}
