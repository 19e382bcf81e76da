import { randomBytes } from 'node:crypto';
import { BalieError } from '#shared/domain/errors.ts';
import type { SecretVault } from '../settings/secret-vault.ts';

const keyName = 'recording-key';

/**
 * The key of this device's recordings: made for the first one, kept in the vault.
 * @throws {BalieError} `recording.failed` when there is one that cannot be read any more: another would make the former recordings unreadable for good.
 */
export function recordingKey(vault: SecretVault): Buffer {
  const known = vault.get(keyName);
  if (known !== null) return Buffer.from(known, 'hex');
  if (vault.has(keyName)) throw new BalieError('recording.failed', 'the key of the recordings cannot be read');
  const key = randomBytes(32);
  vault.set(keyName, key.toString('hex'));
  return key;
}
