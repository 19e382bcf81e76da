import { z } from 'zod';

/** The most counter-arguments that a call may have, whoever sets them. */
const mostObjections = 3;

/** How many counter-arguments a call may have: what a script says of itself, and what a queue says of its calls. */
export const objectionBudgetSchema = z.number().int().min(0).max(mostObjections);

/** What a queue can choose from. */
export const objectionBudgets: readonly number[] = Array.from({ length: mostObjections + 1 }, (_, budget) => budget);
