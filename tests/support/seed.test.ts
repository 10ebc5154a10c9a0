import { describe, expect, it } from '@jest/globals';
import { fc, runs } from './properties.ts';
import { chosenRuns, chosenSeed, saySeed, usualSeed } from './seed.ts';

describe('what tests draw by chance', () => {
  it('comes from one seed unless somebody asks for another', () => {
    expect(chosenSeed(undefined)).toBe(usualSeed);
    expect(chosenSeed('7')).toBe(7);
    const drawn = Array.from({ length: 20 }, () => chosenSeed('random'));
    expect(new Set(drawn).size).toBeGreaterThan(15);
    for (const wrong of ['', 'Random', '-1', '1.5'])
      expect(() => chosenSeed(wrong)).toThrow('SEED');
    for (const wrong of ['0', 'many', '1.5']) expect(() => chosenRuns(wrong)).toThrow('RUNS');
  });

  it('is said once, as what plays it again, and handed to every test', () => {
    const environment: NodeJS.ProcessEnv = { SEED: 'random', RUNS: '3' };
    let said = '';
    saySeed(environment, (line) => {
      said += line;
    });
    expect(environment['SEED']).toMatch(/^\d+$/u);
    expect(said).toContain(`SEED=${environment['SEED']} RUNS=3 plays it again`);
  });

  it('is what every property begins with', () => {
    expect(fc.readConfigureGlobal()).toMatchObject({
      seed: Number(process.env['SEED']),
      numRuns: runs(100),
    });
  });
});
