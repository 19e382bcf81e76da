import { afterAll, beforeAll, expect, test } from 'vitest';
import { callSchema, isLive } from '#shared/domain/call.ts';
import { sdp } from '../../../tests/fixtures/fake-audio-link.ts';
import { ScriptedTelephony } from '../../../tests/fixtures/scripted-telephony.ts';
import { until } from '../../../tests/lab/wait.ts';

const firstSeed = Number(process.env['SEED'] ?? 2);
const rounds = Number(process.env['RUNS'] ?? 60);

/** What breaks grammars, or looks like something else. */
const atoms = ['*', '<', '>', 'sip:a@b', '<sip:a@b>', ';', '=', '"', ',', '%00', '%', ';tag=1', ';expires=4294967295', '0', '-1', '99999999999', 'é', 'tel:+32', '[', '::1', 'active', 'terminated;reason=x;retry-after=1', 'refer;id=1', 'dialog', '\t', 'application/sdp', 'message/sipfrag', ''];

/** The same numbers for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff) / 0x7f_ff_ff_ff;
}

/** A message of which some lines are gone, doubled, or say something else. */
function mutated(text: string, next: () => number): string {
  const pick = () => atoms[Math.floor(next() * atoms.length)] ?? '';
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).split('\r\n');
  for (let count = Math.floor(next() * 3); count >= 0; count--) {
    const at = Math.floor(next() * lines.length);
    const line = lines[at] ?? '';
    const how = next();
    const place = Math.floor(next() * (line.length + 1));
    if (how < 0.2) lines.splice(at, 1);
    else if (how < 0.35) lines.splice(at, 0, line);
    else if (how < 0.75) lines[at] = `${line.slice(0, line.indexOf(':') + 1)} ${pick()}${pick()}${pick()}`;
    else lines[at] = line.slice(0, place) + pick() + line.slice(place + Math.floor(next() * 3));
  }
  const body = text.slice(end + 4);
  return `${lines.join('\r\n')}\r\n\r\n${next() < 0.2 ? body.slice(0, Math.floor(next() * body.length)) : body}`;
}

let line: ScriptedTelephony;

beforeAll(async () => {
  line = await ScriptedTelephony.start({ sip: { sessionExpires: 1800 } });
});

afterAll(() => line.stop());

test(`calls of which every message is another one than was meant bring nothing down (seed ${firstSeed})`, async () => {
  const next = numbersFrom(firstSeed);
  const inject = line.exchange.inject.bind(line.exchange);
  const unshown: unknown[] = [];
  line.onState(() => unshown.push(...line.state.calls.flatMap((call) => callSchema.safeParse(call).error ?? [])));
  line.exchange.inject = (text) => inject(next() < 0.7 ? mutated(text, next) : text);
  for (let round = 0; round < rounds; round++) {
    const remote = line.exchange.call();
    const cseq = remote.request('INVITE', { headers: ['X-Queue: q', 'Supported: timer, replaces', 'Session-Expires: 90;refresher=uac'], body: sdp('caller') });
    // The answer to what is asked last tells that all before it was read; mutated it may never come.
    await until('it was read', () => line.exchange.received.some(({ text }) => text.includes(remote.callId)), { withinMs: 30 }).catch(() => undefined);
    for (const call of line.state.calls) if (call.state === 'ringing') void line.telephony.answer(call.id).catch(() => undefined);
    remote.answer(cseq).catch(() => undefined);
    for (const method of ['UPDATE', 'INVITE', 'REFER', 'NOTIFY', 'INFO', 'OPTIONS', 'PRACK', 'SUBSCRIBE']) {
      const headers = method === 'REFER' ? ['Refer-To: <sip:202@lab.test>'] : method === 'NOTIFY' ? ['Event: refer', 'Subscription-State: active;expires=60'] : [];
      remote.request(method, { headers, body: method === 'UPDATE' || method === 'INVITE' ? sdp('caller', 'sendonly') : '' });
    }
    for (const message of line.exchange.received.splice(0)) if (message.isRequest && !['ACK', 'REGISTER'].includes(message.method)) line.exchange.respond(message, [200, 202, 401, 422, 481, 488, 491, 500][Math.floor(next() * 8)] ?? 200, { headers: ['Contact: <sip:x@exchange.invalid;transport=ws>', 'Min-SE: 120'], body: sdp('x') });
    for (const call of line.state.calls.filter(isLive)) if (next() < 0.5) line.telephony.hangUp(call.id);
  }
  line.exchange.inject = inject;
  const asked = line.exchange.call();
  expect((await asked.answer(asked.request('OPTIONS'), 'OPTIONS')).status).toBe(200);
  for (const call of line.state.calls.filter(isLive)) line.telephony.hangUp(call.id);
  await until('nothing is left', () => line.state.calls.every((call) => !isLive(call)));
  expect(unshown).toEqual([]);
  await line.registered();
});
