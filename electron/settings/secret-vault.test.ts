import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretVault, type SystemKeyStore } from './secret-vault.ts';

const none: SystemKeyStore = { isEncryptionAvailable: () => false, encryptString: () => Buffer.alloc(0), decryptString: () => '' };
const keyring = (mask: number): SystemKeyStore => ({
  isEncryptionAvailable: () => true,
  encryptString: (plain) => Buffer.from(Buffer.from(plain).map((byte) => byte ^ mask)),
  decryptString: (data) => {
    const plain = Buffer.from(data.map((byte) => byte ^ mask)).toString();
    if (!plain.startsWith('s')) throw new Error('cannot decrypt');
    return plain;
  },
});

describe('SecretVault', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'balie-vault-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('without a key store keeps secrets under a key file readable by the user alone', () => {
    new SecretVault(folder, none).set('refresh-token', 'geheim');
    const vault = new SecretVault(folder, none);
    expect(vault.kind).toBe('file');
    expect(vault.get('refresh-token')).toBe('geheim');
    expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).not.toContain('geheim');
    expect(statSync(path.join(folder, 'device.key')).mode & 0o077).toBe(0);
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('does not take the fixed password of basic_text for a key store', () => {
    expect(new SecretVault(folder, { ...keyring(7), getSelectedStorageBackend: () => 'basic_text' }).kind).toBe('file');
  });

  it('reads what was kept by file after a key store has appeared', () => {
    new SecretVault(folder, none).set('a', 'oud');
    const vault = new SecretVault(folder, keyring(7));
    expect(vault.kind).toBe('system');
    expect(vault.get('a')).toBe('oud');
  });

  it('tells a lost key store from a secret that never was', () => {
    new SecretVault(folder, keyring(7)).set('database-key', 'secret');
    const vault = new SecretVault(folder, keyring(9));
    expect(vault.get('database-key')).toBeNull();
    expect(vault.has('database-key')).toBe(true);
    expect(vault.has('other')).toBe(false);
  });

  it('starts empty over a damaged file', () => {
    writeFileSync(path.join(folder, 'secrets.json'), '{"a":');
    const vault = new SecretVault(folder, none);
    expect(vault.get('a')).toBeNull();
    vault.set('a', 'nieuw');
    expect(new SecretVault(folder, none).get('a')).toBe('nieuw');
  });
});
