import type { Executor } from '../database/schema.ts';

/** What somebody may do beside an operator's work. `privacy`: hand out or erase one person's data. */
export type Duty = 'privacy';

export async function hasDuty(db: Executor, agentId: string, duty: Duty): Promise<boolean> {
  return (await db.selectFrom('agentDuty').select('duty').where('agentId', '=', agentId).where('duty', '=', duty).executeTakeFirst()) !== undefined;
}
