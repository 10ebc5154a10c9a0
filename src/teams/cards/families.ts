import type { Words } from '../../words/words.ts';
import type { Family } from '../house.ts';
import { actionSet, type Element, execute, lookUp, text } from './parts.ts';

const shown = 5;

/** Above an empty form: one tap on a family the school knows fills most of it in. */
export const familyElements = (
  families: readonly Family[],
  words: Words['cards'],
): readonly Element[] => {
  const { first } = words.form;
  const known = families.slice(0, shown);
  if (known.length === 0) return [];
  const choices = families.map(({ pupil, detail, key }) => ({
    title: `${pupil} · ${detail}`,
    value: key,
  }));
  const buttons = known.map(({ pupil, detail, key }) =>
    execute({
      verb: 'open-form',
      title: `${pupil} · ${detail}`,
      data: { family: key },
      alone: true,
    }),
  );
  return [
    text(first.intro),
    actionSet(buttons),
    lookUp({ id: 'family', label: first.family, dataset: 'families' }, choices, {}),
    actionSet([execute({ verb: 'open-form', title: first.next, data: {} })]),
    text(first.other, { weight: 'Bolder', separator: true, spacing: 'Large' }),
  ];
};
