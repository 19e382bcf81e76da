import { isLive, type Call, type CallIn } from '#shared/domain/call.ts';

/** What stands together on the line. */
export type LineItem =
  | { readonly kind: 'call'; readonly id: string; readonly call: Call }
  /** A customer, and the colleague who is asked about them. */
  | { readonly kind: 'consultation'; readonly id: string; readonly customer: CallIn<'connected'>; readonly colleague: Call }
  | { readonly kind: 'conference'; readonly id: string; readonly calls: readonly CallIn<'connected'>[] };

export interface LineArrangement {
  /** Large: what is shown, or what several people are in. */
  readonly first: LineItem | null;
  readonly others: readonly LineItem[];
}

/**
 * Which cards there are, and which one is large. A line on which nothing is left shows for as long as main keeps it what nobody
 * answered: whoever dialled a number that is busy has to be told so.
 *
 * @param shownId the call whose conversation is shown; null for none.
 */
export function arrangeLine(calls: readonly Call[], shownId: string | null): LineArrangement {
  const present = calls.filter((call) => isLive(call) || call.id === shownId);
  const items = itemsOf(present.length === 0 && shownId === null ? calls.filter((call) => call.state === 'ended' && call.answeredAt === null).slice(-1) : present);
  const first = items.find((item) => callsOf(item).some((call) => call.id === shownId)) ?? (shownId === null ? (items[0] ?? null) : null);
  return { first, others: items.filter((item) => item !== first) };
}

function itemsOf(calls: readonly Call[]): readonly LineItem[] {
  const joined = calls.filter(isJoined);
  const items: LineItem[] = [];
  for (const call of calls) {
    if (joined.length > 1 && isJoined(call)) {
      if (call === joined[0]) items.push({ kind: 'conference', id: call.id, calls: joined });
      continue;
    }
    if (customerOf(call, calls) !== undefined) continue;
    const colleague = calls.find((other) => other.consultationFor === call.id && isLive(other) && other.state !== 'ending');
    items.push(call.state === 'connected' && colleague !== undefined ? { kind: 'consultation', id: call.id, customer: call, colleague } : { kind: 'call', id: call.id, call });
  }
  return items;
}

/** @returns the customer about whom this call consults, while both are there. */
function customerOf(call: Call, calls: readonly Call[]): Call | undefined {
  if (call.consultationFor === null) return undefined;
  return calls.find((other) => other.id === call.consultationFor && other.state === 'connected');
}

function isJoined(call: Call): call is CallIn<'connected'> {
  return call.state === 'connected' && call.conference;
}

function callsOf(item: LineItem): readonly Call[] {
  switch (item.kind) {
    case 'call':
      return [item.call];
    case 'consultation':
      return [item.customer, item.colleague];
    case 'conference':
      return item.calls;
  }
}
