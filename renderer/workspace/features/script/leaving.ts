/** What is being typed of a step that is left for another, or out: it survives a crash, and opens again where it stood. */
export interface Leaving {
  readonly values: LeavingValues;
  readonly set: (changed: Partial<LeavingValues>) => void;
  /** It was done, or given up. */
  readonly done: () => void;
}

export interface LeavingValues {
  /** Empty while no step is being left. */
  readonly way: '' | 'skip' | 'jump';
  /** The step that is left out, by its key; or the one that is gone to, as far as its name was typed. */
  readonly step: string;
  readonly reason: string;
}

export const notLeaving: LeavingValues = { way: '', step: '', reason: '' };
