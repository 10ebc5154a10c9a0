import { longest, mostFigures } from '../../../weekly-list/figure.ts';
import type { Doubt } from '../../../weekly-list/read-figures.ts';
import { listWords } from './words.ts';

const said = listWords.doubts;

/** Why a line is not taken, in a sentence. */
export const doubtText = (doubt: Doubt): string => {
  switch (doubt.kind) {
    case 'missing':
    case 'no-column':
      return said[doubt.kind](doubt.column);
    case 'too-long':
      return said['too-long'](doubt.column, longest[doubt.column]);
    case 'unreadable':
    case 'doubtful':
    case 'beyond':
      return said[doubt.kind](doubt.said);
    case 'too-many-cells':
      return said['too-many-cells'](doubt.cells);
    case 'repeats':
    case 'contradicts':
      return said[doubt.kind](doubt.earlier);
    case 'too-many-rows':
      return said['too-many-rows'](mostFigures);
    default:
      return doubt satisfies never;
  }
};
