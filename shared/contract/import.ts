import { z } from 'zod';

/** Lines that were refused are named up to this many; the count goes on. */
export const maxRefusals = 1000;

/** What became of a file, line by line. Reasons name columns and kinds of fault, never what stood there. */
export const importReportSchema = z.object({
  dryRun: z.boolean(),
  lines: z.number().int(),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  /** Columns of the file that mean nothing here. */
  ignoredColumns: z.array(z.string()),
  refusals: z.array(z.object({ line: z.number().int(), column: z.string().nullable(), reason: z.string() })).max(maxRefusals),
});
export type ImportReport = z.infer<typeof importReportSchema>;
