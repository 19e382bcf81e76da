import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '#shared/domain/clock.ts';
import { exportLists } from '#shared/domain/office.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { createCentral, type Central } from '../central/central.ts';
import { readArticleFiles } from '../central/import/article-files.ts';
import { readLetterFolder } from '../central/letters/letter-folder.ts';
import { Caller, queueHeader } from './callers/caller.ts';
import { Dispatcher } from './callers/dispatcher.ts';
import { Exchange } from './exchange/exchange.ts';
import { listenForSip } from './exchange/websocket-server.ts';
import { freePort, readSettings, writeSettings } from './local-settings.ts';
import type { PracticeOptions } from './options.ts';
import { organisation, sampleOperator } from './sample/centre.ts';
import { sampleRows } from './sample/sample-data.ts';

export interface PracticeCentre {
  readonly centralUrl: string;
  readonly wsUrl: string;
  /** With it one workstation signs in as the sample operator; made anew at each start. */
  readonly enrolmentFile: string;
  close(): Promise<void>;
}

/** Reserved by RFC 6761: no such domain can exist. */
const domain = 'practice.test';
/** For who signs out of the practice workstation and wants back in. The centre can only be reached from this machine. */
const samplePassword = 'oefencentrum';
const enrolmentMs = 24 * 3_600_000;
/** What its operators look up: changed there, it has changed for them at the next start. */
const articles = fileURLToPath(new URL('sample/articles/', import.meta.url));
const letters = fileURLToPath(new URL('sample/letters/', import.meta.url));

/**
 * Starts the whole practice centre on loopback addresses.
 *
 * @throws CentralError when the data folder is in use or cannot be opened.
 */
export async function startPracticeCentre(options: PracticeOptions, logger: Logger): Promise<PracticeCentre> {
  const settings = readSettings(options.data);
  const centralPort = await freePort(options.centralPort || settings.centralPort);
  const central = await createCentral({ database: { kind: 'folder', folder: join(options.data, 'central') }, port: centralPort });
  const opened: (() => Promise<void>)[] = [() => central.close()];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const rows = await central.seed(() => sampleRows(options.seed));
    if (rows > 0) await central.admin.setPassword(sampleOperator.username, samplePassword);
    await central.importArticles(readArticleFiles(articles).records, false);
    await central.importLetters(readLetterFolder(letters), false);
    await central.admin.setDuty(sampleOperator.username, 'privacy', true);
    logger.info({ rows }, rows > 0 ? 'sample data is in place' : 'sample data was there already');
    const exchange = new Exchange({ domain, clock: systemClock, logger, passwordOf: (user) => (user === sampleOperator.username ? settings.sipPassword : undefined) });
    const sip = await listenForSip(exchange, { port: await freePort(options.sipPort || settings.sipPort), logger });
    opened.push(() => sip.close());
    await provision(central, sip.url, settings.sipPassword);
    const centralUrl = await central.listen();
    writeSettings(options.data, { ...settings, centralPort, sipPort: Number(new URL(sip.url).port) });
    opened.push(await dispatch(central, exchange, options, logger));
    return { centralUrl, wsUrl: sip.url, enrolmentFile: await enrol(central, centralUrl, options.data), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function provision(central: Central, wsUrl: string, password: string): Promise<void> {
  await central.admin.setProvisioningPolicy({
    sip: { servers: [{ url: wsUrl }], registerExpires: 300, sessionExpires: 1_800 },
    ice: { servers: [], relayOnly: false, gatheringCapMs: 200 },
    queueHeader,
    country: 'BE',
    // Whoever practises sees all that there is.
    office: { organisation, exports: { operator: [...exportLists] }, abbreviations: [{ short: 'mvg', text: 'met vriendelijke groeten, {{operator}}' }, { short: 'kn', text: 'kredietnota' }, { short: 'tb', text: 'terugbellen' }] },
    policy: { noteHeader: 'X-Hand-Over', recording: 'on-demand', digitSequences: [{ label: 'Keuzemenu: klantendienst', digits: '1,2' }] },
  });
  await central.admin.setSipAccount(sampleOperator.username, {
    uri: `sip:${sampleOperator.username}@${domain}`,
    authorizationUser: sampleOperator.username,
    displayName: sampleOperator.name,
    password,
  });
}

async function enrol(central: Central, centralUrl: string, folder: string): Promise<string> {
  const path = join(folder, 'enrolment.json');
  const enrolment = await central.admin.createEnrolment(sampleOperator.username, centralUrl, enrolmentMs);
  writeFileSync(path, `${JSON.stringify(enrolment)}\n`, { mode: 0o600 });
  return path;
}

/** @returns what ends the calls. */
async function dispatch(central: Central, exchange: Exchange, { personas }: PracticeOptions, logger: Logger): Promise<() => Promise<void>> {
  const { username } = sampleOperator;
  const shared = { exchange, user: username, clock: systemClock, random: Math.random, logger };
  const dispatcher = new Dispatcher({ clock: systemClock, random: Math.random, logger, personas, isRegistered: () => exchange.isRegistered(username), newCall: (persona) => new Caller({ ...shared, persona }) });
  const offs = [
    central.onAgentState((notice) => {
      if (notice.username === username) dispatcher.onAgentState(notice.state);
    }),
    exchange.onRegistration(() => dispatcher.onRegistration()),
  ];
  const known = (await central.agentStates()).find((notice) => notice.username === username);
  if (known !== undefined) dispatcher.onAgentState(known.state);
  return async () => {
    for (const off of offs) off();
    dispatcher.close();
  };
}
