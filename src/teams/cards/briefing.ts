/** What the policy reminds people of: a few lines, the rest a tap away. */
import type { Reminder } from '../../policy/citation.ts';
import type { Briefing } from '../../visits/briefing.ts';
import type { Words } from '../../words/words.ts';
import { actionSet, type Element, subtle, text, unfold } from './parts.ts';

/** More than this at once is a wall. */
const shownAtOnce = 3;

const line = ({ say, place }: Reminder, words: Words['cards']): Element =>
  text(words.briefing.line(say, place), { spacing: 'None' });

const folded = (id: string, label: string, items: readonly Element[]): readonly Element[] =>
  items.length === 0
    ? []
    : [
        actionSet([unfold(label, id)]),
        { type: 'Container', id, isVisible: false, spacing: 'Small', items },
      ];

const group = ({ moment, open, lines }: Briefing, words: Words['cards']): readonly Element[] => {
  const { briefing } = words;
  const drawn = lines.map((one) => line(one, words));
  const id = `briefing-${moment}`;
  if (!open) return folded(id, briefing.fold(briefing.moments[moment]), drawn);
  const rest = drawn.slice(shownAtOnce);
  return [
    subtle(briefing.moments[moment]),
    ...drawn.slice(0, shownAtOnce),
    ...folded(id, briefing.more(rest.length), rest),
  ];
};

/** Before anything else that a card says to somebody who called for help. */
export const callFirst = (words: Words['cards']): Element =>
  text(words.visitor.callFirst, { color: 'Attention', weight: 'Bolder', size: 'Medium' });

export const briefingElements = (
  groups: readonly Briefing[] | undefined,
  words: Words['cards'],
): readonly Element[] => (groups ?? []).flatMap((one) => group(one, words));
