import { overviewAnswerSchema } from '../contract/quality.ts';
import { queueFiguresWishSchema } from '../domain/quality/wish.ts';

/** Figures at central, for team leads. Refused with `session.unreachable`, `figures.not-allowed` or `figures.too-many`. */
export const figuresCalls = {
  'figures.queues': { input: queueFiguresWishSchema, output: overviewAnswerSchema },
} as const;
