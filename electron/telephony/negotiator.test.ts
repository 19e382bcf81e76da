import { beforeEach, describe, expect, test } from 'vitest';
import type { HoldState } from '#shared/domain/call.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { Negotiator } from './negotiator.ts';
import { RenegotiationError, type Refusal } from './renegotiation.ts';

interface Asked {
  readonly held: boolean;
  readonly iceRestart: boolean;
  agree(): Promise<void>;
  refuse(refusal: Refusal, sipStatus?: number): Promise<void>;
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

let clock: ManualClock;
let asked: Asked[];
let holds: HoldState[];
let canRun: boolean;
let gone: number;
let negotiator: Negotiator;

beforeEach(() => {
  clock = new ManualClock();
  asked = [];
  holds = [];
  canRun = true;
  gone = 0;
  negotiator = new Negotiator({
    renegotiate: (what) =>
      new Promise((resolve, reject) => {
        const after = (act: () => void) => () => {
          act();
          return settled();
        };
        asked.push({ ...what, agree: after(resolve), refuse: (refusal, sipStatus) => after(() => reject(new RenegotiationError(refusal, sipStatus)))() });
      }),
    canRun: () => canRun,
    onHold: (hold) => {
      if (hold !== holds.at(-1)) holds.push(hold);
    },
    onGone: () => gone++,
    ownsCallId: true,
    clock,
    random: () => 0.5,
    logger: silentLogger,
  });
});

describe('hold', () => {
  test('is on when it is agreed, not before', async () => {
    const held = negotiator.setHeld(true);
    expect(holds).toEqual(['holding']);
    await asked[0]?.agree();
    await held;
    expect(holds).toEqual(['holding', 'on']);
    expect(asked).toHaveLength(1);
  });

  test('waits while no request can leave', async () => {
    canRun = false;
    void negotiator.setHeld(true);
    expect(asked).toEqual([]);
    canRun = true;
    negotiator.poke();
    await asked[0]?.agree();
    expect(holds).toEqual(['holding', 'on']);
  });

  test('taken back before it left needs no request', async () => {
    canRun = false;
    const first = negotiator.setHeld(true);
    await Promise.all([expect(first).rejects.toMatchObject({ code: 'call.illegal' }), negotiator.setHeld(false)]);
    expect(holds).toEqual(['holding', 'off']);
    expect(asked).toEqual([]);
  });

  test('taken back under way is agreed first, then undone', async () => {
    const first = negotiator.setHeld(true);
    const second = negotiator.setHeld(false);
    await expect(first).rejects.toMatchObject({ code: 'call.illegal' });
    await asked[0]?.agree();
    expect(asked[1]).toMatchObject({ held: false });
    await asked[1]?.agree();
    await second;
    expect(holds).toEqual(['holding', 'resuming', 'off']);
  });

  test('refused by the other side is off again, and said so', async () => {
    const held = negotiator.setHeld(true);
    const refusal = expect(held).rejects.toMatchObject({ code: 'media.failed', details: { sipStatus: 488 } });
    await asked[0]?.refuse('refused', 488);
    await refusal;
    expect(holds).toEqual(['holding', 'off']);
    expect(gone).toBe(0);
  });

  test('after a glare is asked again, later for the owner of the Call-ID', async () => {
    const held = negotiator.setHeld(true);
    await asked[0]?.refuse('glare', 491);
    clock.advance(3_049);
    expect(asked).toHaveLength(1);
    clock.advance(1);
    await asked[1]?.agree();
    await held;
    expect(holds).toEqual(['holding', 'on']);
  });

  test('that the other side does not heed is no hold: said so, and what was before is laid again', async () => {
    const held = negotiator.setHeld(true);
    const refusal = expect(held).rejects.toMatchObject({ code: 'media.failed' });
    await asked[0]?.refuse('unheeded', 200);
    await refusal;
    expect(holds).toEqual(['holding', 'off']);
    expect(asked[1]).toMatchObject({ held: false });
    await asked[1]?.agree();
    expect(asked).toHaveLength(2);
  });

  test('in glare again and again is asked again each time, until it is agreed', async () => {
    const held = negotiator.setHeld(true);
    for (let round = 0; round < 3; round++) {
      await asked[round]?.refuse('glare', 491);
      clock.advance(4_000);
    }
    expect(holds).toEqual(['holding']);
    await asked[3]?.agree();
    await held;
    expect(holds).toEqual(['holding', 'on']);
  });

  test('that met another negotiation is asked again at once', async () => {
    void negotiator.setHeld(true);
    await asked[0]?.refuse('busy');
    clock.advance(200);
    expect(asked).toHaveLength(2);
  });
});

describe('verifying', () => {
  test('keeps the hold that is agreed', async () => {
    const held = negotiator.setHeld(true);
    await asked[0]?.agree();
    await held;
    negotiator.verify({ iceRestart: true });
    expect(asked[1]).toMatchObject({ held: true, iceRestart: true });
    await asked[1]?.agree();
    expect(holds).toEqual(['holding', 'on']);
  });

  test('is tried again when nobody answered, with its ICE restart', async () => {
    negotiator.verify({ iceRestart: true });
    await asked[0]?.refuse('unreachable');
    clock.advance(3_000);
    expect(asked[1]).toMatchObject({ held: false, iceRestart: true });
  });

  test('tells when the dialog is gone, and does not insist', async () => {
    negotiator.verify({ iceRestart: false });
    await asked[0]?.refuse('gone', 481);
    clock.advance(60_000);
    expect(gone).toBe(1);
    expect(asked).toHaveLength(1);
  });

  test('a hold wished meanwhile comes next', async () => {
    negotiator.verify({ iceRestart: false });
    const held = negotiator.setHeld(true);
    await asked[0]?.agree();
    expect(asked[1]).toMatchObject({ held: true });
    await asked[1]?.agree();
    await held;
    expect(holds).toEqual(['holding', 'on']);
  });
});

test('a call that ends refuses what still waits, and asks nothing more', async () => {
  const held = negotiator.setHeld(true);
  negotiator.close();
  await expect(held).rejects.toMatchObject({ code: 'call.illegal' });
  await asked[0]?.refuse('unreachable');
  clock.advance(60_000);
  expect(asked).toHaveLength(1);
  expect(clock.pending).toBe(0);
});
