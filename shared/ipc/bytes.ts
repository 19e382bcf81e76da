import { z } from 'zod';

/** Bytes that a port carries as they are. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');
