import { describe, expect, it } from '@jest/globals';
import { handChanges } from '../../src/register/compare.ts';
import { fc } from '../support/properties.ts';

const ours = {
  Title: 'HV-2026-0042',
  Address: '14 Ffordd y Môr',
  Alarm: '',
  Visitors: 'Sam\nJo',
  DueBack: '2026-11-24T15:30:00.123Z',
  Told: 3,
  History: '[]',
  Delivered: 3,
};

describe('columns changed by hand', () => {
  it('are none where the list gives back what was written, in its own way', () => {
    const found = {
      Title: 'HV-2026-0042',
      Address: '14 Ffordd y Mo\u0302r ',
      Alarm: null,
      Visitors: 'Sam \r\nJo\r\n',
      DueBack: '2026-11-24T15:30:00Z',
      Told: '3',
      History: 'something else',
      Delivered: 9,
      Modified: '2026-11-24T10:00:00Z',
      Editor: 'Ms Hart',
      SchoolsOwn: 'note',
    };
    expect(handChanges(ours, found)).toEqual([]);
  });
  it('are named, with what they said and what they say', () => {
    const found = { ...ours, Address: '1 High Street', DueBack: '2026-11-24T17:30:00+00:00' };
    expect(handChanges(ours, found)).toEqual([
      { column: 'Address', from: '14 Ffordd y Môr', to: '1 High Street' },
      { column: 'DueBack', from: '2026-11-24T15:30:00Z', to: '2026-11-24T17:30:00Z' },
    ]);
  });
  it('are seen where a column was emptied or filled', () => {
    const { Address: _gone, ...rest } = ours;
    expect(handChanges(ours, { ...rest, Alarm: 'none' })).toEqual([
      { column: 'Address', from: '14 Ffordd y Môr', to: '' },
      { column: 'Alarm', from: '', to: 'none' },
    ]);
  });
  it('keep of a book that is pasted into a cell what fits into one event, and halve no character', () => {
    const pasted = 'x'.repeat(1_999) + '😀'.repeat(30_000);
    const [change, ...others] = handChanges(ours, { ...ours, Visitors: pasted });
    expect(others).toEqual([]);
    expect(change).toEqual({ column: 'Visitors', from: 'Sam\nJo', to: `${'x'.repeat(1_999)}…` });
  });
  it('know the same moment in another zone for the same', () => {
    expect(handChanges(ours, { ...ours, DueBack: '2026-11-24T16:30:00+01:00' })).toEqual([]);
  });
  it('are none between a thing and itself', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())), (columns) => {
        expect(handChanges(columns, columns)).toEqual([]);
      }),
    );
  });
});
