import { describe, expect, it } from '@jest/globals';
import { shortened } from '../../src/visits/shortened.ts';

describe('a report that is too long', () => {
  it('is cut at 2,000 letters, and never in the middle of a character', () => {
    const fits = 'x'.repeat(2_000);
    expect(shortened(fits)).toBe(fits);
    expect(shortened(`${fits}y`)).toBe(`${'x'.repeat(1_999)}…`);
    expect(shortened(`${'x'.repeat(1_998)}😀😀`)).toBe(`${'x'.repeat(1_998)}…`);
  });
});
