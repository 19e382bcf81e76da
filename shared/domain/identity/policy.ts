import { z } from 'zod';

/** What may be asked of who says to be a customer. Each is also the part of the file that the answer stands in. */
export const identityChecks = ['name', 'birthDate', 'postcode', 'address', 'phoneEnding', 'email', 'customerNumber', 'vatNumber'] as const;
export const identityCheckKeySchema = z.enum(identityChecks);
export type IdentityCheckKey = z.infer<typeof identityCheckKeySchema>;

/** Classes of data that a queue can guard. What is in none of them is open. */
export const guardedClasses = ['personal', 'financial', 'health'] as const;
export const guardedClassSchema = z.enum(guardedClasses);
export type GuardedClass = z.infer<typeof guardedClassSchema>;

const needed = z.number().int().min(0).max(identityChecks.length);

/**
 * What a queue asks before a customer's file is shown. It comes with the queue from central; a queue without one shows all.
 */
export const identityPolicySchema = z
  .strictObject({
    /** What may be asked, in the order in which it is offered. */
    checks: z.array(identityCheckKeySchema).min(1).max(identityChecks.length),
    /** How many right answers open a class of data; 0: it is not guarded. */
    needed: z.strictObject({ personal: needed, financial: needed, health: needed }),
    /** Wrong answers in one conversation, whoever the caller says to be; then nothing opens any more. */
    tries: z.number().int().min(1).max(9),
    /** How old a colleague's check may be that comes along with a transfer, in minutes; 0: it is asked again. */
    carryMinutes: z.number().int().min(0).max(1440),
    /** Whether files are open to operators who are in no conversation of a queue with a policy. */
    betweenCalls: z.enum(['open', 'masked']),
  })
  .refine(({ checks }) => new Set(checks).size === checks.length, { path: ['checks'], error: 'a check is named twice' })
  .refine(({ checks, needed: by }) => guardedClasses.every((kind) => by[kind] <= checks.length), { path: ['needed'], error: 'more answers are needed than are asked' });
export type IdentityPolicy = z.infer<typeof identityPolicySchema>;

/** @returns the classes that a policy guards at all. */
export function guardedBy(policy: IdentityPolicy): readonly GuardedClass[] {
  return guardedClasses.filter((kind) => policy.needed[kind] > 0);
}

/** Why nothing was opened, and what is done instead. */
export const waysOut = ['call-back', 'supervisor', 'without'] as const;
export const wayOutSchema = z.enum(waysOut);
export type WayOut = z.infer<typeof wayOutSchema>;
