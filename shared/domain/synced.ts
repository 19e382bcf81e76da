import { z } from 'zod';
import { idSchema, instantSchema } from './ids.ts';

/** What every synced row has: `version` counts the central API's writes; 0 means that central has not seen it yet. */
export const synced = { id: idSchema, version: z.number().int().min(0), updatedAt: instantSchema };
