import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { SecretVault } from './secret-vault.ts';

const keptSchema = z.object({ agentId: z.string(), salt: z.base64(), hash: z.base64() });
const vaultName = 'password-check';
/** OWASP's choice for scrypt: 128 MiB, some half a second of one core for each guess. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 } as const;

/** Off the main thread: a call that rings meanwhile is not kept waiting. */
function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) => (error === null ? resolve(key) : reject(error))));
}

/**
 * Whether a password is the one with which this operator last signed in here: for opening a locked desk while central cannot be
 * reached. The vault has a slow, salted hash of it (RFC 7914), never the password.
 */
export class PasswordCheck {
  readonly #vault: Pick<SecretVault, 'get' | 'set' | 'delete'>;

  constructor(vault: Pick<SecretVault, 'get' | 'set' | 'delete'>) {
    this.#vault = vault;
  }

  /** Central has just accepted this password. */
  async keep(agentId: string, password: string): Promise<void> {
    const salt = randomBytes(16);
    const hash = await derive(password, salt);
    this.#vault.set(vaultName, JSON.stringify({ agentId, salt: salt.toString('base64'), hash: hash.toString('base64') }));
  }

  forget(): void {
    this.#vault.delete(vaultName);
  }

  /** @returns null where nothing is known of this operator's password. */
  async matches(agentId: string, password: string): Promise<boolean | null> {
    const kept = this.#kept;
    if (kept?.agentId !== agentId) return null;
    return timingSafeEqual(await derive(password, Buffer.from(kept.salt, 'base64')), Buffer.from(kept.hash, 'base64'));
  }

  get #kept(): z.infer<typeof keptSchema> | null {
    const text = this.#vault.get(vaultName);
    return text === null ? null : (keptSchema.safeParse(JSON.parse(text)).data ?? null);
  }
}
