import type { CustomerFile, Duplicate } from '#shared/domain/customer-file.ts';
import { callRefusals } from '#shared/domain/consent.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Consent, Note } from '#shared/domain/file-entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { TimelineEntry } from '#shared/domain/timeline.ts';
import type { fileCalls } from '#shared/ipc/file-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { hitOf } from './sample-data.ts';
import type { SampleShop } from './sample-shop.ts';

interface Files {
  readonly customers: Map<string, CustomerFile>;
  readonly shop: SampleShop;
  readonly duplicates: Duplicate[];
  readonly mergedInto: ReadonlyMap<string, string>;
}

/** What a customer's file holds beside data, kept in memory: enough for the screens to be played with. */
export function sampleFileHandlers(files: Files): Pick<Handlers<StoreContract>, keyof typeof fileCalls> {
  const { customers, shop } = files;
  const fileOf = (id: string): CustomerFile => {
    const file = customers.get(id);
    if (file === undefined) throw new BalieError('store.not-found', 'no such customer');
    return file;
  };
  const keep = (file: CustomerFile): CustomerFile => {
    customers.set(file.customer.id, file);
    return file;
  };
  const holding = (fits: (file: CustomerFile) => boolean): CustomerFile => {
    const file = [...customers.values()].find(fits);
    if (file === undefined) throw new BalieError('store.not-found', 'no such row');
    return file;
  };
  /** Central knows better than this desk what became of a file. */
  const whole = (id: string): CustomerFile => {
    const survivorId = files.mergedInto.get(id);
    if (survivorId !== undefined) throw new BalieError('customer.merged', 'merged', { details: { survivorId, survivorNumber: fileOf(survivorId).customer.customerNumber } });
    return fileOf(id);
  };
  const fresh = () => ({ id: newId(), version: 0, updatedAt: new Date().toISOString() });
  const at = (): string => new Date().toISOString();
  return {
    'customer.timeline': ({ customerId, kinds }) => ({ entries: entriesOf(fileOf(customerId), shop).filter(({ kind }) => kinds.includes(kind)), next: null }),
    'customer.corrections': () => [],
    'correction.undo': ({ customerId }) => fileOf(customerId),
    'customer.refusals': ({ number }) =>
      [...customers.values()].flatMap((file) => {
        const consent = file.contactPoints.some(({ value }) => value === number) ? callRefusals(file.consents).find(({ purpose }) => purpose === 'any') : undefined;
        return consent === undefined ? [] : [{ customerId: file.customer.id, name: hitOf(file, 'phone').name, consent }];
      }),
    'consent.add': ({ customerId, ...said }) => {
      const consent: Consent = { ...fresh(), ...said, customerId, at: at(), agentId: null };
      const file = fileOf(customerId);
      return keep({ ...file, consents: [consent, ...file.consents] });
    },
    'note.add': ({ customerId, ...text }) => {
      const note: Note = { ...fresh(), ...text, customerId, at: at(), agentId: null };
      const file = fileOf(customerId);
      return keep({ ...file, notes: [...file.notes, note] });
    },
    'note.change': ({ id, pinned }) => {
      const file = holding(({ notes }) => notes.some((note) => note.id === id));
      return keep({ ...file, notes: file.notes.map((note) => (note.id === id ? { ...note, pinned: pinned ?? note.pinned } : note)) });
    },
    'note.remove': ({ id }) => {
      const file = holding(({ notes }) => notes.some((note) => note.id === id));
      return keep({ ...file, notes: file.notes.filter((note) => note.id !== id) });
    },
    'case.open': ({ customerId, promised: _, mine: __, ...text }) => {
      const file = fileOf(customerId);
      return keep({ ...file, cases: [...file.cases, { ...fresh(), ...text, customerId, caseNumber: `Z-${100_300 + file.cases.length}`, state: 'open', ownerId: null, openedAt: at(), openedBy: null, closedAt: null, result: '', readBackAt: null }] });
    },
    'case.change': ({ id }) => {
      const file = holding(({ cases }) => cases.some((row) => row.id === id));
      return keep({ ...file, cases: file.cases.filter((row) => row.id !== id) });
    },
    'promise.add': ({ customerId, mine: _, ...text }) => {
      const file = fileOf(customerId);
      return keep({ ...file, promises: [...file.promises, { ...fresh(), ...text, customerId, state: 'open', ownerId: null, madeAt: at(), madeBy: null, doneAt: null }] });
    },
    'promise.change': ({ id }) => {
      const file = holding(({ promises }) => promises.some((row) => row.id === id));
      return keep({ ...file, promises: file.promises.filter((row) => row.id !== id) });
    },
    'work.due': () =>
      [...customers.values()].flatMap((file) => [
        ...file.promises.map((row) => ({ kind: 'promise' as const, id: row.id, customerId: row.customerId, customerName: hitOf(file, 'name').name, text: row.text, caseNumber: null, dueAt: row.dueAt, priority: row.priority, ownerId: row.ownerId, ownerName: row.ownerId === null ? null : 'Karim Haddad', isMine: row.ownerId === null })),
        ...file.cases.map((row) => ({ kind: 'case' as const, id: row.id, customerId: row.customerId, customerName: hitOf(file, 'name').name, text: row.subject, caseNumber: row.caseNumber, dueAt: row.dueAt ?? row.openedAt, priority: row.priority, ownerId: row.ownerId, ownerName: row.ownerId === null ? null : 'Karim Haddad', isMine: row.ownerId !== null })),
      ]),
    'customer.duplicates': () => files.duplicates,
    'customer.merge': ({ survivorId }) => fileOf(survivorId),
    'customer.undoMerge': () => holding(() => true),
    'customer.export': ({ id }) => ({ text: JSON.stringify(whole(id)) }),
    'customer.erase': ({ id }) => void customers.delete(whole(id).customer.id),
  };
}

function entriesOf(file: CustomerFile, shop: SampleShop): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...file.interactions.map((interaction): TimelineEntry => ({ kind: interaction.channel === 'voice' ? 'call' : 'message', id: interaction.id, at: interaction.startedAt, by: 'Lotte Vermeulen', interaction })),
    ...file.notes.map((note): TimelineEntry => ({ kind: 'note', id: note.id, at: note.at, by: 'Karim Haddad', note })),
    ...file.consents.map((consent): TimelineEntry => ({ kind: 'consent', id: consent.id, at: consent.at, by: null, consent })),
    ...file.cases.map((row): TimelineEntry => ({ kind: 'case', id: row.id, at: row.openedAt, by: 'Karim Haddad', case: row })),
    ...file.promises.map((promise): TimelineEntry => ({ kind: 'promise', id: promise.id, at: promise.madeAt, by: 'Karim Haddad', promise })),
  ];
  for (const { order } of shop.orders.filter((view) => view.order.customerId === file.customer.id)) {
    entries.push(...order.history.map(({ state, at }): TimelineEntry => ({ kind: 'order', id: order.id, at, by: 'Lotte Vermeulen', order, state })));
  }
  return entries.sort((a, b) => b.at.localeCompare(a.at));
}
