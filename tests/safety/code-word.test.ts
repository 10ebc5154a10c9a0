import { describe, expect, it } from '@jest/globals';
import { codeWordFor, isSaid, withoutCodeWord } from '../../src/safety/code-word.ts';
import { hash } from '../builders/visits.ts';
import { fc, runs } from '../support/properties.ts';

const agreed = codeWordFor('visit-1', 'Purple folder', hash) ?? {
  owner: '',
  mac: '',
  length: 1,
};

describe('a code word', () => {
  it.each([
    'running late, can you find the Purple Folder for me',
    'PURPLEFOLDER',
    'purple-folder',
    'the “purple” ‘folder’',
    'Ｐｕｒｐｌｅ　ｆｏｌｄｅｒ',
    'pu\u0301rple folder',
    'purple\u200B \u00ADfolder',
    'my purple folder.',
  ])('is heard in: %s', (text) => {
    expect(isSaid(text, agreed, hash)).toBe(true);
  });

  it.each(['folder, purple', 'the folder', 'purple', '', 'purple old folder', 'urple folder'])(
    'is not heard in: %s',
    (text) => {
      expect(isSaid(text, agreed, hash)).toBe(false);
    },
  );

  it('is one visit’s: the same words elsewhere have another hash, and it is none of the words', () => {
    const other = codeWordFor('visit-2', 'Purple folder', hash);
    expect(other?.mac).not.toBe(agreed.mac);
    expect(JSON.stringify(agreed).toLowerCase()).not.toContain('purple');
  });

  it('has at least eight letters', () => {
    expect(codeWordFor('v', 'red cup', hash)).toBeUndefined();
    expect(codeWordFor('v', 'red cups', hash)).toBeUndefined();
    expect(codeWordFor('v', 'reddycup', hash)?.length).toBe(8);
  });

  it('is taken out of what goes on, wherever it stands, and leaves something there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const rest = withoutCodeWord(`${before}Purple, Folder${after}`, agreed, hash);
        expect(isSaid(rest, agreed, hash)).toBe(false);
        expect(rest).not.toBe('');
      }),
      { numRuns: runs(60) },
    );
    expect(withoutCodeWord('Purple Folder', agreed, hash)).toBe('…');
    expect(withoutCodeWord('the purple folder, please', agreed, hash)).toBe('the …, please');
    expect(withoutCodeWord('a folder', agreed, hash)).toBe('a folder');
  });
});
