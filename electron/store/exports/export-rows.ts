import { maskHistoryEntry, maskTimelineEntry } from '#shared/domain/identity/mask.ts';
import { seconds, type Cell, type DeviceExport } from '#shared/domain/office.ts';
import { figureRows } from '#shared/domain/quality/figure-rows.ts';
import { dayOf } from '#shared/domain/quality/periods.ts';
import { timelineKinds } from '#shared/domain/timeline.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { Access } from '../identity/access.ts';
import { searchDirectory, teamList } from '../queries/directory.ts';
import { listHistory } from '../queries/history.ts';
import { ordersPlaced } from '../queries/orders.ts';
import { timelinePage } from '../queries/timeline.ts';
import { casePage, duePage, productPage, reservationPage } from './ledger-rows.ts';
import type { StoreContext } from '../services/context.ts';
import { ownFigures } from '../services/own-figures.ts';
import { pageSize, type RowPage } from './row-page.ts';
import { linesOf, timelineRow } from './timeline-rows.ts';
import { unsentPage } from './unsent-rows.ts';
import { nameOf, whoIs } from './who-is.ts';

/** A list that a search answers whole. */
const mostColleagues = 100_000;

type Language = 'nl' | 'fr' | 'en' | 'de';

const answered = (at: string | null): string => (at === null ? 'missed' : 'answered');

/**
 * One page of a list as it leaves the workplace, in the order of `exportColumns`. The cells are the data itself, masked as
 * on the screen where the caller on the line has not shown who they are.
 */
export function exportPage(context: StoreContext, request: Exclude<DeviceExport, { list: 'customers' }>, after: string | null, language: Language): RowPage {
  const { db } = context;
  const access = new Access(db, context.agentId());
  switch (request.list) {
    case 'history': {
      const page = listHistory(db, { text: request.text, kind: request.kind, before: after, limit: pageSize }, { agentId: context.agentId(), country: context.country() });
      const calls = page.entries.map((call) => (call.customerId === null ? call : maskHistoryEntry(call, access.masked(call.customerId))));
      const rows = calls.map((call) => [
        ...[call.startedAt, call.direction, call.customerName ?? call.colleagueName, call.number, call.queueName, answered(call.answeredAt)],
        ...[seconds(call.answeredAt, call.endedAt), call.outcome?.[language] ?? call.outcome?.nl ?? null, call.transferredTo],
      ]);
      return { rows, next: page.next };
    }
    case 'directory': {
      const entries = searchDirectory(db, request.text, context.country(), mostColleagues);
      return { rows: entries.map(({ name, department, number, competences }) => [name, department, number, competences.join(', ')]), next: null };
    }
    case 'timeline': {
      const outcomes = new Map(tables.outcome.all(db).map(({ id, label }) => [id, label[language] ?? label.nl]));
      const page = timelinePage(db, { customerId: request.customerId, kinds: timelineKinds, before: after, limit: pageSize }, context.agentId());
      const masked = access.masked(request.customerId);
      const shown = page.entries.flatMap((entry) => maskTimelineEntry(entry, masked) ?? []);
      return { rows: shown.map((entry) => timelineRow(entry, { language, outcomes })), next: page.next };
    }
    case 'figures':
      return { rows: ownFigureRows(context, request), next: null };
    case 'team':
      return { rows: teamList(db).map(({ name, team, extension, languages }) => [name, team, extension, languages.join(', ')]), next: null };
    case 'products':
      return productPage(db, request.text, after, language);
    case 'due':
      return duePage(db, access, { agentId: context.agentId(), whose: request.whose });
    case 'reservations':
      return reservationPage(db, access, after, language);
    case 'cases':
      return casePage(db, access, after);
    case 'unsent':
      return unsentPage(db, access, after);
    case 'orders':
      return orderPage(db, access, { customerId: request.customerId, after, language });
  }
}

/** What the page of one's own figures shows. */
function ownFigureRows(context: StoreContext, { list: _, ...wish }: Extract<DeviceExport, { list: 'figures' }>): Cell[][] {
  const { queues, queueId, targets, whole, periods } = ownFigures(context, wish);
  const day = (back: number): string => dayOf(new Date(context.clock.now() - back * 86_400_000).toISOString(), wish.timeZone);
  const name = queues.find(({ id }) => id === queueId)?.name ?? null;
  return figureRows({ targets, figures: whole, periods, bucket: wish.bucket, days: { first: day(wish.days - 1), last: day(0) } }).map((cells) => [name, ...cells]);
}

/** Orders of whoever may be seen; of the others not even that there are any. */
function orderPage(db: ReadDb, access: Access, { customerId, after, language }: { readonly customerId: string | null; readonly after: string | null; readonly language: Language }): RowPage {
  const { orders, next } = ordersPlaced(db, { customerId, before: after, limit: pageSize });
  const shown = orders.filter((order) => !access.masked(order.customerId).has('orders'));
  const rows = shown.map((order) => [order.placedAt, order.number, `order.${order.state}`, ...whoIs(db, access, order.customerId), linesOf(order, language), order.totalCents / 100, order.promisedFor, nameOf(db, order.agentId)]);
  return { rows, next };
}
