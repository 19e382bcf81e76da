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
  /** `mail`: its words, to the clipboard or a mail program. */
  format: z.enum([...exportFormats, 'docx', 'mail', 'pdf', 'print']),
  /** Lines in the file, without its headings; of a letter or a sheet of paper, one. */
  rows: z.number().int().min(0),
  /** Whose it was; null for lists of several people. */
  customerId: idSchema.nullable(),
  /** Of a letter or mail: the template it was made from, and which edition of it. */
  templateId: idSchema.nullable(),
  templateEdition: z.number().int().positive().nullable(),
  at: instantSchema,
});
export type DataExport = z.infer<typeof dataExportSchema>;
