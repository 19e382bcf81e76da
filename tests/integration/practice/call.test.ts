import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { Caller } from '../../../practice/callers/caller.ts';
import { personas, type Persona } from '../../../practice/callers/personas.ts';
import { Exchange } from '../../../practice/exchange/exchange.ts';
import { valueOf } from '../../../practice/exchange/sip-message.ts';
import { listenForSip, type SipServer } from '../../../practice/exchange/websocket-server.ts';
import { until } from '../../lab/wait.ts';
import { Workstation } from './support/workstation.ts';

const [persona] = personas as [Persona];
let exchange: Exchange;
let server: SipServer;
let workstation: Workstation;

function newCaller(clock = systemClock): Caller {
  return new Caller({ exchange, persona, user: 'lotte', clock, random: Math.random, logger: silentLogger });
}

beforeEach(async () => {
  exchange = new Exchange({ domain: 'practice.test', clock: systemClock, logger: silentLogger, passwordOf: (user) => (user === 'lotte' ? 'secret' : undefined) });
  server = await listenForSip(exchange, { logger: silentLogger });
  workstation = await Workstation.connect(server.url);
  expect(await workstation.register()).toBe(200);
});

afterEach(async () => {
  await workstation.close();
  await server.close();
});

describe('a practice caller', () => {
  it('says who calls which queue', async () => {
    const caller = newCaller();
    const outcome = caller.call();
    const invite = await workstation.invited();
    expect(valueOf(invite, 'X-Queue')).toBe(persona.queue);
    expect(valueOf(invite, 'From')).toContain(`<sip:${persona.number}@practice.test>`);
    workstation.refuse(invite, 486);
    expect(await outcome).toBe('refused');
  });

  it('answers what is said, falls silent on hold, and comes back by Replaces', async () => {
    const outcome = newCaller().call();
    await workstation.answer(await workstation.invited());
    await until('media flows', () => workstation.heard.length > 0, { withinMs: 10_000 });
    await workstation.speak(50);
    await workstation.hearsAVoice();

    expect((await workstation.reinvite('sendonly')).status).toBe(200);
    workstation.heard = [];
    await workstation.speak(50);
    // What was under way when the hold was agreed may still arrive.
    expect(workstation.heard.length).toBeLessThan(5);
    expect((await workstation.reinvite('sendrecv')).status).toBe(200);
    await workstation.hearsAVoice();

    expect((await workstation.replace()).status).toBe(200);
    await until('the former dialog is ended', () => workstation.requests('BYE').length === 1);
    await workstation.speak(50);
    await workstation.hearsAVoice();

    expect(await workstation.hangUp()).toBe(200);
    expect(await outcome).toBe('talked');
  });

  it('refuses to replace a call that is not there', async () => {
    const outcome = newCaller().call();
    await workstation.answer(await workstation.invited());
    expect((await workstation.replace()).status).toBe(200);
    await until('the former dialog is ended', () => workstation.requests('BYE').length === 1);
    expect(await workstation.hangUp()).toBe(200);
    expect(await outcome).toBe('talked');
    expect((await workstation.replace()).status).toBe(481);
  });

  it('gives up after half a minute', async () => {
    const clock = new ManualClock();
    const outcome = newCaller(clock).call();
    const invite = await workstation.invited();
    clock.advance(29_000);
    expect(workstation.requests('CANCEL')).toEqual([]);
    clock.advance(1_000);
    await until('the call is called off', () => workstation.requests('CANCEL').length === 1);
    workstation.refuse(invite, 487);
    expect(await outcome).toBe('unanswered');
    clock.advance(5_000);
    expect(clock.pending).toBe(0);
  });
});
