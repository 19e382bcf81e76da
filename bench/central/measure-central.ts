import { type Figure, judge, type Result } from '../report/figures.ts';
import { p95 } from '../report/statistics.ts';
import { BigCentre } from './big-centre.ts';
import { type Asker, capacityOf } from './capacity.ts';
import { Day } from './ordinary-day.ts';
import { type Kind, Workplace } from './workplace.ts';

const part = 'central';
const figures = {
  one: { part, name: 'a request, 500 operators, one process', unit: 'ms', limit: { p95: 50 } },
  two: { part, name: 'a request, 500 operators, two processes', unit: 'ms', limit: { p95: 50 } },
  busy: { part, name: 'a request, three times as busy, one process', unit: 'ms', limit: { p95: 50 } },
  handOver: { part, name: 'a hand-over on the workstation it is for', unit: 'ms', limit: { p95: 300 } },
  colleague: { part, name: "a colleague's work on somebody's workstation", unit: 'ms', limit: { p95: 6_000 } },
  capacity: { part, name: 'a request at full load, two processes (peer: one)', unit: 'ms', limit: { ratio: 1.1 } },
} as const satisfies Record<string, Figure>;

const size = { operators: 500, queues: 25, customers: 20_000 };
const warmMs = 15_000;
const dayMs = 60_000;
const fullLoadSeconds = 8;
const askersAtFullLoad = 32;

interface CentralBenchOptions {
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

/** What was measured of one day. */
interface Taken {
  readonly requests: number[];
  readonly handOver: number[];
  readonly colleague: number[];
}

/** The central API on a real PostgreSQL, with five hundred workstations that listen, ask and send as on an ordinary day. */
export async function measureCentral({ quick, say }: CentralBenchOptions): Promise<readonly Result[]> {
  const centre = await BigCentre.open(size, say);
  try {
    const ms = quick ? dayMs / 3 : dayMs;
    const oneUrl = await centre.run(1);
    const one = await aDay(centre, oneUrl, { ms, busy: 1, say });
    const busy = await aDay(centre, oneUrl, { ms: ms / 2, busy: 3, say });
    const full = { one: await fullLoad(centre, oneUrl, say), two: [] as number[] };
    const twoUrls = await centre.run(2);
    const two = await aDay(centre, twoUrls, { ms, busy: 1, say });
    full.two = await fullLoad(centre, twoUrls, say);
    return [
      judge(figures.one, one.requests, []),
      judge(figures.two, two.requests, []),
      judge(figures.busy, busy.requests, []),
      judge(figures.handOver, [...one.handOver, ...two.handOver], []),
      judge(figures.colleague, [...one.colleague, ...two.colleague], []),
      judge(figures.capacity, full.two, full.one),
    ];
  } finally {
    await centre.close();
  }
}

interface DayPlan {
  readonly ms: number;
  readonly busy: number;
  readonly say: (line: string) => void;
}

async function aDay(centre: BigCentre, urls: readonly string[], { ms, busy, say }: DayPlan): Promise<Taken> {
  const taken: Taken = { requests: [], handOver: [], colleague: [] };
  const byKind = new Map<Kind, number[]>();
  let counted = false;
  const places = centre.accounts.map((account, index) => {
    return new Workplace(urls[index % urls.length] ?? '', account, (kind, took) => {
      if (!counted) return;
      taken.requests.push(took);
      const values = byKind.get(kind);
      if (values === undefined) byKind.set(kind, [took]);
      else values.push(took);
    });
  });
  for (const place of places) await place.listen();
  const day = new Day({ places, customerIds: centre.customerIds, busy, onArrival: (what, took) => counted && taken[what].push(took) });
  const start = setTimeout(() => (counted = true), warmMs);
  await day.run(warmMs + ms).finally(() => clearTimeout(start));
  for (const place of places) place.close();
  const kinds = [...byKind].map(([kind, values]) => `${kind} ${values.length} (p95 ${p95(values).toFixed(1)} ms)`).join(', ');
  say(`central: ${urls.length} process(es), ${busy} x ordinary, ${(taken.requests.length / (ms / 1000)).toFixed(0)} requests/s: ${kinds}`);
  return taken;
}

async function fullLoad(centre: BigCentre, urls: readonly string[], say: (line: string) => void): Promise<number[]> {
  const askers: Asker[] = [];
  for (const account of centre.accounts.slice(0, askersAtFullLoad)) askers.push({ accessToken: account.accessToken, cursor: await new Workplace(urls[0] ?? '', account, () => undefined).cursorNow() });
  const rounds: number[] = [];
  for (let round = 0; round < 3; round++) rounds.push(await capacityOf(urls, askers, fullLoadSeconds));
  say(`central: ${urls.length} process(es) at full load, ${rounds.map((ms) => (1000 / ms).toFixed(0)).join(', ')} requests/s`);
  return rounds;
}
