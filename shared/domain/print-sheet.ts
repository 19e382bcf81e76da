import { z } from 'zod';
import { idSchema } from './ids.ts';
import { languageSchema } from './entities.ts';

const line = z.string().max(4000);

/** What goes on paper: facts and tables, as text. How it looks is main's; nothing in it is markup. */
export const printSheetSchema = z.strictObject({
  language: languageSchema,
  title: z.string().min(1).max(200),
  /** Under the title: a number, a day. */
  subtitle: z.string().max(200),
  /** At the foot of the last page: who printed it, and when. */
  foot: z.string().max(300),
  sections: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('facts'), heading: z.string().max(200), facts: z.array(z.strictObject({ label: z.string().max(200), value: line })).max(100) }),
        z.strictObject({
          kind: z.literal('table'),
          heading: z.string().max(200),
          columns: z.array(z.strictObject({ heading: z.string().max(200), isNumber: z.boolean() })).min(1).max(12),
          rows: z.array(z.array(line).max(12)).max(2000),
        }),
      ]),
    )
    .max(20),
});
export type PrintSheet = z.infer<typeof printSheetSchema>;

export const printOrderSchema = z.strictObject({ sheet: printSheetSchema, how: z.enum(['printer', 'pdf']), customerId: idSchema.nullable() });
export type PrintOrder = z.infer<typeof printOrderSchema>;
