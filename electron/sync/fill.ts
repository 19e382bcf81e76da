import type { FillMark } from './fill-mark.ts';
import type { FreshCustomers } from './fresh-customers.ts';

/** A fill in progress. */
export interface Fill {
  readonly number: number;
  /** Central began another history: its version numbers say nothing about ours. */
  readonly anyVersion: boolean;
  /** How a new device writes customers; null: this is none. */
  readonly fresh: FreshCustomers | null;
  readonly mark: FillMark;
}
