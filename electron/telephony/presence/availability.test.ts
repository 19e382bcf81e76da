import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock, type Clock } from '#shared/domain/clock.ts';
import type { OwnAvailability } from '#shared/domain/presence.ts';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import type { SipText } from '../../../tests/fixtures/scripted-exchange.ts';
import { info, ScriptedPresence } from '../../../tests/fixtures/scripted-presence.ts';
import { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../../tests/lab/wait.ts';
import { pidfOf, pidfType, readPidf } from './pidf.ts';

/** A quarter of an hour is a tenth of a second. */
const hurried: Clock = { ...systemClock, schedule: (ms, task) => systemClock.schedule(ms >= 60_000 ? ms / 9_000 : ms, task) };

let line: ScriptedTelephony;
let exchange: ScriptedPresence;

beforeEach(async () => {
  line = await ScriptedTelephony.start();
  exchange = new ScriptedPresence(line);
});

afterEach(() => line.stop());

const colleague = 'sip:203@lab.test';
const documentOf = (availability: OwnAvailability) => pidfOf({ availability, since: '2026-11-30T08:00:00.000Z', id: 'd1' }, colleague);
const closed = `<presence entity="${colleague}"><tuple id="t"><status><basic>closed</basic></status></tuple></presence>`;

/** Watches a colleague whose telephone is free, and takes the subscription to what they say of themselves. */
async function watch(): Promise<{ readonly lamps: SipText; readonly said: SipText; readonly says: (body: string, type?: string) => void }> {
  const lamps = await exchange.watch();
  exchange.notify(lamps, { body: info(0, []) });
  await exchange.becomes('free');
  const said = await exchange.subscribed('presence', ({ first }) => first.includes(colleague));
  exchange.accept(said);
  return { lamps, said, says: (body, type = pidfType) => exchange.notify(said, { body, type }) };
}

describe('what a colleague says of themselves (RFC 3856)', () => {
  test('is shown while their telephone does nothing', async () => {
    const { lamps, said, says } = await watch();
    expect(said.header('Accept')).toBe('application/pidf+xml');
    for (const own of ['do-not-disturb', 'break', 'not-ready'] as const) {
      says(documentOf(own));
      await exchange.becomes(own);
    }
    exchange.notify(lamps, { body: info(1, [{ state: 'early' }]) });
    await exchange.becomes('ringing');
    exchange.notify(lamps, { body: info(2, [{ state: 'confirmed' }]) });
    await exchange.becomes('talking');
    exchange.notify(lamps, { body: info(3, []) });
    await exchange.becomes('not-ready');
    says(documentOf('available'));
    await exchange.becomes('free');
    says(closed);
    await exchange.becomes('unavailable');
  });

  test.each([
    ['no XML', 'hello', pidfType],
    ['a document type with entities', `<!DOCTYPE x [<!ENTITY a "b">]>${closed}`, pidfType],
    ['a document of another type', closed, 'text/plain'],
    ['a document without an end', closed.slice(0, -4), pidfType],
    ['a document that is much too long', closed.replace('<tuple', `${' '.repeat(40_000)}<tuple`), pidfType],
    ['what is about somebody else', closed.replace(colleague, 'sip:204@lab.test'), pidfType],
  ])('stays what it was when there comes %s, with a warning', async (_name, body, type) => {
    const { says } = await watch();
    says(documentOf('break'));
    await exchange.becomes('break');
    says(body, type);
    await until('it was warned of', () => line.warnings.includes('a presence document was left aside') || undefined);
    expect(line.state.presence).toEqual([{ number: '203', state: 'break' }]);
    says(documentOf('do-not-disturb'));
    await exchange.becomes('do-not-disturb');
  });

  test('is forgotten when it is not told any more, and the lamp goes on', async () => {
    const { said, says } = await watch();
    says(documentOf('break'));
    await exchange.becomes('break');
    exchange.notify(said, { state: 'terminated;reason=noresource' });
    await exchange.becomes('free');
  });

  test('is asked for once where the exchange answers 489, and lamps go on', async () => {
    line.telephony.presence.watch(['201']);
    line.exchange.respond(await exchange.subscribed('presence'), 489);
    await until('it was understood', () => line.warnings.includes('the exchange does not tell this of telephones') || undefined);
    const lamps = await exchange.watch('203');
    exchange.notify(lamps, { body: info(0, []) });
    await exchange.becomes('free');
    line.exchange.cut();
    await exchange.becomes('unknown');
    exchange.accept(await exchange.subscribed('dialog'));
    expect(line.exchange.received.filter((message) => message.isRequest && message.header('Event') === 'presence')).toHaveLength(1);
  });
});

describe('own state as presence (RFC 3903)', () => {
  const readOf = (publish: SipText) => {
    const reading = readPidf(publish.body, publish.header('Content-Type'), 'sip:operator@lab.test');
    return reading.kind === 'read' ? reading.availability : reading.why;
  };
  const publish = () => exchange.policy({ presence: { watch: true, publish: true } });

  test('begins with who has just signed in, and follows what the operator says', async () => {
    await publish();
    const first = await exchange.published('presence');
    expect([first.header('Content-Type'), first.header('SIP-If-Match'), readOf(first)]).toEqual(['application/pidf+xml', '', 'not-ready']);
    exchange.take(first, 'e1');
    line.telephony.setRules({ notReady: 'lunch' });
    const second = await exchange.published('presence');
    expect([second.header('SIP-If-Match'), readOf(second)]).toEqual(['e1', 'break']);
    exchange.take(second, 'e2');
    line.telephony.setRules({ doNotDisturb: true, notReady: null });
    const third = await exchange.published('presence', ({ body }) => body.includes('closed'));
    expect(third.header('SIP-If-Match')).toBe('e2');
    exchange.take(third, 'e3');
    line.telephony.setRules({ doNotDisturb: false });
    expect(readOf(await exchange.published('presence'))).toBe('available');
  });

  test('that stays the same has only its time renewed (section 4.2)', async () => {
    await line.stop();
    line = await ScriptedTelephony.start({ clock: hurried });
    exchange = new ScriptedPresence(line);
    await publish();
    exchange.take(await exchange.published('presence'), 'e1');
    const again = await exchange.published('presence');
    expect([again.header('SIP-If-Match'), again.header('Expires'), again.header('Content-Type'), again.body]).toEqual(['e1', '300', '', '']);
    // The server was restarted.
    line.exchange.respond(again, 412);
    const anew = await exchange.published('presence');
    expect([anew.header('SIP-If-Match'), readOf(anew)]).toEqual(['', 'not-ready']);
  });

  test('is kept for five minutes, or as long as the server wants, and renewed while a fifth of that is left', async () => {
    const waits: number[] = [];
    await line.stop();
    line = await ScriptedTelephony.start({ clock: { ...hurried, schedule: (ms, task) => (waits.push(ms), hurried.schedule(ms, task)) } });
    exchange = new ScriptedPresence(line);
    await publish();
    const first = await exchange.published('presence');
    expect(first.header('Expires')).toBe('300');
    line.exchange.respond(first, 423, { headers: ['Min-Expires: 600'] });
    const longer = await exchange.published('presence');
    expect([longer.header('Expires'), longer.header('SIP-If-Match'), readOf(longer)]).toEqual(['600', '', 'not-ready']);
    line.exchange.respond(longer, 200, { headers: ['SIP-ETag: e1', 'Expires: 600'] });
    const renewed = await exchange.published('presence');
    expect(waits).toContain(480_000);
    // A server may keep it for less than was asked.
    line.exchange.respond(renewed, 200, { headers: ['SIP-ETag: e2', 'Expires: 100'] });
    expect((await exchange.published('presence')).header('SIP-If-Match')).toBe('e2');
    expect(waits).toContain(80_000);
  });

  test('is the same publication after an outage, not a second one', async () => {
    await publish();
    exchange.take(await exchange.published('presence'), 'e1');
    line.exchange.cut();
    const again = await exchange.published('presence', ({ body }) => body !== '');
    expect(again.header('SIP-If-Match')).toBe('e1');
  });

  test('is taken back before the registration is', async () => {
    await publish();
    exchange.take(await exchange.published('presence'), 'e1');
    exchange.take(await exchange.published('dialog'), 'd1');
    const before = line.exchange.received.length;
    const stopped = line.telephony.stop();
    const [presence, dialog] = [await exchange.published('presence', ({ text }) => text.includes('Expires: 0')), await exchange.published('dialog', ({ text }) => text.includes('Expires: 0'))];
    expect([presence.header('SIP-If-Match'), dialog.header('SIP-If-Match'), presence.body + dialog.body]).toEqual(['e1', 'd1', '']);
    const isGone = () => line.exchange.received.slice(before).some((message) => message.method === 'REGISTER' && message.text.includes('expires=0'));
    expect(isGone()).toBe(false);
    for (const removal of [presence, dialog]) line.exchange.respond(removal, 200);
    await stopped;
    expect(isGone()).toBe(true);
  });

  test('that was on its way when the operator signed out is taken back too', async () => {
    await publish();
    const first = await exchange.published('presence');
    const stopped = line.telephony.stop();
    exchange.take(first, 'e9');
    const removal = await exchange.published('presence');
    expect([removal.header('SIP-If-Match'), removal.header('Expires')]).toEqual(['e9', '0']);
    line.exchange.respond(removal, 200);
    await stopped;
  });

  test('is offered once where the exchange answers 489, and dialogs go on', async () => {
    await publish();
    line.exchange.respond(await exchange.published('presence'), 489);
    exchange.take(await exchange.published('dialog'), 'd1');
    line.telephony.setRules({ doNotDisturb: true });
    line.telephony.setRules({ doNotDisturb: false });
    line.exchange.call().request('INVITE', { body: sdp('caller') });
    await line.theCall('ringing');
    await exchange.published('dialog', ({ body }) => body.includes('early'));
    expect(line.exchange.received.filter((message) => message.isRequest && message.method === 'PUBLISH' && message.header('Event') === 'presence')).toHaveLength(1);
  });
});
