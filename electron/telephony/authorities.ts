import { readFileSync } from 'node:fs';
import tls from 'node:tls';

const linuxBundles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/ssl/cert.pem'];

let cached: readonly string[] | null = null;

/**
 * The authorities that the system trusts, besides those that come with Node: a centre's own authority
 * is installed there. Older runtimes cannot ask the system; on Linux its bundle is a file.
 */
export function trustedAuthorities(): readonly string[] {
  cached ??= [...tls.rootCertificates, ...systemAuthorities()];
  return cached;
}

function systemAuthorities(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'system') => string[] };
  if (getCACertificates !== undefined) return getCACertificates('system');
  for (const file of linuxBundles) {
    try {
      return readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    } catch {
      // Another distribution keeps it elsewhere.
    }
  }
  return [];
}
