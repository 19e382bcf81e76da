import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { ImportReport } from '#shared/contract/import.ts';
import { languageSchema } from '#shared/domain/entities.ts';
import { identityPolicySchema } from '#shared/domain/identity/policy.ts';
import { noAgreement, qualityTargetsSchema } from '#shared/domain/quality/agreement.ts';
import { roleSchema } from '#shared/domain/role.ts';
import { objectionBudgets } from '#shared/domain/script/objection-budget.ts';
import { afterCallSchema } from '#shared/domain/wrapup/after-call.ts';
import { outcomeSentencesSchema } from '#shared/domain/wrapup/outcome-sentence.ts';
import { z } from 'zod';
import { customerPolicies } from './access/scope.ts';
import { provisioningPolicySchema } from './agents/administration.ts';
import { createCentral, type Central } from './central.ts';
import { readEnvironment, usage } from './environment.ts';
import { CentralError } from './errors.ts';
import { readArticleFiles } from './import/article-files.ts';
import { readLetterFolder } from './letters/letter-folder.ts';
import { centreSteps } from './ordering/orders.ts';

const help = `Administers Balie's central API. Passwords are read from standard input, so that no process list shows them.
With the embedded database, stop the central API first.

  admin create-agent --username U --name N [--extension E] [--team T] [--languages nl,fr] [--password-stdin]
  admin set-password --username U                                     (password on standard input)
  admin set-sip-account --username U --uri sip:U@HOST [--authorization-user A] [--display-name D]   (password on standard input)
  admin set-access --username U [--role operator|team-lead|administrator] [--queues all|KEY,KEY] [--active yes|no]
  admin set-customer-policy --customers all|queues                    which customers those have who serve some queues
  admin set-identity-policy --queue KEY --file IDENTITY.json | --off     what a queue asks before a file is shown
  admin set-agreement --queue KEY --file AGREEMENT.json | --off          the quality that a queue agreed upon
  admin set-after-call --queue KEY --file FORMS.json | --off             what is filled in after its calls
  admin set-objections --queue KEY --budget 0|1|2|3 | --off              how many counter-arguments its calls may have
  admin set-outcome-sentences --outcome CODE --file SENTENCES.json | --off   how an outcome is said to the customer
  admin set-policy --file POLICY.json                                 SIP servers, ICE, queue header, country
  admin renew-database-keys                                           every workstation, as soon as nobody is at it
  admin import-customers --file CUSTOMERS.csv [--dry-run]             with a report line by line
  admin import-products --file PRODUCTS.csv [--dry-run]               likewise, with counts of the warehouse
  admin import-procedures --file PROCEDURES.json [--dry-run]          how questions, complaints and claims are treated
  admin import-offers --file OFFERS.json [--dry-run]                  what may be offered beside what a customer called for
  admin import-articles --file FOLDER|ARTICLES.json|ARTICLES.csv [--dry-run]   what operators look up: Markdown with front matter, or a file
  admin import-letters --file FOLDER [--dry-run]                      templates of letters and mails: letters.json and its documents
  admin list-letters                                                  with edition and variants
  admin withdraw-letter --key KEY                                     nothing is made of it any more
  admin export-article-feedback --file FILE.csv                       what operators think of it, the newest first
  admin create-enrolment --username U --url CENTRAL_URL --file FILE [--hours 72]
  admin set-privacy --username U [--off]                              may export and erase one person's data, or no longer
  admin advance-order --number O-100204 --step confirm|pack|ship|deliver|cancel
  admin begin-new-history                                             after a backup was put back

${usage}`;

const optionNames = ['username', 'name', 'extension', 'team', 'languages', 'uri', 'authorization-user', 'display-name', 'file', 'url', 'hours', 'role', 'queue', 'outcome', 'queues', 'active', 'customers', 'number', 'step', 'key', 'budget'] as const;
type Options = Partial<Record<(typeof optionNames)[number], string>> & { 'password-stdin'?: boolean; off?: boolean; 'dry-run'?: boolean };

function required(options: Options, name: (typeof optionNames)[number]): string {
  const value = options[name];
  if (value === undefined || value === '') throw new CentralError('environment-invalid', `--${name} is needed. See --help.`);
  return value;
}

/** @throws CentralError `environment-invalid` for what is no number of counter-arguments. */
function budgetOf(text: string): number {
  const budget = objectionBudgets.find((each) => String(each) === text);
  if (budget === undefined) throw new CentralError('environment-invalid', `--budget is ${objectionBudgets.join(', ')}, or --off instead for what the script says; not ${text}.`);
  return budget;
}

/** What the file holds, not yet looked at. */
function fileOf(options: Options): unknown {
  return JSON.parse(readFileSync(required(options, 'file'), 'utf8'));
}

/** As an administrator writes it: what is absent was not agreed; the first two stay as they are. */
const agreementFileSchema = z.strictObject({
  pickUpSeconds: qualityTargetsSchema.shape.pickUpSeconds.optional(),
  durationSeconds: qualityTargetsSchema.shape.durationSeconds.optional(),
  pickUpPercent: qualityTargetsSchema.shape.pickUpPercent.default(null),
  wrapUpSeconds: qualityTargetsSchema.shape.wrapUpSeconds.default(null),
  adherencePercent: qualityTargetsSchema.shape.adherencePercent.default(null),
  firstContactPercent: qualityTargetsSchema.shape.firstContactPercent.default(null),
  returnDays: qualityTargetsSchema.shape.returnDays.default(noAgreement.returnDays),
});

/** One line, without its end. */
async function readPassword(): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (password === '') throw new CentralError('environment-invalid', 'Give the password on standard input.');
  return password;
}

function told(report: ImportReport, placeOf = (line: number): string => `line ${line}`): string {
  const refusals = report.refusals.map(({ line, column, reason }) => `  ${placeOf(line)}${column === null ? '' : `, ${column}`}: ${reason}`);
  const counts = `${report.dryRun ? 'Nothing was written. ' : ''}${report.lines} lines: ${report.created} created, ${report.changed} changed, ${report.unchanged} unchanged, ${report.refused} refused.`;
  const ignored = report.ignoredColumns.length === 0 ? [] : [`Columns without a meaning here: ${report.ignoredColumns.join(', ')}.`];
  return [counts, ...ignored, ...refusals].join('\n');
}

/** A list in JSON has no lines to point at. */
const placeOfRecord = (line: number): string => `record ${line}`;

type Command = (central: Central, options: Options) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  'create-agent': async ({ admin }, options) => {
    const languages = options.languages === undefined ? undefined : z.array(languageSchema).parse(options.languages.split(','));
    const agent = await admin.createAgent({
      username: required(options, 'username'),
      name: required(options, 'name'),
      extension: options.extension ?? null,
      team: options.team ?? null,
      ...(languages === undefined ? {} : { languages }),
      ...(options['password-stdin'] === true ? { password: await readPassword() } : {}),
    });
    return `Agent ${agent.username} has the id ${agent.id}.`;
  },
  'set-password': async ({ admin }, options) => {
    await admin.setPassword(required(options, 'username'), await readPassword());
    return 'The password is set.';
  },
  'set-sip-account': async ({ admin }, options) => {
    const username = required(options, 'username');
    const { name } = await admin.findAgent(username);
    const uri = required(options, 'uri');
    await admin.setSipAccount(username, {
      uri,
      authorizationUser: options['authorization-user'] ?? uri.replace(/^sips?:/, '').replace(/@.*$/, ''),
      displayName: options['display-name'] ?? name,
      password: await readPassword(),
    });
    return 'The telephone account is set.';
  },
  'set-access': async ({ admin }, options) => {
    await admin.setAccess(required(options, 'username'), {
      ...(options.role === undefined ? {} : { role: roleSchema.parse(options.role) }),
      ...(options.queues === undefined ? {} : { queues: options.queues === 'all' ? 'all' : options.queues.split(',') }),
      ...(options.active === undefined ? {} : { active: z.enum(['yes', 'no']).parse(options.active) === 'yes' }),
    });
    return 'The access is set. Connected workstations keep what they may still have.';
  },
  'set-customer-policy': async ({ admin }, options) => {
    await admin.setCustomerPolicy(z.enum(customerPolicies).parse(required(options, 'customers')));
    return 'The policy is set.';
  },
  'set-identity-policy': async ({ admin }, options) => {
    const policy = options.off === true ? null : identityPolicySchema.parse(fileOf(options));
    await admin.setIdentityPolicy(required(options, 'queue'), policy);
    return policy === null ? 'This queue asks nothing any more.' : 'The policy is set. Connected workstations ask from now on.';
  },
  'set-agreement': async ({ admin }, options) => {
    const queue = required(options, 'queue');
    if (options.off === true) {
      await admin.setQueue(queue, { agreement: null });
      return 'This queue has no more than its pick-up time and duration.';
    }
    const { pickUpSeconds, durationSeconds, ...agreement } = agreementFileSchema.parse(fileOf(options));
    await admin.setQueue(queue, { agreement, ...(pickUpSeconds === undefined ? {} : { pickUpTargetSeconds: pickUpSeconds }), ...(durationSeconds === undefined ? {} : { durationTargetSeconds: durationSeconds }) });
    return 'The agreement is set. Connected workstations compare with it from now on.';
  },
  'set-after-call': async ({ admin }, options) => {
    const afterCall = options.off === true ? null : afterCallSchema.parse(fileOf(options));
    await admin.setQueue(required(options, 'queue'), { afterCall });
    return afterCall === null ? 'Nothing is filled in after these calls any more.' : 'The forms are set. Connected workstations ask them from now on.';
  },
  'set-objections': async ({ admin }, options) => {
    const budget = options.off === true ? null : budgetOf(required(options, 'budget'));
    await admin.setQueue(required(options, 'queue'), { objectionBudget: budget });
    return budget === null ? 'Calls of this queue may have as many counter-arguments as their script says.' : `Calls of this queue that come in from now on may have ${budget} counter-arguments.`;
  },
  'set-outcome-sentences': async ({ admin }, options) => {
    await admin.setOutcomeSentences(required(options, 'outcome'), options.off === true ? null : outcomeSentencesSchema.parse(fileOf(options)));
    return 'The sentences are set.';
  },
  'set-policy': async ({ admin }, options) => {
    await admin.setProvisioningPolicy(provisioningPolicySchema.parse(JSON.parse(readFileSync(required(options, 'file'), 'utf8'))));
    return 'The policy is set.';
  },
  'renew-database-keys': async ({ admin }) => {
    await admin.renewDatabaseKeys();
    return 'Workstations renew the key of their database when they next hear of it, as soon as nobody is at them.';
  },
  'create-enrolment': async ({ admin }, options) => {
    const hours = z.coerce.number().positive().max(24 * 365).parse(options.hours ?? '72');
    const path = required(options, 'file');
    const enrolment = await admin.createEnrolment(required(options, 'username'), required(options, 'url'), hours * 3_600_000);
    writeFileSync(path, `${JSON.stringify(enrolment, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return `${path} signs one workstation in, within ${hours} hours. Hand it over safely.`;
  },
  'set-privacy': async ({ admin }, options) => {
    await admin.setDuty(required(options, 'username'), 'privacy', options.off !== true);
    return options.off === true ? 'No longer charged with privacy.' : 'Charged with privacy: may export and erase data of one person. Both are logged.';
  },
  'import-customers': async (central, options) => told(await central.importCustomers(readFileSync(required(options, 'file'), 'utf8'), options['dry-run'] === true)),
  'import-products': async (central, options) => told(await central.importProducts(readFileSync(required(options, 'file'), 'utf8'), options['dry-run'] === true)),
  'import-procedures': async (central, options) => told(await central.importProcedures(readFileSync(required(options, 'file'), 'utf8'), options['dry-run'] === true), placeOfRecord),
  'import-offers': async (central, options) => told(await central.importOffers(readFileSync(required(options, 'file'), 'utf8'), options['dry-run'] === true), placeOfRecord),
  'import-articles': async (central, options) => {
    const { records, placeOf } = readArticleFiles(required(options, 'file'));
    return told(await central.importArticles(records, options['dry-run'] === true), placeOf);
  },
  'import-letters': async (central, options) => told(await central.importLetters(readLetterFolder(required(options, 'file')), options['dry-run'] === true), (line) => `template ${line}`),
  'list-letters': async (central) => {
    const templates = await central.letterTemplates();
    return templates.map(({ key, kind, edition, variants, withdrawn }) => `${key}  ${kind}, edition ${edition}, ${variants.map(({ language, register }) => `${language} ${register}`).join(', ')}${withdrawn ? ', withdrawn' : ''}`).join('\n') || 'There are no templates.';
  },
  'withdraw-letter': async (central, options) => {
    const key = required(options, 'key');
    if ((await central.withdrawLetter(key)) === null) throw new CentralError('environment-invalid', `There is no template ${key}.`);
    return `${key} is withdrawn. Workstations offer it no longer, as soon as they hear of it.`;
  },
  'export-article-feedback': async (central, options) => {
    const path = required(options, 'file');
    const text = await central.articleFeedback();
    // What operators wrote may be about people: for whoever asked for it only.
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return `What operators think is in ${path}.`;
  },
  'advance-order': async (central, options) => {
    const number = required(options, 'number');
    return `Order ${number} is now ${await central.advanceOrder(number, z.enum(centreSteps).parse(required(options, 'step')))}.`;
  },
  'begin-new-history': async ({ admin }) => {
    await admin.beginNewHistory();
    return 'Every device will take a new snapshot.';
  },
};

async function run(): Promise<string> {
  const strings = Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({ options: { ...strings, 'password-stdin': { type: 'boolean' }, off: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } }, allowPositionals: true });
  const command = commands[positionals[0] ?? ''];
  if (values['help'] === true || command === undefined) return help;
  const central = await createCentral(readEnvironment(process.env).options);
  try {
    return `${await command(central, values)}\n`;
  } finally {
    await central.close();
  }
}

/** @returns what to tell the administrator. */
function explain(error: unknown): string {
  if (error instanceof z.ZodError) return `These values cannot be used: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`;
  return error instanceof Error ? error.message : String(error);
}

await run().then(
  (message) => process.stdout.write(message),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  },
);
