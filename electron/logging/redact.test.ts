import { describe, expect, it } from 'vitest';
import { redact, redactText } from './redact.ts';

describe('redactText', () => {
  it.each([
    ['call from +32 9 225 41 07 ended', 'call from *** ended'],
    ['INVITE sip:0470123456@pbx.example', 'INVITE sip:***@pbx.example'],
    ['mail to an.peeters@example.org bounced', 'mail to ***@*** bounced'],
  ])('cleans "%s"', (dirty, clean) => {
    expect(redactText(dirty)).toBe(clean);
  });

  it('leaves instants and short numbers readable', () => {
    expect(redactText('at 2026-11-23T14:02:11.000Z after 503 in 120 ms')).toBe('at 2026-11-23T14:02:11.000Z after 503 in 120 ms');
  });
});

describe('redact', () => {
  it('replaces values under personal names at any depth, whatever their case', () => {
    expect(redact({ callId: 'c1', Party: { number: '+3292254107' }, deep: { displayName: 'Pieter', kept: 1 } })).toEqual({
      callId: 'c1',
      Party: '[redacted]',
      deep: { displayName: '[redacted]', kept: 1 },
    });
  });

  it('keeps null, so that the log can tell "absent" from "hidden"', () => {
    expect(redact({ number: null })).toEqual({ number: null });
  });

  it('turns errors into plain, cleaned objects', () => {
    const line = redact({ err: new TypeError('no route to sip:0470123456@pbx.example') }) as { err: { type: string; message: string } };
    expect(line.err).toMatchObject({ type: 'TypeError', message: 'no route to sip:***@pbx.example' });
  });

  it('stops at a depth instead of following a cycle for ever', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(JSON.stringify(redact(cycle))).toContain('[deep]');
  });
});
