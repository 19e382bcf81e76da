import type { QueueScript } from '#shared/contract/queue-scripts.ts';
import type { ScriptDocument, ScriptVersion } from '#shared/contract/scripts.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Script } from '#shared/domain/script/script.ts';
import type { scriptCalls } from '#shared/ipc/script-calls.ts';
import type { scriptDraftCalls } from '#shared/ipc/script-draft-calls.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { agent, sampleId, scriptRow, serviceScriptRow } from './sample-data.ts';

const at = (): string => new Date().toISOString();
const me = { agentId: agent.id, name: agent.name };
const colleague = { agentId: sampleId(90, 1), name: 'Sofie Peeters' };

/** The scripts of a centre, in memory: central's rules about who may do what are tested where they are. */
export class SampleScripts {
  readonly documents = new Map<string, ScriptDocument[]>();
  queues: readonly QueueScript[] = sampleQueues();
  /** When set, central cannot be reached. */
  offline = false;
  /** What a file that is brought in says. */
  file: string | null = null;
  readonly exported: string[] = [];

  constructor() {
    for (const row of [scriptRow, serviceScriptRow]) {
      const { version } = row.definition;
      this.documents.set(row.id, [this.#made(row.id, version, row.definition, { state: 'live', author: { agentId: null, name: null, at: '2026-11-02T08:00:00.000Z' }, liveFrom: '2026-11-02T08:00:00.000Z' })]);
    }
  }

  /** A colleague saves, elsewhere. */
  colleagueSaves(scriptId: string, edit: (script: Script) => Script): void {
    const [newest] = this.#of(scriptId);
    if (newest !== undefined) this.#add(scriptId, edit(newest.definition), '', { author: { ...colleague, at: at() } });
  }

  handlers(): Pick<Handlers<MainContract>, keyof typeof scriptCalls> {
    return {
      'scripts.list': () => {
        this.#reach();
        const items = [...this.documents].flatMap(([id, [newest, ...older]]) => {
          if (newest === undefined) return [];
          const { key, language, title } = newest.definition;
          return [{ id, key, language, title, live: [newest, ...older].find(({ state }) => state === 'live')?.number ?? null, newest: newest.number, state: newest.state, changedAt: newest.author.at }];
        });
        return { items };
      },
      'scripts.versions': ({ scriptId }) => ({ items: this.#of(scriptId) }),
      'scripts.read': ({ scriptId, number }) => this.#find(scriptId, number),
      'scripts.save': ({ scriptId, base, definition, comment }) => {
        this.#reach();
        if ((this.#of(scriptId)[0]?.number ?? null) !== base) throw new BalieError('script.stale', 'somebody was first');
        return this.#add(scriptId, definition, comment, {});
      },
      'scripts.review': ({ scriptId, number, comment }) => this.#change(scriptId, number, { state: 'reviewed', review: { ...me, at: at(), comment } }),
      'scripts.publish': ({ scriptId, number, from }) => this.#change(scriptId, number, { state: from === null ? 'live' : 'scheduled', liveFrom: from ?? at() }),
      'scripts.withdraw': ({ scriptId, number }) => this.#change(scriptId, number, { state: 'reviewed', liveFrom: null }),
      'scripts.restore': ({ scriptId, number, comment }) => this.#add(scriptId, this.#find(scriptId, number).definition, comment, { state: 'live', restores: number }),
      'scripts.queues': () => {
        this.#reach();
        return { items: [...this.queues] };
      },
      'scripts.chooseForQueue': ({ queueId, scriptId, from, seen }) => {
        this.#reach();
        const queue = this.queues.find((each) => each.queueId === queueId);
        if (queue === undefined || queue.version !== seen.version || (queue.plan?.id ?? null) !== seen.planId) throw new BalieError('script.queue-changed', 'somebody decided');
        return this.#chosen(queue, scriptId, from);
      },
      'scripts.setObjections': ({ queueId, budget, seen }) => {
        this.#reach();
        const queue = this.queues.find((each) => each.queueId === queueId);
        if (queue?.version !== seen.version) throw new BalieError('script.queue-changed', 'somebody decided');
        const set = { ...queue, objectionBudget: budget, version: queue.version + 1 };
        this.queues = this.queues.map((each) => (each === queue ? set : each));
        return set;
      },
      'scripts.export': ({ text }) => {
        this.exported.push(text);
        return { saved: true };
      },
      'scripts.import': () => (this.file === null ? null : { text: this.file }),
    };
  }

  #chosen(queue: QueueScript, scriptId: string | null, from: number | null): QueueScript {
    const title = scriptId === null ? '' : (this.#of(scriptId)[0]?.title ?? '');
    const plan = scriptId === null || from === null ? null : { id: sampleId(96, this.queues.indexOf(queue)), scriptId, title, number: from, from: this.#find(scriptId, from).liveFrom, by: agent.name };
    const chosen = { ...queue, plan, ...(from !== null || scriptId === queue.script?.id ? {} : { version: queue.version + 1, script: scriptId === null ? null : { id: scriptId, title } }) };
    this.queues = this.queues.map((each) => (each === queue ? chosen : each));
    return chosen;
  }

  #reach(): void {
    if (this.offline) throw new BalieError('session.unreachable', 'central cannot be reached');
  }

  #of(scriptId: string): ScriptDocument[] {
    this.#reach();
    return this.documents.get(scriptId) ?? [];
  }

  #find(scriptId: string, number: number): ScriptDocument {
    const found = this.#of(scriptId).find((each) => each.number === number);
    if (found === undefined) throw new BalieError('script.state', 'there is none');
    return found;
  }

  #made(scriptId: string, number: number, definition: Script, change: Partial<ScriptVersion>): ScriptDocument {
    return { scriptId, number, base: number - 1, restores: null, title: definition.title, comment: '', author: { ...me, at: at() }, state: 'draft', review: null, liveFrom: null, ...change, definition: { ...definition, version: number } };
  }

  #add(scriptId: string, definition: Script, comment: string, change: Partial<ScriptVersion>): ScriptDocument {
    const former = this.#of(scriptId);
    const made = this.#made(scriptId, (former[0]?.number ?? 0) + 1, definition, { comment, ...change });
    this.documents.set(scriptId, [made, ...former]);
    return made;
  }

  #change(scriptId: string, number: number, change: Partial<ScriptVersion>): ScriptDocument {
    const changed = { ...this.#find(scriptId, number), ...change };
    const others = this.#of(scriptId).map((each) => (changed.state === 'live' && each.state === 'live' ? { ...each, state: 'former' as const } : each));
    this.documents.set(scriptId, others.map((each) => (each.number === number ? changed : each)));
    return changed;
  }
}

function sampleQueues(): readonly QueueScript[] {
  const order = { id: scriptRow.id, title: scriptRow.definition.title };
  const service = { id: serviceScriptRow.id, title: serviceScriptRow.definition.title };
  const queue = { language: 'nl', version: 1, plan: null, objectionBudget: null, operators: 6, mayChange: true } as const;
  return [
    { ...queue, queueId: sampleId(95, 1), key: 'bestellijn', name: 'Bestellijn', script: order },
    { ...queue, queueId: sampleId(95, 2), key: 'klantendienst', name: 'Klantendienst', script: service, objectionBudget: 1, operators: 4 },
    { ...queue, queueId: sampleId(95, 3), key: 'service-clients', name: 'Service clients', language: 'fr', script: null, operators: 2 },
    { ...queue, queueId: sampleId(95, 4), key: 'winkels', name: 'Winkels', script: service, operators: 1, mayChange: false },
  ];
}

interface KeptDraft {
  readonly base: string | null;
  readonly content: string;
  readonly savedAt: string;
}

/** What is being written on a workstation, in memory. */
export function sampleScriptDrafts(kept: Map<string, KeptDraft>): Pick<Handlers<StoreContract>, keyof typeof scriptDraftCalls> {
  return {
    'scriptDraft.write': ({ scriptId, base, content }) => {
      const savedAt = at();
      kept.set(scriptId, { base, content, savedAt });
      return { savedAt };
    },
    'scriptDraft.read': ({ scriptId }) => kept.get(scriptId) ?? null,
    'scriptDraft.list': () => [...kept].map(([scriptId, { savedAt, content }]) => ({ scriptId, savedAt, title: (JSON.parse(content) as Script).title })),
    'scriptDraft.forget': ({ scriptId }) => void kept.delete(scriptId),
  };
}
