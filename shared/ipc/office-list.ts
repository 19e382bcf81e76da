import { z } from 'zod';
import { letterFieldsSchema } from '../domain/letters.ts';
import { cellSchema, exportFormatSchema } from '../domain/office.ts';
import { bytesSchema } from './bytes.ts';
import { defineContract, nothing } from './contract.ts';

const columnKindSchema = z.enum(['text', 'number', 'seconds', 'instant', 'word']);

/** Main to the office process, which makes files for office software, and lives as long as one of them takes. */
export const officeContract = defineContract({
  name: 'office',
  calls: {
    /** Begins a spreadsheet at a path that main chose with the operator. */
    'sheet.begin': {
      input: z.strictObject({
        path: z.string().min(1),
        format: exportFormatSchema,
        title: z.string().max(200),
        columns: z.array(z.strictObject({ heading: z.string().max(200), kind: columnKindSchema })).min(1).max(100),
        words: z.record(z.string(), z.string()),
        separator: z.enum([',', ';']),
      }),
      output: nothing,
    },
    /** Answers when the rows are on their way to the disk: the next ones are not to be sent before. */
    'sheet.rows': { input: z.strictObject({ rows: z.array(z.array(cellSchema)).max(5000) }), output: nothing },
    'sheet.end': { input: nothing, output: nothing },
    /** Leaves nothing behind. */
    'sheet.abort': { input: nothing, output: nothing },
    /** Fills a DOCX template. Refused with `letter.field-unknown`, naming the field, or `letter.template-invalid`. */
    'letter.fill': {
      input: z.strictObject({ template: bytesSchema, fields: letterFieldsSchema }),
      output: z.object({ document: bytesSchema, text: z.string() }),
    },
  },
  events: {},
});
export type OfficeContract = typeof officeContract;
