import type { Refusal } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import type { Inputs } from '../house.ts';
import { type Action, box, type Element, execute, subtle, text } from './parts.ts';

/** A "no" in words a person can act on, with the clause that asks for it. */
export const refusalText = ({ because, clause, next }: Refusal, words: Words['cards']): string =>
  [words.refusal.because(because, clause), ...(next === '' ? [] : [words.refusal.next(next)])].join(
    ' ',
  );

/** Verbs that report something: what was refused may have happened all the same. */
const reports = [
  'check-departure',
  'depart',
  'arrive',
  'nearly-there',
  'wait',
  'meet',
  'enter',
  'parent-left',
  'leave',
  'return',
  'safe-now',
  'hand-over',
  'extend',
  'change-plan',
] as const;

export type Refused = {
  readonly verb: string;
  readonly refusals: readonly Refusal[];
  /** What was filled in, so that it need not be typed twice. */
  readonly inputs: Inputs;
};

const happenedAction = (
  { verb, inputs }: Refused,
  data: Element,
  words: Words['cards'],
): readonly Action[] =>
  (reports as readonly string[]).includes(verb)
    ? [
        execute({
          verb: 'already-happened',
          title: words.refusal.happened,
          data: { ...data, what: verb, ...kept(inputs) },
          tooltip: words.refusal.happenedNote,
          alone: true,
        }),
      ]
    : [];

const kept = ({ who, dueBack }: Inputs): Element => ({
  ...(who !== undefined && who !== '' && { who }),
  ...(dueBack !== undefined && dueBack !== '' && { dueBack }),
});

/** All reasons at once, each with its clause and what to do next; beside them "It has already happened". */
export const refusalBox = (refused: Refused, data: Element, words: Words['cards']): Element => {
  const happened = happenedAction(refused, data, words);
  // What has the same way out stands together, and the way out is said once.
  const nexts = [...new Set(refused.refusals.map(({ next }) => next))];
  return box('attention', [
    text(words.refusal.title, { weight: 'Bolder', color: 'Attention' }),
    ...nexts.flatMap((next) => [
      ...refused.refusals
        .filter((one) => one.next === next)
        .map(({ because, clause }) => text(words.refusal.because(because, clause))),
      ...(next === '' ? [] : [subtle(words.refusal.next(next))]),
    ]),
    ...(happened.length > 0
      ? [{ type: 'ActionSet', actions: happened }, subtle(words.refusal.happenedNote)]
      : []),
  ]);
};
