import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LabCertificate {
  readonly file: string;
  readonly keyFile: string;
  /** SHA-256, hex with colons, as provisioning pins it. */
  readonly fingerprint: string;
}

/** Makes a self-signed certificate for localhost. */
export function makeCertificate(dir: string): LabCertificate {
  const file = join(dir, 'lab-cert.pem');
  const keyFile = join(dir, 'lab-key.pem');
  const made = spawnSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-keyout', keyFile, '-out', file, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    { encoding: 'utf8', timeout: 10_000 },
  );
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.stderr}`);
  return { file, keyFile, fingerprint: new X509Certificate(readFileSync(file)).fingerprint256 };
}
