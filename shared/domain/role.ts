import { z } from 'zod';

/** What somebody is at the centre, from least to most. */
export const roles = ['operator', 'team-lead', 'administrator'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** @returns whether `role` may do what `needed` may. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
