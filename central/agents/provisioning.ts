import { incomingSipSchema, incomingTelephonePolicySchema, storedOfficeSchema } from '#shared/contract/incoming-session.ts';
import { provisioningSchema, type Provisioning } from '#shared/contract/session.ts';
import type { Database } from '../database/schema.ts';
import { Problem } from '../http/problem.ts';
import type { Secrets } from '../secrets.ts';
import type { Principal } from '../session/sessions.ts';
import { provisioningPolicySchema } from './administration.ts';

const sipParts = { servers: true, registerExpires: true, sessionExpires: true, dtmf: true, codecs: true } as const;
/** As it is kept: a newer central that stands beside this one, or stood before it, may have written it. */
const storedPolicySchema = provisioningPolicySchema
  .extend({ sip: incomingSipSchema.pick(sipParts), ice: provisioningSchema.shape.ice, policy: incomingTelephonePolicySchema.prefault({}), office: storedOfficeSchema, localData: provisioningSchema.shape.localData })
  .strip();

/**
 * What an operator's workstation needs to know to make calls.
 *
 * @throws Problem 404 `provisioning-missing`.
 */
export async function readProvisioning(db: Database, secrets: Secrets, { agentId, role }: Pick<Principal, 'agentId' | 'role'>): Promise<Provisioning> {
  const stored = await db.selectFrom('provisioningPolicy').select('policy').executeTakeFirst();
  if (stored === undefined) throw new Problem(404, 'provisioning-missing', 'The administrator has not named the telephone servers yet.');
  const account = await db.selectFrom('sipAccount').selectAll().where('agentId', '=', agentId).executeTakeFirst();
  if (account === undefined) throw new Problem(404, 'provisioning-missing', 'The administrator has not set up a telephone account for this operator yet.');
  const policy = storedPolicySchema.parse(stored.policy);
  const office = { ...policy.office, exports: policy.office.exports[role] };
  const { uri, authorizationUser, displayName, sealedPassword } = account;
  const password = secrets.open(sealedPassword, agentId);
  return provisioningSchema.parse({ ...policy, office, sip: { ...policy.sip, uri, authorizationUser, displayName, password } });
}
