import type { AppliedChanges } from '#shared/ipc/applier-list.ts';
import type { Server } from '#shared/ipc/server.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';

/** A page of changes may have thousands: telling of each would keep searches waiting, here and in the page that hears it. */
const mostNamed = 100;

interface Audience {
  readonly workspaces: Server<StoreContract>;
  readonly control: Server<StoreControlContract>;
}

/** Tells workspaces and main what central changed. @param unfinished conversations to which a colleague's note may belong. @param follow what is done when all was told. */
export function announceChanges({ workspaces, control }: Audience, changes: AppliedChanges, unfinished: () => readonly { readonly id: string }[], follow: () => void = () => undefined): void {
  name({ workspaces, control }, changes, unfinished);
  follow();
}

function name({ workspaces, control }: Audience, changes: AppliedChanges, unfinished: () => readonly { readonly id: string }[]): void {
  if (changes.customers.length + changes.interactions.length > mostNamed) {
    workspaces.emit('customers.changed', {});
    if (changes.erased) control.emit('customer.erased', {});
    return;
  }
  for (const id of changes.customers) workspaces.emit('customer.changed', { id });
  const touched = new Set(changes.interactions);
  if (changes.handOvers) for (const { id } of unfinished()) touched.add(id);
  for (const id of touched) workspaces.emit('interaction.changed', { id });
  if (changes.work) workspaces.emit('work.changed', {});
  if (changes.catalogue) workspaces.emit('catalogue.changed', {});
  if (changes.knowledge) workspaces.emit('knowledge.changed', {});
  if (changes.letters) workspaces.emit('letters.changed', {});
  if (changes.erased) control.emit('customer.erased', {});
  if (changes.reference) workspaces.emit('reference.changed', {});
}
