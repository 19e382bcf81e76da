import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CentralError, codeOf } from './errors.ts';

const keyBytes = 32;

/** @returns the key from its text form: 32 bytes in base64 or base64url. */
export function parseKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw new CentralError('key-invalid', `The key of the central API must be ${keyBytes} bytes in base64, for instance from: openssl rand -base64 32`);
  return key;
}

/** @returns a fresh random key. */
export function newKey(): Buffer {
  return randomBytes(keyBytes);
}

/** Reads the key file; the first time it is made, readable by its owner alone. */
export function keyFromFile(path: string): Buffer {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${newKey().toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return parseKey(readFileSync(path, 'utf8'));
}

/** @returns what a secret is stored as: a stolen table of hashes opens nothing. The secrets are random, so a plain hash will do. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** @returns 256 random bits that a URL, a header and a file can carry. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is derived from central's one key. */
export interface Secrets {
  /** Encrypts with AES-256-GCM; `context` (e.g. the row's id) must be the same to open it. */
  seal(plain: string, context: string): string;
  /** @throws CentralError `key-invalid` where the text was sealed with another key or context, or was changed. */
  open(sealed: string, context: string): string;
  /** The refresh token that follows this one: always the same one, so that an answer that was lost can be given again. */
  successorOf(refreshToken: string): string;
}

export function createSecrets(key: Uint8Array): Secrets {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `balie ${purpose}`, keyBytes));
  const sealing = derive('sealing');
  const succession = derive('refresh succession');
  return {
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `1.${sealed.toString('base64url')}`;
    },
    open(sealed, context) {
      try {
        const bytes = Buffer.from(sealed.replace(/^1\./, ''), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16));
        return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
      } catch (error) {
        throw new CentralError('key-invalid', 'A stored secret cannot be read with this key: the database belongs to another key.', error);
      }
    },
    successorOf: (refreshToken) => createHmac('sha256', succession).update(refreshToken).digest('base64url'),
  };
}
