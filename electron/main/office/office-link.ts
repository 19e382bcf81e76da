import type { Client } from '#shared/ipc/client.ts';
import type { OfficeContract } from '#shared/ipc/office-list.ts';

/** Runs the office process while `work` needs it. */
export type OfficeLink = <T>(work: (office: Client<OfficeContract>) => Promise<T>) => Promise<T>;

/** Asks the operator for a place; null when they cancelled. The name is without its ending. */
export type WhereTo = (wish: { readonly name: string; readonly extension: string }) => Promise<string | null>;
