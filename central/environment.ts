import { resolve } from 'node:path';
import { z } from 'zod';
import { type CentralOptions } from './central.ts';
import { schemaNamePattern } from './database/open.ts';
import { CentralError } from './errors.ts';
import { parseKey } from './secrets.ts';

const logLevels = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** What the environment may say; every name is described in {@link usage}. */
const environmentSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  BALIE_CENTRAL_SCHEMA: z.string().regex(schemaNamePattern).optional(),
  BALIE_CENTRAL_DATA: z.string().min(1).default('data/central'),
  BALIE_CENTRAL_HOST: z.string().min(1).default('127.0.0.1'),
  BALIE_CENTRAL_PORT: z.coerce.number().int().min(0).max(65_535).default(7420),
  BALIE_CENTRAL_KEY: z.string().min(1).optional(),
  BALIE_CENTRAL_TRUST_PROXY: z.string().min(1).optional(),
  BALIE_CENTRAL_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  BALIE_CENTRAL_OIDC_CLIENT: z.string().min(1).max(256).optional(),
  BALIE_CENTRAL_OIDC_SCOPE: z.string().min(1).max(256).default('openid profile'),
  BALIE_CENTRAL_OIDC_CLAIM: z.string().min(1).max(64).default('preferred_username'),
  BALIE_CENTRAL_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  BALIE_CENTRAL_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  BALIE_CENTRAL_METRICS_TOKEN: z.string().min(16).max(512).optional(),
  BALIE_CENTRAL_PRIVATE_WEBHOOKS: z.enum(['yes', 'no']).default('no'),
  BALIE_CENTRAL_SIGN_INS: z.coerce.number().int().min(1).max(100_000).default(60),
  BALIE_CENTRAL_LOG: z.enum(logLevels).default('info'),
});

/** For the command line's help. */
export const usage = `Environment:
  DATABASE_URL               postgresql://user:password@host/database; without it an embedded database is used
  BALIE_CENTRAL_SCHEMA       schema of this centre, where several centres share one database (default public)
  BALIE_CENTRAL_DATA         folder of the embedded database (default data/central)
  BALIE_CENTRAL_KEY          32 bytes in base64 that seal stored secrets; needed with DATABASE_URL,
                             else kept in the file central.key of the data folder
  BALIE_CENTRAL_HOST         address to listen on (default 127.0.0.1)
  BALIE_CENTRAL_PORT         port to listen on (default 7420)
  BALIE_CENTRAL_TRUST_PROXY  addresses of proxies in front, whose X-Forwarded-For counts (default none)
  BALIE_CENTRAL_OIDC_ISSUER  OpenID provider of the centre; with it also
  BALIE_CENTRAL_OIDC_CLIENT  the public client's id (redirect http://127.0.0.1/callback, any port)
  BALIE_CENTRAL_OIDC_SCOPE   (default "openid profile"), BALIE_CENTRAL_OIDC_CLAIM (default preferred_username)
  BALIE_CENTRAL_METRICS_PORT figures for Prometheus at /metrics (default none), with
  BALIE_CENTRAL_METRICS_HOST (default 127.0.0.1), BALIE_CENTRAL_METRICS_TOKEN (bearer token that is asked)
  BALIE_CENTRAL_PRIVATE_WEBHOOKS  yes: webhooks may go to the centre's own network, and over http
  BALIE_CENTRAL_SIGN_INS     attempts to sign in from one address in a minute (default 60)
  BALIE_CENTRAL_LOG          ${logLevels.join(', ')} (default info)
`;

export interface CentralEnvironment {
  readonly options: Omit<CentralOptions, 'logger' | 'clock'>;
  readonly logLevel: (typeof logLevels)[number];
}

/** Who signs in once renews the token all day. */
const refreshesForASignIn = 5;

type Given = z.infer<typeof environmentSchema>;

function oidcOf(given: Omit<Given, 'DATABASE_URL' | 'BALIE_CENTRAL_KEY'>): Pick<CentralOptions, 'oidc'> {
  const { BALIE_CENTRAL_OIDC_ISSUER: issuer, BALIE_CENTRAL_OIDC_CLIENT: clientId } = given;
  if (issuer === undefined && clientId === undefined) return {};
  if (issuer === undefined || clientId === undefined) throw new CentralError('environment-invalid', 'BALIE_CENTRAL_OIDC_ISSUER and BALIE_CENTRAL_OIDC_CLIENT go together.');
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) throw new CentralError('environment-invalid', 'BALIE_CENTRAL_OIDC_ISSUER must be https.');
  return { oidc: { issuer, clientId, scope: given.BALIE_CENTRAL_OIDC_SCOPE, claim: given.BALIE_CENTRAL_OIDC_CLAIM } };
}

function metricsOf({ BALIE_CENTRAL_METRICS_HOST: host, BALIE_CENTRAL_METRICS_PORT: port, BALIE_CENTRAL_METRICS_TOKEN: token }: Omit<Given, 'DATABASE_URL' | 'BALIE_CENTRAL_KEY'>): Pick<CentralOptions, 'metrics'> {
  return port === undefined ? {} : { metrics: { host, port, ...(token === undefined ? {} : { token }) } };
}

/**
 * Reads the settings of a central that runs alone.
 *
 * @throws CentralError `environment-invalid` naming the variables, never their values.
 */
export function readEnvironment(environment: NodeJS.ProcessEnv): CentralEnvironment {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ');
    throw new CentralError('environment-invalid', `These environment variables cannot be used as they are: ${names}.`, parsed.error);
  }
  const { DATABASE_URL: url, BALIE_CENTRAL_KEY: key, ...rest } = parsed.data;
  if (url !== undefined && key === undefined) {
    throw new CentralError('environment-invalid', 'With DATABASE_URL set, BALIE_CENTRAL_KEY must be set too, for instance from: openssl rand -base64 32');
  }
  return {
    options: {
      database: url === undefined ? { kind: 'folder', folder: resolve(rest.BALIE_CENTRAL_DATA) } : { kind: 'postgres', url, ...(rest.BALIE_CENTRAL_SCHEMA === undefined ? {} : { schema: rest.BALIE_CENTRAL_SCHEMA }) },
      ...(key === undefined ? {} : { key: parseKey(key) }),
      host: rest.BALIE_CENTRAL_HOST,
      port: rest.BALIE_CENTRAL_PORT,
      trustProxy: rest.BALIE_CENTRAL_TRUST_PROXY ?? false,
      ...oidcOf(rest),
      ...metricsOf(rest),
      limits: { perAddress: rest.BALIE_CENTRAL_SIGN_INS, refreshPerAddress: refreshesForASignIn * rest.BALIE_CENTRAL_SIGN_INS },
      privateWebhooks: rest.BALIE_CENTRAL_PRIVATE_WEBHOOKS === 'yes',
    },
    logLevel: rest.BALIE_CENTRAL_LOG,
  };
}
