import { callerTone, microphoneTone } from '../lab/lab.ts';
import { converse } from './support/calls.ts';
import { expect, needsLab, queueNumber, shortGapMs, test } from './support/test.ts';
import { text } from './support/texts.ts';
import { WsProxy } from '../lab/ws-proxy.ts';

needsLab();
test.use({ desk: 'shared' });

test('a display name with markup is shown as text and runs nothing', async ({ workspace, lab }) => {
  const name = `<img src=x onerror=window.hacked=1><b>Jan</b>`;
  const caller = lab.sippCaller('caller-any-name', 'operator', { caller: '+3292000001', display: name });
  await workspace.rings('<b>Jan</b>');
  expect(await workspace.page.evaluate(() => 'hacked' in window)).toBe(false);
  await workspace.answer();
  await workspace.hangUp();
  await caller.done();
});

test('a customer whose name holds markup is shown as text and runs nothing', async ({ workspace, customerNumber, central }) => {
  const hostile = await customerNumber(8);
  await hostile.call(queueNumber);
  await workspace.rings(central.centre.customers[8]!.familyName);
  await expect(workspace.strip).toContainText('<img src=x');
  expect(await workspace.page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('control characters in a customer name are not shown as they are', async ({ workspace, customerNumber }) => {
  const hostile = await customerNumber(9);
  await hostile.call(queueNumber);
  await workspace.rings('anna');
  const shown = [...(await workspace.strip.innerText())];
  expect(shown.filter((character) => character < ' ' && !'\n\t'.includes(character))).toEqual([]);
});

/** Watches the strip for the most cards it shows at once, and the page for how long a key takes to be painted. */
interface Watched {
  mostCards: number;
  paintedAfterMs: number[];
}

test('twenty callers a second while a call is up: it goes on being heard, keys are painted, few cards show, and the next customer rings', async ({ workspace, customer, customerNumber, lab, central }) => {
  test.setTimeout(90_000);
  const { page, strip, note } = workspace;
  await converse(workspace, customer);
  await Promise.all([customer.hears.heard(microphoneTone), lab.speaker.heard(callerTone)]);
  await strip.evaluate((element) => {
    const watched: Watched = { mostCards: 0, paintedAfterMs: [] };
    Object.assign(window, { watched });
    new MutationObserver(() => (watched.mostCards = Math.max(watched.mostCards, element.querySelectorAll('article').length))).observe(element, { subtree: true, childList: true });
    window.addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => watched.paintedAfterMs.push(performance.now() - timeStamp))), { capture: true });
  });
  const watched = () => page.evaluate(() => (window as unknown as { watched: Watched }).watched);
  const from = Date.now();
  const flood = lab.sippCaller('caller-flood', 'operator', { caller: '+32920000', display: 'Vloed' }, { calls: 200, perSecond: 20 });
  await expect.poll(async () => (await watched()).mostCards, { timeout: 10_000 }).toBeGreaterThan(1);
  await note.click();
  const words = 'terwijl iedereen tegelijk belt';
  await page.keyboard.type(words, { delay: 200 });
  await expect(note).toHaveValue(words);
  await flood.done(30_000);
  const to = Date.now();
  expect(customer.hears.longestGapMs(microphoneTone, from, to), 'what the customer hears').toBeLessThan(shortGapMs);
  expect(lab.speaker.longestGapMs(callerTone, from, to), 'what the operator hears').toBeLessThan(shortGapMs);
  const { mostCards, paintedAfterMs } = await watched();
  const sorted = paintedAfterMs.toSorted((a, b) => a - b);
  const [half, ninth] = [0.5, 0.9].map((share) => sorted[Math.floor(share * sorted.length)]);
  console.info(`flood: ${mostCards} cards at most; a key is painted after ${half?.toFixed()} ms, nine of ten after ${ninth?.toFixed()}, ${sorted.at(-1)?.toFixed()} at the longest`);
  expect(mostCards).toBeLessThanOrEqual(4);
  expect(sorted.length).toBeGreaterThanOrEqual(words.length);
  expect(half, 'milliseconds to a painted key').toBeLessThan(100);
  // The longest is when a card is drawn, on two cores that also run the exchange and the flood.
  expect(ninth, 'milliseconds to a painted key, nine of ten').toBeLessThan(300);
  await workspace.hold();
  await customer.hears.silent();
  await workspace.resume();
  await customer.hears.heard(microphoneTone);
  const since = Date.now();
  await workspace.hangUp();
  await customer.event('CALL_CLOSED', { since });
  const next = await customerNumber(1);
  await next.call(queueNumber);
  await workspace.rings(central.centre.customers[1]!.name);
});

const garbage: readonly (readonly [string, string | Buffer])[] = [
  ['an empty frame', ''],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28])],
  ['a request without headers', 'INVITE sip:operator@lab.test SIP/2.0\r\n\r\n'],
  ['an answer to nothing', 'SIP/2.0 200 OK\r\nVia: SIP/2.0/WS x;branch=z9hG4bKnone\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: none\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n'],
  ['a status of five digits', 'SIP/2.0 99999 \u0000\r\nCSeq: x\r\n\r\n'],
  ['a BYE for a call that is not there', 'BYE sip:operator@lab.test SIP/2.0\r\nVia: SIP/2.0/WS x;branch=z9hG4bKbye\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:operator@lab.test>;tag=2\r\nCall-ID: none\r\nCSeq: 2 BYE\r\nContent-Length: 0\r\n\r\n'],
  ['an INVITE whose SDP is nonsense', inviteWith('v=0\r\nm=audio nonsense\r\na=\u0007\r\n')],
  ['an INVITE whose length lies', inviteWith('v=0\r\n').replace(/Content-Length: \d+/, 'Content-Length: 999999')],
  ['half a megabyte of header', `INVITE sip:operator@lab.test SIP/2.0\r\nX: ${'a'.repeat(500_000)}\r\n\r\n`],
];

function inviteWith(sdp: string): string {
  return [
    'INVITE sip:operator@lab.test SIP/2.0',
    `Via: SIP/2.0/WS 127.0.0.1;branch=z9hG4bK${sdp.length}`,
    'From: <sip:evil@lab.test>;tag=evil',
    'To: <sip:operator@lab.test>',
    `Call-ID: evil-${sdp.length}`,
    'CSeq: 1 INVITE',
    'Contact: <sip:evil@127.0.0.1>',
    'Max-Forwards: 70',
    'Content-Type: application/sdp',
    `Content-Length: ${sdp.length}`,
    '',
    sdp,
  ].join('\r\n');
}

test.describe('behind a server that lets everything through', () => {
  test.use({ desk: 'own' });

  test('after SIP messages that do not parse, the next call is taken as ever', async ({ launch, central, lab, customer }) => {
    const proxy = await WsProxy.start(lab.server.url);
    try {
      await central.provision({ servers: [{ url: proxy.url }] });
      const { workspace } = await launch({ enrol: await central.enrolment() });
      await workspace.becomesAvailable();
      for (const [what, frame] of garbage) {
        await test.step(what, () => proxy.inject(frame));
      }
      await customer.call(queueNumber);
      // A call whose sound makes no sense may ring beside it, until whoever sent it gives up.
      await workspace.card(central.centre.customers[0]!.name).getByRole('button', { name: text('call.answer'), exact: true }).click();
      await customer.hears.heard(microphoneTone);
    } finally {
      await central.provision();
      await proxy.stop();
    }
  });
});
