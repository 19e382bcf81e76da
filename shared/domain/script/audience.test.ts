import { describe, expect, it } from 'vitest';
import { adviceOn } from './advice.ts';
import { audienceOf, spokenRegisters, wordsFor, type ScriptAudience } from './audience.ts';
import { findingText } from './finding-words.ts';
import { parseScript } from './parse.ts';
import type { Script } from './script.ts';

const script = parseScript({
  key: 'proef',
  version: 1,
  language: 'nl',
  title: 'Proef',
  start: 'a',
  objectionBudget: 0,
  audiences: [
    { language: 'nl', register: 'informal' },
    { language: 'fr', register: 'formal' },
  ],
  steps: [
    {
      key: 'a',
      title: 'A',
      say: 'U',
      variants: [
        { register: 'informal', say: 'Je' },
        { language: 'fr', say: 'Vous' },
        { profile: 'loyal', say: 'U, trouwe klant' },
        { register: 'informal', profile: 'loyal', say: 'Jij weer' },
      ],
      answers: [{ key: 'x', label: 'X', to: 'b' }],
    },
    { key: 'b', title: 'B', say: 'Alleen zo', answers: [{ key: 'x', label: 'X', to: null }] },
  ],
});
const [first, second] = script.steps;
const to = (change: Partial<ScriptAudience>): ScriptAudience => ({ language: 'nl', register: 'formal', profile: null, ...change });

describe('words for an audience', () => {
  it.each<[Partial<ScriptAudience>, string]>([
    [{}, 'U'],
    [{ register: 'informal' }, 'Je'],
    [{ language: 'fr' }, 'Vous'],
    [{ profile: 'loyal' }, 'U, trouwe klant'],
    [{ register: 'informal', profile: 'loyal' }, 'Jij weer'],
    [{ register: 'informal', profile: 'new' }, 'Je'],
    [{ language: 'de' }, 'U'],
  ])('%o', (change, words) => {
    expect(wordsFor(script, first!, to(change))).toBe(words);
  });

  it('are the step’s own where it has no others', () => {
    expect(wordsFor(script, second!, to({ language: 'fr', register: 'informal' }))).toBe('Alleen zo');
  });
});

describe('the audience', () => {
  const nobody = { language: null, register: null };
  it('follows the customer’s language where the script speaks it, and the queue’s register', () => {
    expect(audienceOf(script, nobody, { register: 'informal' }, { language: 'fr', segment: 'new' })).toEqual({ language: 'fr', register: 'informal', profile: 'new' });
    expect(audienceOf(script, nobody, null, { language: 'de', segment: 'new' })).toEqual({ language: 'nl', register: 'formal', profile: 'new' });
    expect(audienceOf(script, nobody, null, null)).toEqual({ language: 'nl', register: 'formal', profile: null });
  });

  it('is what the operator chose', () => {
    expect(audienceOf(script, { language: 'nl', register: 'informal' }, { register: 'formal' }, { language: 'fr', segment: 'new' })).toMatchObject({ language: 'nl', register: 'informal' });
  });

  it('has the registers that the script has words for', () => {
    expect(spokenRegisters(script, 'nl')).toEqual(['formal', 'informal']);
    expect(spokenRegisters(script, 'fr')).toEqual(['formal']);
  });
});

describe('advice', () => {
  const saidOf = (of: Script): readonly string[] => adviceOn(of).filter(({ code }) => code !== 'no-closing-step').map((finding) => `${finding.place}: ${findingText(finding, 'en')}`);

  it('names the steps without words for an audience', () => {
    expect(saidOf(script)).toEqual(['steps.b.variants: No words in Dutch, informal.', 'steps.b.variants: No words in French, formal.']);
  });

  it('names sentences that are too long to say', () => {
    const long = Array.from({ length: 40 }, () => 'woord').join(' ');
    expect(saidOf({ ...script, audiences: [], steps: [{ ...second!, say: `${long}. Kort.` }] })).toEqual(['steps.b.say: A sentence of 40 words: short ones are easier to say.']);
  });
});
