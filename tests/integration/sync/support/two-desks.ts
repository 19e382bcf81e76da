import type { ImportRows } from '../../../../central/sync/import.ts';
import { openDesk, openSite, type Desk, type Site } from './sync-bench.ts';

export interface TwoDesks {
  readonly site: Site;
  readonly lotte: Desk;
  readonly an: Desk;
}

/** Two operators of one site, each at a desk that is in step. @param rows of the site that this test wants to be different. */
export async function twoDesks(rows: (site: Site) => ImportRows = () => ({})): Promise<TwoDesks> {
  const site = await openSite();
  await site.central.import(rows(site));
  const [lotte, an] = [await openDesk(site), await openDesk(site)];
  for (const desk of [lotte, an]) {
    await desk.signIn();
    await desk.settled();
  }
  return { site, lotte, an };
}

export async function transfer(desk: Desk, callId: string, target: string): Promise<void> {
  await desk.main.call('interaction.transferred', { callId, kind: 'blind', target, note: 'Derde keer dat ze belt: graag meteen oplossen.', at: new Date().toISOString() });
}
