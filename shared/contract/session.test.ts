import { expect, test } from 'vitest';
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
