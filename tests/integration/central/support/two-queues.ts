import { createCentral, type Central } from '../../../../central/central.ts';
import type { DatabaseChoice } from '../../../../central/database/open.ts';
import type { Queue } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { Workstation } from './workstation.ts';

/** A queue without a script, as the centre's own administration would bring it in. */
export function queueRow(key: string): Queue {
  return {
    ...{ id: newId(), version: 0, updatedAt: '2026-01-05T08:00:00.000Z', key, name: key, organisation: 'Wijnhuis', numbers: [], language: 'nl', register: 'formal', scriptId: null, outcomeIds: [] },
    ...{ pickUpTargetSeconds: 20, durationTargetSeconds: 300, autoAnswer: false, recording: 'never', identity: null, agreement: null, afterCall: null, objectionBudget: null },
  };
}

export interface TwoQueues {
  readonly central: Central;
  readonly admin: Workstation;
  /** Serves `orders`. */
  readonly an: Workstation;
  /** Serves `claims`. */
  readonly bart: Workstation;
  /** Leads the team of `claims`. */
  readonly lead: Workstation;
}

/** A central, listening, with these two queues, somebody in each, and who leads one of them. The test closes it. */
export async function openTwoQueues(database: DatabaseChoice, { orders, claims }: { readonly orders: Queue; readonly claims: Queue }): Promise<TwoQueues> {
  const central = await createCentral({ database, key: Buffer.alloc(32) });
  await central.listen();
  await central.import({ queue: [orders, claims] });
  const open = async (access: Parameters<Central['admin']['setAccess']>[1]): Promise<Workstation> => {
    const station = await Workstation.open(central);
    await central.admin.setAccess(station.session.agent.username, access);
    return station;
  };
  return {
    central,
    admin: await open({ role: 'administrator' }),
    an: await open({ queues: [orders.key] }),
    bart: await open({ queues: [claims.key] }),
    lead: await open({ role: 'team-lead', queues: [claims.key] }),
  };
}
