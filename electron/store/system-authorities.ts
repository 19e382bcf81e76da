import tls from 'node:tls';
import type { Logger } from '#shared/domain/logger.ts';

interface ModernTls {
  readonly getCACertificates?: (type: 'default' | 'system') => string[];
  readonly setDefaultCACertificates?: (certificates: string[]) => void;
}

/**
 * Lets this process trust what the system trusts: Node's fetch knows its own list only, and a centre's
 * own authority is installed in the system. Runtimes before Node 22.19 cannot do this; there the list
 * stays Node's, and NODE_EXTRA_CA_CERTS adds to it.
 */
export function trustSystemAuthorities(logger: Logger): void {
  const { getCACertificates, setDefaultCACertificates } = tls as ModernTls;
  if (getCACertificates === undefined || setDefaultCACertificates === undefined) return;
  try {
    setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
  } catch (error) {
    logger.warn({ err: error }, 'the authorities of the system cannot be read; only those of the runtime are trusted');
  }
}
