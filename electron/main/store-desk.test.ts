import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, expect, test, vi } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { SecretVault } from '../settings/secret-vault.ts';
import { MainState } from './main-state.ts';
import { StoreDesk } from './store-desk.ts';
import type { StoreHost } from './store-host.ts';
import { UnsentKeeper } from './unsent-keeper.ts';

const credentials = { centralUrl: 'https://centre.example', accessToken: 'token', agentId: '01890000-0000-7000-8000-00000000000a' };
const noKeyStore = { isEncryptionAvailable: () => false, encryptString: () => Buffer.alloc(0), decryptString: () => '' };

/** A desk with a store that notes what it is asked; the vault is the real one, and outlives a restart. */
function deskAt(folder: string, { owner = credentials.agentId, mutations = 2 }: { owner?: string | null; mutations?: number } = {}) {
  const asked: string[] = [];
  const kept: ({ readonly path: string; readonly key: string } | null)[] = [];
  const store = {
    ready: true,
    call: async (name: string) => {
      asked.push(name);
      return name === 'store.unsent' ? { mutations, drafts: 0, owner } : { mutations, drafts: 0 };
    },
    wipe: async (keep: { path: string; key: string } | null) => {
      asked.push('store.wipe');
      kept.push(keep);
      return { mutations, drafts: 0, incomplete: false };
    },
  };
  const vault = new SecretVault(folder, noKeyStore);
  const renewKey = vi.fn();
  const host = store as unknown as StoreHost;
  const unsent = new UnsentKeeper({ folder, vault, store: host, renewKey, logger: silentLogger });
  const clock = new ManualClock();
  const desk = new StoreDesk({ state: new MainState(clock), store: host, unsent, deviceId: 'device', keyStore: 'file', country: () => 'BE', clock, logger: silentLogger });
  return { desk, store, vault, asked, kept };
}

function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a device that central put out is wiped; what was not sent is kept under a key of its own', async () => {
  const folder = temporary();
  const { desk, vault, asked, kept } = deskAt(folder);
  desk.putOut();
  await vi.waitFor(() => expect(asked).toContain('store.wipe'));
  expect(path.basename(kept[0]?.path ?? '')).toMatch(new RegExp(`^unsent-${credentials.agentId}-`));
  expect(vault.get(path.basename(kept[0]?.path ?? ''))).toBe(kept[0]?.key);
  await vi.waitFor(() => expect(vault.has('condemned')).toBe(false));
  desk.tell(null);
  await vi.waitFor(() => expect(asked).toContain('session.clear'));
  expect(asked.filter((name) => name === 'store.wipe')).toHaveLength(1);
});

test('is wiped at the next start, when Balie was stopped before the store could', async () => {
  const folder = temporary();
  const before = deskAt(folder);
  before.store.ready = false;
  before.desk.putOut();
  expect(before.asked).toEqual([]);
  const after = deskAt(folder);
  after.desk.tell(null);
  await vi.waitFor(() => expect(after.asked).toContain('store.wipe'));
});

test('is wiped before whoever signs in again is told to the store', async () => {
  const folder = temporary();
  const { desk, store, asked } = deskAt(folder);
  store.ready = false;
  desk.putOut();
  store.ready = true;
  desk.tell(credentials);
  await vi.waitFor(() => expect(asked).toContain('store.wipe'));
  expect(asked).not.toContain('session.set');
  desk.tell(credentials);
  await vi.waitFor(() => expect(asked).toContain('session.set'));
});

test('a session that merely expired, or is signed out, wipes nothing by itself', async () => {
  const { desk, asked } = deskAt(temporary());
  desk.tell(null);
  await vi.waitFor(() => expect(asked).toEqual(['session.clear']));
});
