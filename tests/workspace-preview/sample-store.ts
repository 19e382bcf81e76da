import type { AccuracyDay } from '#shared/domain/accuracy.ts';
import type { CustomerFile, CustomerHit, Draft, Duplicate, InteractionFile } from '#shared/domain/customer-file.ts';
import type { Customer, Interaction } from '#shared/domain/entities.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import type { SyncStatus } from '#shared/domain/sync-status.ts';
import { serve, type Server } from '#shared/ipc/server.ts';
import { storeContract, type StoreContract } from '#shared/ipc/store-list.ts';
import { customers, hitOf, queue, scriptRow, serviceScriptRow } from './sample-data.ts';
import { SampleCasework } from './sample-casework.ts';
import { SampleGate } from './sample-gate.ts';
import { sampleFileHandlers } from './sample-file-handlers.ts';
import { sampleKnowledgeHandlers, type Remark } from './sample-knowledge.ts';
import { noRecords } from './sample-records.ts';
import { sampleFigures } from './sample-figures.ts';
import { findColleagues, listCalls } from './sample-people.ts';
import { sampleScriptDrafts } from './sample-scripts.ts';
import { sampleLetterDrafts } from './sample-templates.ts';
import { SampleShop } from './sample-shop.ts';
import { SampleUnsent } from './sample-unsent.ts';

const at = (): string => new Date().toISOString();

/** A store of one page: it keeps what it is told, in memory. */
export class SampleStore {
  readonly server: Server<StoreContract>;
  readonly shop = new SampleShop((customerId) => this.customers.get(customerId)?.addresses ?? []);
  readonly gate = new SampleGate(this);
  readonly casework = new SampleCasework();
  readonly files = new Map<string, InteractionFile>();
  readonly customers = new Map<string, CustomerFile>(customers.map((file) => [file.customer.id, file]));
  /** Every batch of keystrokes, as it came. */
  readonly batches: { readonly interactionId: string; readonly fields: Draft }[] = [];
  readonly closed: Interaction[] = [];
  readonly unsent = new SampleUnsent((parked) => {
    this.status = { ...this.status, parked };
    this.server.emit('sync.status', this.status);
  });
  /** What was typed in the files of customers who were looked up. */
  readonly drafts = new Map<string, Draft>();
  /** Templates of letters that were begun. */
  readonly letterDrafts: Parameters<typeof sampleLetterDrafts>[0] = new Map();
  readonly scriptDrafts: Parameters<typeof sampleScriptDrafts>[0] = new Map();
  /** Files that are taken for one customer. */
  duplicates: Duplicate[] = [];
  /** Files that a colleague merged into another one, of which this desk has not heard. */
  readonly mergedInto = new Map<string, string>();
  /** What was said about articles. */
  readonly remarks: Remark[] = [];
  /** This operator had no conversation yet. */
  isNew = false;
  /** What was entered and corrected, as it was told. */
  readonly accuracy: AccuracyDay[] = [];
  /** When set, writing a draft is refused with it. */
  writeError: BalieError | null = null;
  /** When set, searching customers is refused with it. */
  searchError: BalieError | null = null;
  status: SyncStatus = { state: 'synced', pending: 0, parked: 0, lastSyncedAt: at(), progress: null, error: null };

  constructor(files: readonly InteractionFile[] = []) {
    for (const file of files) this.files.set(file.interaction.id, file);
    this.server = serve(
      storeContract,
      {
        ...sampleKnowledgeHandlers(this.remarks),
        ...sampleScriptDrafts(this.scriptDrafts),
        ...sampleLetterDrafts(this.letterDrafts),
        'interaction.byCall': ({ callId }) => {
          const file = [...this.files.values()].find(({ legs }) => legs.some((leg) => leg.callId === callId));
          return file === undefined ? null : this.gate.shown(file);
        },
        'interaction.get': ({ id }) => this.gate.shown(this.#file(id)),
        'interaction.unfinished': () => [...this.files.values()].map((file) => file.interaction).filter((interaction) => interaction.state !== 'closed'),
        'interaction.linkCustomer': ({ id, customerId }) => {
          const file = this.#file(id);
          return this.#put({ ...file, interaction: { ...file.interaction, customerId }, customer: customerId === null ? null : (this.customers.get(customerId) ?? null), candidates: [] });
        },
        'interaction.setScriptRun': ({ id, run, captured }) => {
          const file = this.#file(id);
          this.#put({ ...file, interaction: { ...file.interaction, scriptRun: run, captured } });
        },
        'interaction.scripts': () => [scriptRow, serviceScriptRow].map(({ id, language, definition }) => ({ id, language, title: definition.title, queues: [queue.name] })),
        'interaction.chooseScript': ({ id, scriptId }) => {
          const file = this.#file(id);
          return this.#put({ ...file, interaction: { ...file.interaction, scriptRun: null }, script: [scriptRow, serviceScriptRow].find((row) => row.id === scriptId) ?? null });
        },
        'interaction.close': ({ id, readBackAt: _, ...result }) => {
          const file = this.#file(id);
          const interaction: Interaction = { ...file.interaction, ...result, state: 'closed', closedAt: at() };
          this.closed.push(interaction);
          this.#put({ ...file, interaction });
          return interaction;
        },
        'draft.write': ({ interactionId, fields }) => {
          if (this.writeError !== null) throw this.writeError;
          this.batches.push({ interactionId, fields });
          // By the id of a customer or an article.
          if (!this.files.has(interactionId)) {
            this.drafts.set(interactionId, { ...this.drafts.get(interactionId), ...fields });
            return { savedAt: at() };
          }
          const file = this.#file(interactionId);
          const savedAt = at();
          this.files.set(interactionId, { ...file, draft: { ...file.draft, ...fields }, draftSavedAt: savedAt });
          return { savedAt };
        },
        'draft.read': ({ ownerId }) => ({ draft: this.drafts.get(ownerId) ?? {}, savedAt: null }),
        'draft.forget': (typed) => this.#forget(typed),
        ...this.gate.handlers(),
        ...this.shop.handlers(() => this.server.emit('catalogue.changed', {})),
        'history.list': (wanted) => listCalls(wanted),
        'directory.search': ({ text, limit }) => findColleagues(text, limit),
        'accuracy.add': (counts) => void this.accuracy.push(counts),
        'accuracy.read': () => this.accuracy,
        'quality.figures': (wanted) => sampleFigures(wanted, this.isNew),
        'customer.get': ({ id }) => this.#customer(id),
        'customer.search': ({ text, limit }) => this.#search(text).slice(0, limit),
        'customer.create': ({ customer, contactPoints, addresses, typed }) => {
          if (typed !== undefined) this.#forget(typed);
          const id = newId();
          const fresh = { version: 0, updatedAt: at(), customerId: id };
          const file: CustomerFile = {
            masked: [],
            customer: { ...blankCustomer, ...defined(customer), id, updatedAt: at() },
            contactPoints: contactPoints.map((point) => ({ ...point, ...fresh, id: newId() })),
            addresses: addresses.map((address) => ({ ...address, ...fresh, id: newId() })),
            interactions: [],
            ...noRecords,
          };
          this.customers.set(id, file);
          return file;
        },
        ...sampleFileHandlers(this),
        ...this.casework.handlers(this),
        'customer.change': ({ id, change, typed }) => {
          const file = this.#customer(id);
          if (typed !== undefined) this.#forget(typed);
          const fresh = { version: 0, updatedAt: at(), customerId: id };
          const contactPoints = file.contactPoints.filter((point) => change.removed?.contactPoints.includes(point.id) !== true).map((point) => ({ ...point, ...change.contactPoints?.find((other) => other.id === point.id) }));
          const added = (change.contactPoints ?? []).flatMap((point) => (point.id === undefined ? [{ ...point, ...fresh, id: newId() }] : []));
          const addresses = file.addresses.filter((address) => change.removed?.addresses.includes(address.id) !== true).map((address) => ({ ...address, ...change.addresses?.find((other) => other.id === address.id) }));
          const more = (change.addresses ?? []).flatMap((address) => (address.id === undefined ? [{ ...address, ...fresh, id: newId() }] : []));
          const next = { ...file, customer: { ...file.customer, ...defined(change.customer ?? {}) }, contactPoints: [...contactPoints, ...added], addresses: [...addresses, ...more] };
          this.customers.set(id, next);
          return next;
        },
        'sync.status': () => this.status,
        'sync.now': () => undefined,
        ...this.unsent.handlers(),
      },
      silentLogger,
    );
  }

  /** The store has heard of a call. */
  open(file: InteractionFile): void {
    this.files.set(file.interaction.id, file);
    for (const leg of file.legs) this.server.emit('interaction.opened', { id: file.interaction.id, callId: leg.callId });
  }

  #forget({ interactionId, fields }: { readonly interactionId: string; readonly fields: Draft }): void {
    const left = (draft: Draft): Draft => Object.fromEntries(Object.entries(draft).filter(([field, value]) => fields[field] !== value));
    this.drafts.set(interactionId, left(this.drafts.get(interactionId) ?? {}));
    const file = this.files.get(interactionId);
    if (file !== undefined) this.files.set(interactionId, { ...file, draft: left(file.draft) });
  }

  #search(text: string): CustomerHit[] {
    if (this.searchError !== null) throw this.searchError;
    const words = text.toLowerCase().split(/\s+/);
    return [...this.customers.values()].map((file) => hitOf(file, 'name')).filter((hit) => words.every((word) => `${hit.name} ${hit.town} ${hit.customerNumber ?? ''}`.toLowerCase().includes(word)));
  }

  #put(file: InteractionFile): InteractionFile {
    this.files.set(file.interaction.id, file);
    this.server.emit('interaction.changed', { id: file.interaction.id });
    return this.gate.shown(file);
  }

  #file(id: string): InteractionFile {
    const file = this.files.get(id);
    if (file === undefined) throw new BalieError('store.not-found', 'no such interaction');
    return file;
  }

  #customer(id: string): CustomerFile {
    const file = this.customers.get(id);
    if (file === undefined) throw new BalieError('store.not-found', 'no such customer');
    return file;
  }
}

const blankCustomer: Omit<Customer, 'id' | 'updatedAt'> = {
  version: 0,
  kind: 'person',
  customerNumber: null,
  salutation: 'none',
  givenName: '',
  familyName: '',
  organisationName: null,
  vatNumber: null,
  birthDate: null,
  language: 'nl',
  segment: 'new',
  archived: false,
};

/** @returns the values that are there. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
