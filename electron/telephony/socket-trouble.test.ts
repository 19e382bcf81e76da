import { expect, test } from 'vitest';
import { troubleOf } from './socket-trouble.ts';

test.each([
  ['ENOTFOUND', 'name'],
  ['EAI_AGAIN', 'name'],
  ['ENETUNREACH', 'no-network'],
  ['EHOSTUNREACH', 'no-network'],
  ['ECONNREFUSED', 'unreachable'],
  ['ETIMEDOUT', 'silent'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['SOMETHING_NEW', 'unreachable'],
])('%s is %s', (code, trouble) => {
  expect(troubleOf(Object.assign(new Error('no'), { code }))).toBe(trouble);
});

test('an error without a code is no mystery to the operator', () => {
  expect(troubleOf(new Error('socket hang up'))).toBe('unreachable');
});
