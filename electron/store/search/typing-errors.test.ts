import { describe, expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { isOneErrorApart } from '#shared/domain/one-error.ts';
import { correctionsOf, forgetWords, learnWords } from './typing-errors.ts';

function knowing(...words: string[]): Connection {
  const db = new Connection(databaseAt(), { clock: systemClock, logger: silentLogger });
  db.write((tx) => learnWords(tx, words));
  return db;
}

describe('one typing error', () => {
  it.each([
    ['a letter wrong', 'vandenbroecke'],
    ['a letter missing', 'vandenbrucke'],
    ['a letter too many', 'vandenbrouccke'],
    ['two letters swapped', 'vandenbrocuke'],
    ['the first letter wrong', 'bandenbroucke'],
    ['the last letter missing', 'vandenbrouck'],
  ])('%s: %s leads to the word', (_, typed) => {
    expect(correctionsOf(knowing('vandenbroucke', 'vermeulen', 'gent'), typed)).toEqual(['vandenbroucke']);
  });

  it('two errors do not', () => {
    expect(correctionsOf(knowing('vandenbroucke'), 'vandnbroeke')).toEqual([]);
  });

  it('a missing letter is found in a word of three letters too', () => {
    for (const typed of ['an', 'jn', 'ja']) expect(correctionsOf(knowing('jan', 'els'), typed)).toEqual(['jan']);
  });

  it('numbers are not corrected, and nothing to a word of two letters', () => {
    const db = knowing('9000', 'de', 'x1y');
    for (const typed of ['9001', 'du', 'det', 'x2y', 'd']) expect(correctionsOf(db, typed)).toEqual([]);
  });

  it('a word of an erased customer is forgotten', () => {
    const db = knowing('maes', 'maesen');
    db.write((tx) => forgetWords(tx, ['maes']));
    expect(correctionsOf(db, 'maas')).toEqual([]);
    expect(correctionsOf(db, 'maesem')).toEqual(['maesen']);
  });

  it('is what it says, for every position', () => {
    const word = 'peeters';
    for (let at = 0; at < word.length; at++) {
      expect(isOneErrorApart(word.slice(0, at) + word.slice(at + 1), word)).toBe(true);
      expect(isOneErrorApart(`${word.slice(0, at)}x${word.slice(at)}`, word)).toBe(true);
      expect(isOneErrorApart(`${word.slice(0, at)}x${word.slice(at + 1)}`, word)).toBe(true);
    }
    for (const other of ['peteers', 'eppeters']) expect(isOneErrorApart(other, word)).toBe(other === 'peteers');
    expect(isOneErrorApart(word, word)).toBe(false);
  });
});
