import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns the password's argon2id hash in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, parameters);
}

let decoy: Promise<string> | undefined;

/**
 * Where nobody has the name, a hash is checked all the same: how long the answer takes does not
 * tell which names exist.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(storedHash ?? (await decoy), password);
  return storedHash !== null && matches;
}
