import type { ImportReport } from '#shared/contract/import.ts';
import type { LetterSave } from '#shared/contract/letters.ts';
import { newId } from '#shared/domain/ids.ts';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { centre } from '../sync/change-log.ts';
import type { LetterFolder } from './letter-folder.ts';

type Template = LetterFolder['templates'][number];
type Outcome = 'created' | 'changed' | 'unchanged';

/** Brings templates in: each by itself, so that one that is refused keeps no other from coming. A dry run looks at all and writes none. */
export async function importLetters({ letters, database }: Pick<Context, 'letters' | 'database'>, folder: LetterFolder, dryRun: boolean): Promise<ImportReport> {
  const outcomes: Outcome[] = [];
  const refusals: ImportReport['refusals'] = [];
  for (const [index, template] of folder.templates.entries()) {
    try {
      outcomes.push(await bringIn(template));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refusals.push({ line: index + 1, column: template.key, reason: reasonOf(error) });
    }
  }
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return { dryRun, lines: folder.templates.length, created: count('created'), changed: count('changed'), unchanged: count('unchanged'), refused: refusals.length, ignoredColumns: [], refusals };

  async function bringIn(template: Template): Promise<Outcome> {
    const former = await letters.byKey(template.key);
    const save: LetterSave = { base: former?.edition ?? null, key: template.key, kind: template.kind, title: template.title, queueIds: await queueIds(template), variants: await variantsOf(template), comment: '' };
    const id = former?.id ?? newId();
    const edition = dryRun ? await letters.wouldBe(id, save) : (await letters.save(centre, id, save)).edition;
    return former === null ? 'created' : edition === former.edition && !former.withdrawn ? 'unchanged' : 'changed';
  }

  async function variantsOf(template: Template): Promise<LetterSave['variants']> {
    if (template.kind === 'mail') return template.variants;
    const made: LetterSave['variants'] = [];
    for (const { language, register, file } of template.variants) {
      const { sha256, bytes } = await kept(file);
      made.push({ language, register, sha256, bytes });
    }
    return made;
  }

  /** The file is named where it is refused: a list has many. */
  async function kept(file: string): ReturnType<typeof letters.inspect> {
    try {
      const bytes = folder.document(file);
      return await (dryRun ? letters.inspect(bytes) : letters.keepFile(centre, bytes));
    } catch (error) {
      throw error instanceof Problem ? new Problem(error.status, error.code, `${file}: ${reasonOf(error)}`, { cause: error }) : error;
    }
  }

  async function queueIds({ queues }: Template): Promise<string[]> {
    const { rows } = await sql<{ id: string; key: string }>`select id, key from queue`.execute(database.db);
    return queues.map((key) => {
      const found = rows.find((queue) => queue.key === key);
      if (found === undefined) throw new Problem(400, 'letter.invalid', `There is no queue ${key}.`);
      return found.id;
    });
  }
}

function reasonOf({ message, extras }: Problem): string {
  return extras.errors === undefined ? message : extras.errors.map((error) => `${error.path} ${error.message}`).join('; ');
}
