import { z } from 'zod';
import { exportListSchema } from './office.ts';

/** What the centre lets this operator's telephone do: the part of provisioning that the workspace needs. */
export const linePolicySchema = z.object({
  /** ISO 3166-1 alpha-2: how a national number is read. */
  country: z.string().length(2),
  /** Dialled as they are, never by accident: the operator confirms. */
  emergencyNumbers: z.array(z.string().max(16)),
  /** Digits behind a name: the menu of the voicemail, codes of the exchange. */
  digitSequences: z.array(z.object({ label: z.string().max(64), digits: z.string().regex(/^[0-9*#A-D,]{1,64}$/) })),
  hasVoicemail: z.boolean(),
  /** A colleague's ringing call can be picked up. */
  canPickUp: z.boolean(),
  canForward: z.boolean(),
  recording: z.enum(['never', 'on-demand', 'always']),
  /** Lists that this operator may export. */
  exports: z.array(exportListSchema),
  /** What the centre calls itself in letters that come from no queue. */
  organisation: z.string(),
});
export type LinePolicy = z.infer<typeof linePolicySchema>;

/** How the operator's own line treats new calls. */
export const operatorLineSchema = z.object({
  doNotDisturb: z.boolean(),
  /** Where calls go while the operator is not ready; null: they ring. */
  forwardTo: z.string().max(256).nullable(),
  /** The last call that was missed and not called back. */
  missed: z.object({ raw: z.string().max(256), at: z.iso.datetime() }).nullable(),
});
export type OperatorLine = z.infer<typeof operatorLineSchema>;

export const quietLine: OperatorLine = { doNotDisturb: false, forwardTo: null, missed: null };

/** A number that a link or a second start of the application asked to dial: the operator decides. */
export const dialRequestSchema = z.object({
  id: z.uuid(),
  target: z.string().max(256),
  /** Of the number's own exchange (RFC 3966 section 5.3): for the operator to ask for, or to type. */
  extension: z.string().max(16).optional(),
  at: z.iso.datetime(),
});
export type DialRequest = z.infer<typeof dialRequestSchema>;
