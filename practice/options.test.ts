import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { personas } from './callers/personas.ts';
import { OptionError, readOptions } from './options.ts';

describe('readOptions', () => {
  it('needs a folder only', () => {
    expect(readOptions(['--data=centre-data'])).toMatchObject({ data: path.resolve('centre-data'), personas, centralPort: 0, sipPort: 0 });
    expect(readOptions(['--help'])).toBeNull();
  });

  it('takes one caller, a seed and ports', () => {
    expect(readOptions(['--data=centre-data', '--persona=english-caller', '--seed=7', '--central-port=7420', '--sip-port=7421'])).toMatchObject({
      personas: [{ key: 'english-caller' }],
      seed: 7,
      centralPort: 7_420,
      sipPort: 7_421,
    });
  });

  it.each([[[]], [['--data=']], [['--data=x', '--persona=nobody']], [['--data=x', '--seed=-1']], [['--data=x', '--sip-port=70000']], [['--data=x', '--colour=red']], [['--data=x', 'word']]])('refuses %j', (args) => {
    expect(() => readOptions(args)).toThrow(OptionError);
  });
});
