import { z } from 'zod';
import { abbreviationsSchema } from './abbreviations.ts';
import { trailWishSchema } from './identity/trail.ts';
import { idSchema } from './ids.ts';
import { figureColumns } from './quality/figure-rows.ts';
import { ownFiguresWishSchema, queueFiguresWishSchema } from './quality/wish.ts';

/** The lists that can leave the workplace as a file. */
export const exportLists = ['history', 'directory', 'team', 'customers', 'timeline', 'orders', 'figures', 'queueFigures', 'products', 'reservations', 'due', 'cases', 'identityChecks', 'unsent'] as const;
export const exportListSchema = z.enum(exportLists);
export type ExportList = z.infer<typeof exportListSchema>;

export const exportFormats = ['csv', 'xlsx', 'ods'] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Lists that are on this device. */
const listsOfDevice = [
  z.strictObject({ list: z.literal('history'), text: z.string().max(200), kind: z.enum(['all', 'missed', 'inbound', 'outbound']) }),
  z.strictObject({ list: z.literal('directory'), text: z.string().max(200) }),
  z.strictObject({ list: z.literal('customers'), text: z.string().max(200) }),
  z.strictObject({ list: z.literal('team') }),
  z.strictObject({ list: z.literal('timeline'), customerId: idSchema }),
  /** Of one customer; null: every order that this device has. */
  z.strictObject({ list: z.literal('orders'), customerId: idSchema.nullable() }),
  /** What can be sold, of those that the words find. */
  z.strictObject({ list: z.literal('products'), text: z.string().max(200) }),
  z.strictObject({ list: z.literal('reservations') }),
  /** Work with a deadline that is not done: one's own and nobody's, or everybody's. */
  z.strictObject({ list: z.literal('due'), whose: z.enum(['own', 'all']) }),
  /** Cases and promises of every customer, done or not. */
  z.strictObject({ list: z.literal('cases') }),
  /** What the centre does not have: what waits to be sent, and what waits for a decision. */
  z.strictObject({ list: z.literal('unsent') }),
  /** The operator's own. */
  ownFiguresWishSchema.extend({ list: z.literal('figures') }),
] as const;
export const deviceExportSchema = z.discriminatedUnion('list', listsOfDevice);
export type DeviceExport = z.infer<typeof deviceExportSchema>;

const queueFiguresExportSchema = queueFiguresWishSchema.extend({ list: z.literal('queueFigures') });
export type QueueFiguresExport = z.infer<typeof queueFiguresExportSchema>;
const identityChecksExportSchema = trailWishSchema.extend({ list: z.literal('identityChecks') });
export type IdentityChecksExport = z.infer<typeof identityChecksExportSchema>;

/** Which rows: what the operator has on the screen, all of it. Figures of queues and the trail of identity checks are central's. */
export const exportRequestSchema = z.discriminatedUnion('list', [...listsOfDevice, queueFiguresExportSchema, identityChecksExportSchema]);
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** What a column holds. `word`: one of some words (`order.shipped`), to be said in the operator's language; `seconds`: a duration. */
export type ColumnKind = 'text' | 'number' | 'seconds' | 'instant' | 'word';

/** What the workspace orders: which rows, and how the operator's language says what is in them. */
export const exportOrderSchema = z.strictObject({
  request: exportRequestSchema,
  format: exportFormatSchema,
  /** Of the sheet, and of the file that is proposed. */
  title: z.string().min(1).max(100),
  headings: z.record(z.string().max(40), z.string().max(100)),
  words: z.record(z.string().max(40), z.string().max(100)),
});
export type ExportOrder = z.infer<typeof exportOrderSchema>;

/** The columns of each list. Their headings are `export.column.<name>` in the locale files. */
export const exportColumns = {
  history: { startedAt: 'instant', direction: 'word', name: 'text', number: 'text', queue: 'text', answered: 'word', duration: 'seconds', outcome: 'text', transferredTo: 'text' },
  directory: { name: 'text', department: 'text', number: 'text', competences: 'text' },
  customers: { customerNumber: 'text', name: 'text', street: 'text', town: 'text', lastContact: 'instant' },
  team: { name: 'text', team: 'text', extension: 'text', languages: 'text' },
  timeline: { startedAt: 'instant', kind: 'word', direction: 'word', what: 'word', state: 'word', duration: 'seconds', due: 'instant', outcome: 'text', content: 'text', remark: 'text', operator: 'text' },
  figures: { queue: 'text', ...figureColumns },
  queueFigures: { queue: 'text', team: 'text', ...figureColumns },
  identityChecks: { checkedAt: 'instant', operator: 'text', customer: 'text', check: 'word', answer: 'word', queue: 'text', conversation: 'text' },
  orders: { placedAt: 'instant', orderNumber: 'text', state: 'word', customerNumber: 'text', name: 'text', products: 'text', total: 'number', promisedFor: 'text', operator: 'text' },
  products: { sku: 'text', name: 'text', category: 'text', price: 'number', vat: 'number', available: 'number', onHand: 'number', countedAt: 'instant' },
  reservations: { reservedAt: 'instant', reservationNumber: 'text', state: 'word', customerNumber: 'text', name: 'text', what: 'text', day: 'text', from: 'text', seats: 'number', remark: 'text', operator: 'text' },
  due: { due: 'instant', kind: 'word', caseNumber: 'text', name: 'text', content: 'text', priority: 'word', operator: 'text' },
  cases: { openedAt: 'instant', kind: 'word', caseNumber: 'text', state: 'word', customerNumber: 'text', name: 'text', content: 'text', priority: 'word', due: 'instant', closedAt: 'instant', outcome: 'text', operator: 'text' },
  unsent: { writtenAt: 'instant', kind: 'word', what: 'word', state: 'word', name: 'text', field: 'word', content: 'text', remark: 'text', fileValue: 'text' },
} as const satisfies Readonly<Record<ExportList, Readonly<Record<string, ColumnKind>>>>;

/** A value on its way to a file: text, a number, or an instant in ISO 8601. */
export const cellSchema = z.union([z.string(), z.number(), z.null()]);
export type Cell = z.infer<typeof cellSchema>;

/** @returns whole seconds between two instants; null where one is not known. */
export function seconds(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

/** What the centre lets one operator do with data outside Balie. */
export const officePolicySchema = z.strictObject({
  /** Lists that may be exported. Those with customers or colleagues' work in them are for the centre to allow. */
  exports: z.array(exportListSchema).default(['history', 'directory', 'figures']),
  /** What the centre calls itself in letters that come from no queue. */
  organisation: z.string().max(128).default(''),
  /** What expands while any of its operators writes. */
  abbreviations: abbreviationsSchema.default([]),
});
export type OfficePolicy = z.infer<typeof officePolicySchema>;

/** The same as an administrator writes it: by what somebody is at the centre. */
export const officeByRoleSchema = z
  .strictObject({
    exports: z
      .strictObject({
        operator: officePolicySchema.shape.exports,
        'team-lead': z.array(exportListSchema).default([...exportLists]),
        administrator: z.array(exportListSchema).default([...exportLists]),
      })
      .prefault({}),
    organisation: officePolicySchema.shape.organisation,
    abbreviations: officePolicySchema.shape.abbreviations,
  })
  .prefault({});
