import { assertNever } from '#shared/domain/errors.ts';
import type { CorrectedValue } from '#shared/domain/file-entities.ts';
import { seconds, type Cell } from '#shared/domain/office.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import { whatIsLess, whatIsRedirected } from '#shared/domain/ordering/spoken-change.ts';
import type { TimelineEntry } from '#shared/domain/timeline.ts';

/** In which language, and what outcomes are called in it. */
export interface Said {
  readonly language: 'nl' | 'fr' | 'en' | 'de';
  readonly outcomes: ReadonlyMap<string, string>;
}

/** The columns of a timeline but the first two and the last; what is not there is empty. */
interface Line {
  readonly kind: string;
  readonly direction?: Cell;
  readonly what?: Cell;
  readonly state?: Cell;
  readonly duration?: Cell;
  readonly due?: Cell;
  readonly outcome?: Cell;
  readonly content?: Cell;
  readonly remark?: Cell;
}

/** @returns a line of the timeline in the order of `exportColumns.timeline`. */
export function timelineRow(entry: TimelineEntry, said: Said): Cell[] {
  const { kind, direction = null, what = null, state = null, duration = null, due = null, outcome = null, content = null, remark = null } = lineOf(entry, said);
  return [entry.at, kind, direction, what, state, duration, due, outcome, content, remark, entry.by];
}

/** @returns what was ordered, in one cell. */
export function linesOf({ lines }: Pick<Order, 'lines'>, language: Said['language']): string {
  return lines.map(({ name, quantity }) => `${quantity} × ${name[language] ?? name.nl}`).join(', ');
}

function lineOf(entry: TimelineEntry, { language, outcomes }: Said): Line {
  switch (entry.kind) {
    case 'call':
    case 'message': {
      const { channel, direction, answeredAt, endedAt, outcomeId, sentence, note } = entry.interaction;
      const isCall = channel === 'voice';
      return {
        ...{ kind: `channel.${channel}`, direction, state: isCall ? (answeredAt === null ? 'missed' : 'answered') : null },
        ...{ duration: isCall ? seconds(answeredAt, endedAt) : null, outcome: outcomes.get(outcomeId ?? '') ?? null, content: sentence, remark: note },
      };
    }
    case 'note':
      return { kind: 'kind.note', content: entry.note.text };
    case 'consent': {
      const { channel, purpose, state, how } = entry.consent;
      return { kind: 'kind.consent', what: `consent.${channel}.${purpose}`, state: `consent.${state}`, remark: how };
    }
    case 'case': {
      const { kind, state, dueAt, caseNumber, subject, result } = entry.case;
      return { kind: 'kind.case', what: `case.${kind}`, state: `case.${state}`, due: dueAt, outcome: caseNumber, content: subject, remark: result };
    }
    case 'promise':
      return { kind: 'kind.promise', state: `promise.${entry.promise.state}`, due: entry.promise.dueAt, content: entry.promise.text };
    case 'order':
      if (entry.less !== undefined) return { kind: 'kind.order', state: 'order.lessened', outcome: entry.order.number, content: whatIsLess(language, entry.less) };
      if (entry.redirected !== undefined) return { kind: 'kind.order', state: 'order.redirected', outcome: entry.order.number, content: whatIsRedirected(language, entry.redirected, null) };
      return { kind: 'kind.order', state: `order.${entry.state}`, outcome: entry.order.number, content: linesOf(entry.order, language), remark: entry.order.reason };
    case 'reservation': {
      const { slot, reservation } = entry;
      const title = slot === null ? null : `${reservation.seats} × ${slot.title[language] ?? slot.title.nl}, ${slot.day} ${slot.from}`;
      return { kind: 'kind.reservation', state: `order.${reservation.state}`, outcome: reservation.number, content: title, remark: reservation.note };
    }
    case 'correction': {
      const { entity, field, former, value } = entry.correction;
      return { kind: 'kind.correction', what: `correction.${entity}.${field}`, content: textOf(value), remark: textOf(former) };
    }
    default:
      return assertNever(entry);
  }
}

/** A value that was replaced; of a row that was removed, what was in it. */
function textOf(value: CorrectedValue): Cell {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  const { value: point, street, houseNumber, box, postcode, town } = value;
  return [point, street, houseNumber, box, postcode, town].filter((part) => part !== undefined && part !== null && part !== '').join(' ');
}
