import { describe, expect, it } from 'vitest';
import { partOfDay, placeholdersIn, render, salutation, spokenDate, spokenMoney, spokenText, spokenValues } from './render.ts';
import { scriptSchema } from './script.ts';

describe('render', () => {
  it('keeps filled values and gaps apart from the text', () => {
    expect(render('Dag {{salutation}} {{familyName}}.', { salutation: 'mevrouw' })).toEqual([
      { kind: 'text', text: 'Dag ' },
      { kind: 'value', key: 'salutation', text: 'mevrouw' },
      { kind: 'text', text: ' ' },
      { kind: 'gap', key: 'familyName', text: '…' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('gives a value at the beginning of a sentence a capital', () => {
    const values = { partOfDay: 'goedemorgen', familyName: 'de Wachter' };
    expect(spokenText(render('{{partOfDay}}! {{familyName}}? Ik zei {{partOfDay}}.', values))).toBe('Goedemorgen! De Wachter? Ik zei goedemorgen.');
  });

  it('hands markup through as plain text and takes no inherited property for a value', () => {
    expect(render('{{name}}{{constructor}}', { name: '<b>x</b>' })).toEqual([
      { kind: 'value', key: 'name', text: '<b>x</b>' },
      { kind: 'gap', key: 'constructor', text: '…' },
    ]);
  });

  it('does not fill placeholders that a value brings along', () => {
    expect(spokenText(render('{{a}}', { a: '{{b}}', b: 'secret' }))).toBe('{{b}}');
  });

  it('lists placeholders once', () => {
    expect(placeholdersIn('{{a}} {{ b }} {{a}} {{Not}}')).toEqual(['a', 'b']);
  });
});

describe('spoken values', () => {
  it.each([
    ['nl', 4, 'goedenavond'],
    ['nl', 5, 'goedemorgen'],
    ['nl', 12, 'goedemiddag'],
    ['nl', 18, 'goedenavond'],
    ['fr', 13, 'bonjour'],
    ['fr', 18, 'bonsoir'],
    ['en', 11, 'good morning'],
    ['de', 12, 'guten Tag'],
  ] as const)('greet in %s at %i hours with %s', (language, hour, greeting) => {
    expect(partOfDay(language, hour)).toBe(greeting);
  });

  it('address by title, and by the given name where no title is known', () => {
    expect(salutation('fr', { salutation: 'mrs', givenName: 'Amélie' })).toBe('madame');
    expect(salutation('nl', { salutation: 'none', givenName: 'Robin' })).toBe('Robin');
    expect(salutation('nl', { salutation: 'none', givenName: '' })).toBeNull();
  });

  it('say dates, and prefer what the call knows over what was captured', () => {
    const script = scriptSchema.parse({
      key: 's', version: 1, language: 'nl', title: 's', start: 'a', objectionBudget: 0,
      steps: [{ key: 'a', title: 'a', say: 'a', fields: [{ key: 'dag', label: 'Dag', type: 'date' }], answers: [{ key: 'b', label: 'b', to: null }] }],
    });
    const values = spokenValues({ script, language: 'nl', operatorName: 'Lotte', organisation: 'O', customer: null, captured: { dag: '2026-11-26', operator: 'x' }, localTime: new Date(2026, 10, 23, 9) });
    expect(values).toMatchObject({ dag: 'donderdag 26 november', operator: 'Lotte', partOfDay: 'goedemorgen', salutation: null });
    expect(spokenDate('nl', '2026-13-45')).toBe('2026-13-45');
  });

  it.each([
    ['nl', '1 234,5', '1.234,50 euro'],
    ['nl', '25', '25 euro'],
    ['fr', '1234.50', '1\u202F234,50 euros'],
    ['fr', '1', '1 euro'],
    ['de', '1.234,50', '1.234,50 Euro'],
    ['en', '€ 1,234.50', '1,234.50 euros'],
    ['en', '1.234', '1,234 euros'],
    ['nl', '0,05 EUR', '0,05 euro'],
    ['nl', 'ongeveer 20', 'ongeveer 20'],
    ['nl', '12,345,6', '12,345,6'],
    ['nl', '-5', '-5'],
    ['nl', '', ''],
  ] as const)('say in %s the amount %j as %j', (language, value, said) => {
    expect(spokenMoney(language, value).replaceAll('\u00A0', ' ')).toBe(said);
  });

  it('say an amount that a field captured, and in the sentences of the script', () => {
    const script = scriptSchema.parse({
      key: 's', version: 1, language: 'nl', title: 's', start: 'a', objectionBudget: 0,
      steps: [{ key: 'a', title: 'a', say: 'a', fields: [{ key: 'bedrag', label: 'Bedrag', type: 'amount' }], answers: [{ key: 'b', label: 'b', to: null }] }],
    });
    const values = spokenValues({ script, language: 'nl', operatorName: 'Lotte', organisation: 'O', customer: null, captured: { bedrag: '12 345,6' }, localTime: new Date(2026, 10, 23, 9) });
    expect(spokenText(render('Het gaat om {{bedrag}}.', values)).replaceAll('\u00A0', ' ')).toBe('Het gaat om 12.345,60 euro.');
  });
});
