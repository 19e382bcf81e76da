import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from './atomic-file.ts';

/** Electron's safeStorage, as far as it is used here. */
export interface SystemKeyStore {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(encrypted: Buffer): string;
  /** Linux only; `basic_text` means that there is no key store and the "encryption" has a fixed password. */
  getSelectedStorageBackend?(): string;
}

const entrySchema = z.object({ by: z.enum(['system', 'file']), data: z.string() });
const vaultSchema = z.record(z.string(), entrySchema);
type Vault = z.infer<typeof vaultSchema>;

/**
 * Small secrets of this device: the database key, the refresh token, the SIP account. They are encrypted
 * by the system's key store (Keychain, DPAPI, libsecret, KWallet). Where there is none, a key file
 * readable by the user alone takes its place, and {@link kind} says so on screen.
 */
export class SecretVault {
  readonly kind: 'system' | 'file';
  readonly #folder: string;
  readonly #system: SystemKeyStore;
  #entries: Vault;

  constructor(folder: string, system: SystemKeyStore) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#system = system;
    this.kind = system.isEncryptionAvailable() && system.getSelectedStorageBackend?.() !== 'basic_text' ? 'system' : 'file';
    this.#entries = this.#load();
  }

  /** @returns the secret; null where there is none, or where it can no longer be decrypted (another user's key store). */
  get(name: string): string | null {
    const entry = this.#entries[name];
    if (entry === undefined) return null;
    try {
      const data = Buffer.from(entry.data, 'base64');
      return entry.by === 'system' ? this.#system.decryptString(data) : this.#open(data);
    } catch {
      return null;
    }
  }

  /** @returns whether a secret of this name was ever stored, readable or not. */
  has(name: string): boolean {
    return Object.hasOwn(this.#entries, name);
  }

  /** Writes the secret to disk before it returns. */
  set(name: string, secret: string): void {
    this.setAll({ [name]: secret });
  }

  /** Writes several secrets to disk, all of them or none. */
  setAll(secrets: Readonly<Record<string, string>>): void {
    const sealed = Object.entries(secrets).map(([name, secret]) => [name, { by: this.kind, data: (this.kind === 'system' ? this.#system.encryptString(secret) : this.#seal(secret)).toString('base64') }] as const);
    this.#save({ ...this.#entries, ...Object.fromEntries(sealed) });
  }

  delete(name: string): void {
    this.#save(Object.fromEntries(Object.entries(this.#entries).filter(([key]) => key !== name)));
  }

  get #file(): string {
    return path.join(this.#folder, 'secrets.json');
  }

  #load(): Vault {
    try {
      return vaultSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return {};
    }
  }

  #save(entries: Vault): void {
    writeFileAtomically(this.#file, JSON.stringify(entries));
    this.#entries = entries;
  }

  /** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. */
  #seal(plain: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#fileKey(), nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  #open(data: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.#fileKey(), data.subarray(0, 12));
    decipher.setAuthTag(data.subarray(12, 28));
    return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]).toString('utf8');
  }

  #fileKey(): Buffer {
    const file = path.join(this.#folder, 'device.key');
    try {
      const key = readFileSync(file);
      if (key.length === 32) return key;
    } catch {
      // There is none yet.
    }
    const key = randomBytes(32);
    writeFileSync(file, key, { mode: 0o600 });
    return key;
  }
}
