import type { Cell, ExportRequest } from '#shared/domain/office.ts';
import { tables } from '../entities/tables.ts';
import { searchDirectory } from '../queries/directory.ts';
import { listHistory } from '../queries/history.ts';
import { withLastContact } from '../queries/last-contact.ts';
import { searchCustomers } from '../search/search-customers.ts';
import type { StoreContext } from '../services/context.ts';

export interface RowPage {
  readonly rows: Cell[][];
  /** Where the next page goes on; null: there is none. */
  readonly next: string | null;
}

/** Rows of a page: few enough that reads of the operator's do not wait behind it. */
const pageSize = 100;
/** Lists that a search answers whole. */
const searchLimit = { directory: 100_000, customers: 1_000 } as const;

type Language = 'nl' | 'fr' | 'en' | 'de';

function seconds(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

const answered = (at: string | null): string => (at === null ? 'missed' : 'answered');

/**
 * One page of a list as it leaves the workplace, in the order of `exportColumns`. The cells are the data itself; what may not be
 * shown is not in what the queries answer.
 */
export function exportPage(context: StoreContext, request: ExportRequest, after: string | null, language: Language): RowPage {
  const { db } = context;
  switch (request.list) {
    case 'history': {
      const page = listHistory(db, { text: request.text, kind: request.kind, before: after, limit: pageSize }, { agentId: context.agentId(), country: context.country() });
      const rows = page.entries.map((call) => [
        ...[call.startedAt, call.direction, call.customerName ?? call.colleagueName, call.number, call.queueName, answered(call.answeredAt)],
        ...[seconds(call.answeredAt, call.endedAt), call.outcome?.[language] ?? call.outcome?.nl ?? null, call.transferredTo],
      ]);
      return { rows, next: page.next };
    }
    case 'directory': {
      const entries = searchDirectory(db, request.text, context.country(), searchLimit.directory);
      return { rows: entries.map(({ name, department, number, competences }) => [name, department, number, competences.join(', ')]), next: null };
    }
    case 'customers': {
      const hits = withLastContact(db, searchCustomers(db, request.text, context.country(), searchLimit.customers));
      return { rows: hits.map((hit) => [hit.customerNumber, hit.name, hit.street, hit.town, hit.lastContactAt ?? null]), next: null };
    }
    case 'timeline': {
      const outcomes = new Map(tables.outcome.all(db).map(({ id, label }) => [id, label[language] ?? label.nl]));
      const all = tables.interaction.listBy(db, 'customerId', request.customerId).sort((a, b) => b.startedAt.localeCompare(a.startedAt));
      const rows = all.map((contact) => [
        ...[contact.startedAt, contact.direction, answered(contact.answeredAt), seconds(contact.answeredAt, contact.endedAt)],
        ...[outcomes.get(contact.outcomeId ?? '') ?? null, contact.sentence, contact.note],
      ]);
      return { rows, next: null };
    }
  }
}
