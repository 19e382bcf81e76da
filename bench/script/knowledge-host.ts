import { app } from 'electron';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '#shared/domain/ids.ts';
import { openMadeUpCentral } from '../store/scale/central.ts';
import { startStore, synced } from '../store/scale/store-line.ts';
import { articleKeystrokes, snapshotOfArticles } from './articles.ts';
import type { KnowledgeOptions, KnowledgeSamples } from './knowledge.ts';

/** Electron's main process of the bench: the built store process, asked for articles over a workspace's port, key by key. */
const options = JSON.parse(process.argv.find((one) => one.startsWith('--scale='))?.slice('--scale='.length) ?? '{}') as KnowledgeOptions;

async function measure(): Promise<KnowledgeSamples> {
  const central = await openMadeUpCentral(() => snapshotOfArticles(options.count, 'bench-0'));
  const store = await startStore(options.store, options.folder);
  await store.main.call('store.open', { path: path.join(options.folder, 'balie.db'), key: 'c'.repeat(64), country: 'BE' });
  const begin = (): Promise<unknown> => store.main.call('session.set', { centralUrl: central.url, accessToken: 'bench', agentId: newId(), deviceId: newId(), country: 'BE' });
  const fillSeconds = (await synced(store, begin)) / 1000;
  const search = async (text: string, sources: string[] | null): Promise<number> => {
    const begun = performance.now();
    await store.workspace.call('article.search', { text, language: 'nl', sources });
    return performance.now() - begun;
  };
  const searched: number[] = [];
  const narrowed: number[] = [];
  // Every other text as a step permits it: two sources, of which one is there.
  for (const [index, text] of articleKeystrokes(options.count, options.keystrokes).entries()) {
    if (index % 2 === 0) searched.push(await search(text, null));
    else narrowed.push(await search(text, ['voorwaarden 2026-11', 'tarieven']));
  }
  await store.close();
  central.close();
  return { fillSeconds, searched, narrowed };
}

async function run(): Promise<void> {
  await app.whenReady();
  try {
    writeFileSync(options.answer, JSON.stringify(await measure()));
    app.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    app.exit(1);
  }
}

app.on('window-all-closed', () => undefined);
void run();
