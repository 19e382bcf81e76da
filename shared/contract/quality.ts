import { z } from 'zod';
import { conversationQualitySchema } from '../domain/quality/entities.ts';
import { qualityTargetsSchema } from '../domain/quality/agreement.ts';
import { figuresSchema } from '../domain/quality/figures.ts';
import { bucketSchema, periodFiguresSchema } from '../domain/quality/periods.ts';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { pageQuery } from './pages.ts';

const { purpose } = conversationQualitySchema.shape;

/** GET /v1/conversation-quality */
export const qualityListQuerySchema = z.strictObject({
  ...pageQuery,
  interactionId: idSchema.optional(),
  queueId: idSchema.optional(),
  agentId: idSchema.optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  purpose: purpose.unwrap().optional(),
  startedAtFrom: instantSchema.optional(),
  startedAtUntil: instantSchema.optional(),
});

/** GET /v1/quality-figures. Without a queue the figures are of all that whoever asks may see, and nothing is compared. */
export const figuresQuerySchema = z.strictObject({
  queueId: idSchema.optional(),
  agentId: idSchema.optional(),
  from: instantSchema,
  until: instantSchema,
  bucket: bucketSchema.default('day'),
  /** By whose calendar days are counted; IANA's name. */
  timeZone: z
    .string()
    .max(64)
    .refine((name) => isTimeZone(name), 'not a time zone')
    .default('Europe/Brussels'),
});
export type FiguresQuery = z.infer<typeof figuresQuerySchema>;

export const figuresAnswerSchema = z.object({
  /** What they are held against; null where several queues are together. */
  targets: qualityTargetsSchema.nullable(),
  figures: figuresSchema,
  /** By day or week, oldest first; those without a conversation are absent. */
  periods: z.array(periodFiguresSchema),
});
export type FiguresAnswer = z.infer<typeof figuresAnswerSchema>;

const { from, until, bucket, timeZone } = figuresQuerySchema.shape;

/** GET /v1/quality-overview: every queue of who leads, in one answer. */
export const overviewQuerySchema = z.strictObject({
  from,
  until,
  bucket,
  timeZone,
  /** Conversations of this team's operators only, by the team's name. */
  team: z.string().min(1).max(128).optional(),
});
export type OverviewQuery = z.infer<typeof overviewQuerySchema>;

export const queueFiguresSchema = figuresAnswerSchema.extend({
  /** Null: conversations outside any queue. */
  queueId: idSchema.nullable(),
  name: z.string().nullable(),
});
export type QueueFigures = z.infer<typeof queueFiguresSchema>;

export const overviewAnswerSchema = z.object({
  /** In the order of their names; those without a conversation in this time too. */
  queues: z.array(queueFiguresSchema),
  /** Whose operators had conversations in these queues in this time, in the order of their names. */
  teams: z.array(z.string()),
});
export type OverviewAnswer = z.infer<typeof overviewAnswerSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
