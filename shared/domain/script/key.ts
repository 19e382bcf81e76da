import { z } from 'zod';

/** A key inside a script: what steps, answers and captured fields are named by. */
export const scriptKeySchema = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,62}$/, 'a key is letters, digits and dashes, beginning with a small letter');
