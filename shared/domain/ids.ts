import { v7 } from 'uuid';
import { z } from 'zod';

/** RFC 9562 UUID; ours are version 7, so that ids sort by the time they were made. */
export const idSchema = z.uuid();

/** UTC instant, ISO 8601. */
export const instantSchema = z.iso.datetime();

/** E.164: a plus sign and at most fifteen digits. */
export const e164Schema = z.string().regex(/^\+[1-9]\d{1,14}$/, 'not an E.164 number');

/** @returns a fresh UUIDv7. */
export function newId(): string {
  return v7();
}
