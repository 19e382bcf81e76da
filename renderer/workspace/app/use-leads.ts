import { isAtLeast } from '#shared/domain/role.ts';
import { useSnapshot } from './use-snapshot.ts';

/** @returns whether the operator leads a team, or administers the centre. What they may see is central's to decide; this decides what is offered. */
export function useLeads(): boolean {
  return useSnapshot(({ session }) => session.state === 'signed-in' && isAtLeast(session.role ?? 'operator', 'team-lead'));
}
