import type { Words } from '../../words/words.ts';
import type { Family } from '../house.ts';
import { actionSet, type Card, card, execute, lookUp, text, title } from './parts.ts';

/** The step before the form: one tap on a family the school knows fills most of it in. */
export const familiesCard = (families: readonly Family[], words: Words['cards']): Card => {
  const { first } = words.form;
  const known = families.slice(0, 5);
  const buttons = known.map((family) =>
    actionSet([
      execute({
        verb: 'open-form',
        title: `${family.pupil} · ${family.detail}`,
        data: { family: family.key },
        alone: true,
      }),
    ]),
  );
  return card(
    [
      title(words.form.title),
      text(known.length > 0 ? first.intro : first.nobody),
      ...buttons,
      ...(known.length > 0
        ? [lookUp({ id: 'family', label: first.family, dataset: 'families' }, [], {})]
        : []),
    ],
    [
      ...(known.length > 0 ? [execute({ verb: 'open-form', title: first.next, data: {} })] : []),
      execute({ verb: 'open-form', title: first.other, data: { family: '' }, alone: true }),
    ],
  );
};
