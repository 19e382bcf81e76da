import { describe, expect, test } from 'vitest';
import { officeByRoleSchema } from '../domain/office.ts';
import { incomingProvisioningSchema, incomingSessionSchema, storedOfficeSchema } from './incoming-session.ts';
import { provisioningSchema, telephonePolicySchema } from './session.ts';

/** What a central API answered before there was a policy. */
const old = {
  sip: { servers: [{ url: 'wss://pbx.example/ws' }], uri: 'sip:lotte@pbx.example', authorizationUser: 'lotte', password: 'geheim', displayName: 'Lotte', registerExpires: 300, sessionExpires: 1800 },
  ice: { servers: [], relayOnly: false, gatheringCapMs: 500 },
  queueHeader: 'X-Queue',
  country: 'BE',
};

test('an answer from before the policy means the most careful policy', () => {
  const { sip, policy } = provisioningSchema.parse(old);
  expect(sip).toMatchObject({ dtmf: 'rfc4733', codecs: ['opus', 'G722', 'PCMA', 'PCMU'] });
  expect(policy).toEqual({
    emergencyNumbers: ['112', '100', '101'],
    digitSequences: [],
    voicemail: null,
    pickUp: 'off',
    canForward: true,
    recording: 'never',
    recordingDays: 30,
    maxCalls: 4,
    noteHeader: null,
    autoAnswer: { headers: [], queueSeconds: 2, whileNotReady: false },
    presence: { watch: true, publish: false },
  });
});

test('a policy in part keeps the defaults of the rest', () => {
  const { policy } = provisioningSchema.parse({ ...old, policy: { autoAnswer: { headers: ['Call-Info'] }, pickUp: { featureCode: '**' } } });
  expect(policy.autoAnswer).toEqual({ headers: ['Call-Info'], queueSeconds: 2, whileNotReady: false });
  expect(policy.pickUp).toEqual({ featureCode: '**' });
  expect(policy.emergencyNumbers).toContain('112');
});

test.each<[string, unknown]>([
  ['a header name with a line break', { noteHeader: 'X-Note\r\nX-Evil: 1' }],
  ['letters in an emergency number', { emergencyNumbers: ['11a'] }],
  ['digits that no keypad has', { digitSequences: [{ label: 'x', digits: '1;2' }] }],
])('%s is refused', (_name, policy) => {
  expect(telephonePolicySchema.safeParse(policy).success).toBe(false);
});

describe('what a newer central answers', () => {
  const newer = {
    ...old,
    sip: { ...old.sip, dtmf: 'quic', codecs: ['lyra', 'PCMA', 'EVS'] },
    policy: { recording: 'by-consent', pickUp: { star: 7 }, autoAnswer: { headers: ['Alert-Info', 'Answer-Mode'] }, hologram: true },
    office: { exports: ['history', 'dreams', 'cases'], abbreviations: [{ short: 'mvg', text: 'Met vriendelijke groet', until: '2027' }], watermark: 'Wijnhuis' },
    localData: { keyDays: 30, shredder: true },
  };

  test('keeps nobody from telephoning: what this version does not know is left out, or is what is most careful', () => {
    const { sip, policy, office, localData } = incomingProvisioningSchema.parse(newer);
    expect(sip).toMatchObject({ dtmf: 'rfc4733', codecs: ['PCMA'] });
    expect(policy).toMatchObject({ recording: 'never', pickUp: 'off', autoAnswer: { headers: ['Alert-Info'], queueSeconds: 2 } });
    expect(policy).not.toHaveProperty('hologram');
    expect(office).toEqual({ exports: ['history', 'cases'], organisation: '', abbreviations: [{ short: 'mvg', text: 'Met vriendelijke groet' }] });
    expect(localData).toEqual({ keyDays: 30, keysMadeSince: null, lockMinutes: null });
  });

  test('of which nothing is known falls back on the defaults', () => {
    expect(incomingProvisioningSchema.parse({ ...old, sip: { ...old.sip, codecs: ['lyra'] } }).sip.codecs).toEqual(['opus', 'G722', 'PCMA', 'PCMU']);
    expect(incomingProvisioningSchema.parse({ ...old, office: { exports: ['dreams'] } }).office.exports).toEqual([]);
  });

  test('is read as this version reads its own, when there is nothing new in it', () => {
    const own = provisioningSchema.parse({ ...old, policy: { recording: 'always', pickUp: { featureCode: '**' } }, office: { exports: ['team'] } });
    expect(incomingProvisioningSchema.parse(own)).toEqual(own);
    expect(incomingProvisioningSchema.parse(old)).toEqual(provisioningSchema.parse(old));
  });

  test('signs somebody in as the least who they can be', () => {
    const agent = { id: '0198a000-0000-7000-8000-000000000001', version: 1, updatedAt: '2026-01-05T08:00:00.000Z', username: 'lotte', name: 'Lotte', extension: null, team: null, languages: ['nl', 'pl'], pronouns: 'zij' };
    const { role, agent: read } = incomingSessionSchema.parse({ accessToken: 'a', expiresIn: 300, refreshToken: 'r', agent, role: 'auditor' });
    expect(role).toBe('operator');
    const { pronouns: _pronouns, ...known } = agent;
    expect(read).toEqual({ ...known, languages: ['nl'] });
  });

  test('still has to be an answer', () => {
    expect(incomingProvisioningSchema.safeParse({ ...newer, office: { exports: 'history' } }).success).toBe(false);
    expect(incomingProvisioningSchema.safeParse({ ...newer, policy: { noteHeader: 'X-Note\r\nX-Evil: 1' } }).success).toBe(false);
  });
});

test('a list that nobody knows is refused where an administrator writes it, and left out where a central reads what another kept', () => {
  const office = { exports: { operator: ['history', 'histroy'] } };
  expect(officeByRoleSchema.safeParse(office).success).toBe(false);
  expect(storedOfficeSchema.parse(office).exports.operator).toEqual(['history']);
  expect(storedOfficeSchema.parse({})).toEqual(officeByRoleSchema.parse({}));
});
