import { z } from 'zod';
import { idSchema, instantSchema } from './ids.ts';
import { exportFormats, exportLists } from './office.ts';

/** Somebody took data out of Balie, as a file: what and how much, never the data. Written once, by the device that did it. */
export const dataExportSchema = z.strictObject({
  id: idSchema,
  version: z.number().int().min(0),
  updatedAt: instantSchema,
  agentId: idSchema.nullable(),
  list: z.enum([...exportLists, 'letter', 'sheet']),
  format: z.enum([...exportFormats, 'docx', 'pdf', 'print']),
  /** Lines in the file, without its headings; of a letter or a sheet of paper, one. */
  rows: z.number().int().min(0),
  /** Whose it was; null for lists of several people. */
  customerId: idSchema.nullable(),
  at: instantSchema,
});
export type DataExport = z.infer<typeof dataExportSchema>;
