import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets, keyFromFile, newKey, parseKey } from './secrets.ts';

describe('sealing', () => {
  const key = newKey();
  const secrets = createSecrets(key);

  it('opens what was sealed, and never seals the same text alike', () => {
    const sealed = secrets.seal('gehéim', 'agent-1');
    expect(secrets.open(sealed, 'agent-1')).toBe('gehéim');
    expect(createSecrets(key).open(sealed, 'agent-1')).toBe('gehéim');
    expect(secrets.seal('gehéim', 'agent-1')).not.toBe(sealed);
    expect(secrets.open(secrets.seal('', 'agent-1'), 'agent-1')).toBe('');
  });

  it.each<[string, (sealed: string) => string]>([
    ['another row', () => secrets.open(secrets.seal('x', 'agent-1'), 'agent-2')],
    ['another key', (sealed) => createSecrets(newKey()).open(sealed, 'agent-1')],
    ['a changed text', (sealed) => secrets.open(`${sealed.slice(0, -2)}AA`, 'agent-1')],
    ['a cut text', (sealed) => secrets.open(sealed.slice(0, 10), 'agent-1')],
    ['no text', () => secrets.open('', 'agent-1')],
  ])('refuses %s', (_name, open) => {
    const sealed = secrets.seal('a longer secret', 'agent-1');
    expect(() => open(sealed)).toThrow(expect.objectContaining({ code: 'key-invalid' }));
  });
});

it('gives a refresh token one successor, which another key would not give', () => {
  const key = newKey();
  expect(createSecrets(key).successorOf('token')).toBe(createSecrets(key).successorOf('token'));
  expect(createSecrets(key).successorOf('token')).not.toBe(createSecrets(newKey()).successorOf('token'));
});

describe('the key file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'balie-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner alone', () => {
    const path = join(folder, 'new', 'central.key');
    const key = keyFromFile(path);
    expect(key).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keyFromFile(path)).toEqual(key);
  });

  it('that does not hold a key is refused', () => {
    const path = join(folder, 'central.key');
    writeFileSync(path, 'rubbish');
    expect(() => keyFromFile(path)).toThrow(expect.objectContaining({ code: 'key-invalid' }));
    expect(() => parseKey('')).toThrow(expect.objectContaining({ code: 'key-invalid' }));
  });
});
