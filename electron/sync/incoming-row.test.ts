import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Script } from '#shared/domain/script/script.ts';
import { testCentre } from '../../tests/fixtures/centre.ts';
import { newId } from '#shared/domain/ids.ts';
import { readIncoming } from './incoming-row.ts';

const definition = JSON.parse(readFileSync(new URL('../../resources/scripts/bestelling-wijnabonnement.nl.json', import.meta.url), 'utf8')) as Script;
const row = (script: Script) => ({ id: newId(), version: 1, updatedAt: '2026-01-01T08:00:00.000Z', key: script.key, language: script.language, definition: script });

describe('readIncoming', () => {
  it('takes a script that is sound', () => {
    expect(readIncoming('script', row(definition))).toMatchObject({ ok: true, entity: 'script' });
  });

  it('keeps out a script that would leave the operator stuck, and says where', () => {
    const broken = { ...definition, start: 'nowhere' };
    expect(readIncoming('script', row(broken))).toMatchObject({ ok: false, entity: 'script', reason: expect.stringContaining('definition.start') as string });
  });

  it('keeps out a script that does not fit its schema', () => {
    const broken = { ...definition, steps: [] };
    expect(readIncoming('script', row(broken))).toMatchObject({ ok: false, reason: expect.stringContaining('definition.steps') as string });
  });
});

describe('what a queue says of counter-arguments', () => {
  const { queue } = testCentre();

  it('is the script\'s own where central is older and does not know it, or newer and says what is not known here', () => {
    const { objectionBudget: _, ...ofBefore } = queue;
    for (const row of [ofBefore, { ...queue, objectionBudget: 12 }, { ...queue, objectionBudget: 'many' }]) expect(readIncoming('queue', row)).toMatchObject({ ok: true, row: { key: queue.key, objectionBudget: null } });
    expect(readIncoming('queue', { ...queue, objectionBudget: 2 })).toMatchObject({ ok: true, row: { objectionBudget: 2 } });
  });

  it('comes along in a run; what a newer Balie adds to a run beside it costs nobody the conversation, nor the run that came with a call', () => {
    const run = { scriptKey: 's', scriptVersion: 1, start: 'a', objectionBudget: 1, events: [] };
    const carried = { scriptId: newId(), title: 'Bestelling', step: 'Opening', run: { ...run, ofTomorrow: true }, captured: {} };
    expect(readIncoming('interaction', { ...conversation, scriptRun: { ...run, ofTomorrow: true } })).toMatchObject({ ok: true, row: { scriptRun: run } });
    expect(readIncoming('handOver', { ...note, script: carried })).toMatchObject({ ok: true, row: { script: { run } } });
  });
});

const conversation = {
  ...{ id: newId(), version: 1, updatedAt: '2026-01-01T08:00:00.000Z', channel: 'voice', direction: 'inbound', state: 'closed', agentId: null, queueId: null, customerId: null, number: null },
  ...{ startedAt: '2026-01-01T08:00:00.000Z', answeredAt: null, endedAt: null, closedAt: null, outcomeId: null, sentence: '', note: '', captured: {}, interrupted: false },
};
const note = { id: newId(), version: 1, updatedAt: '2026-01-01T08:00:00.000Z', interactionId: newId(), callId: newId(), agentId: null, customerId: null, queueId: null, number: null, kind: 'blind', target: '203', note: 'Belt terug', at: '2026-01-01T08:00:00.000Z', identity: null };

describe('a hand-over', () => {
  it('is read with its note whatever is in the run that came along, or without one', () => {
    const carried = { scriptId: newId(), title: 'Bestelling', step: 'Opening', run: { scriptKey: 's', scriptVersion: 1, start: 'a', events: [{ type: 'of-tomorrow' }] }, captured: { a: 'b' } };
    expect(readIncoming('handOver', { ...note, script: carried })).toMatchObject({ ok: true, row: { note: 'Belt terug', script: { step: 'Opening', run: null, captured: { a: 'b' } } } });
    expect(readIncoming('handOver', note)).toMatchObject({ ok: true, row: { note: 'Belt terug', script: null } });
  });
});
