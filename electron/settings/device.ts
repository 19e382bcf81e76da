import { hostname } from 'node:os';
import { z } from 'zod';
import { deviceSchema, type Device } from '#shared/contract/session.ts';
import { newId } from '#shared/domain/ids.ts';
import type { SecretVault } from './secret-vault.ts';

const storedSchema = z.object({ id: z.uuid(), sipInstance: z.uuid() });

/** This installation, as central and the SIP registrar know it. */
export interface DeviceIdentity {
  readonly device: Device;
  /** UUID of `+sip.instance` (RFC 5626): a random contact per start is refused by registrars that allow one. */
  readonly sipInstance: string;
}

/** Reads this device's identity, or makes one on the first start. */
export function deviceIdentity(vault: SecretVault): DeviceIdentity {
  const text = vault.get('device');
  const parsed = text === null ? null : storedSchema.safeParse(JSON.parse(text));
  const stored = parsed?.success === true ? parsed.data : { id: newId(), sipInstance: newId() };
  if (parsed?.success !== true) vault.set('device', JSON.stringify(stored));
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  return { device: deviceSchema.parse({ id: stored.id, name: hostname().slice(0, 128), platform }), sipInstance: stored.sipInstance };
}
