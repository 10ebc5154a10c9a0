/** Several homes on one outing: where they are, and the next one a tap away. */
import type { SeenStop } from '../../journeys/seen.ts';
import { schoolTime } from '../../vocabulary.ts';
import { button, can, type Drawing, dataFor, openInTab, whoInput } from './drawing.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  execute,
  heading,
  showCard,
  subtle,
  text,
  timeInput,
  title,
} from './parts.ts';

const lineOf = ({ words }: Drawing, stop: SeenStop): string => {
  const { rounds, sentence } = words;
  const said = stop.here ? rounds.here : sentence(stop.status);
  return `${rounds.stop(stop.reference, stop.initials, schoolTime(stop.start))} · ${said}`;
};

/** Every stop of the round; nothing for a visit that is on none. */
export const roundElements = (drawing: Drawing): readonly Element[] => {
  const { round } = drawing.seen;
  if (round === undefined) return [];
  const { rounds } = drawing.words;
  return [
    heading(rounds.title(round.name)),
    subtle(rounds.count(round.stops.length, schoolTime(round.dueBack))),
    ...round.stops.map((stop) =>
      text(lineOf(drawing, stop), { spacing: 'Small', ...(stop.here && { weight: 'Bolder' }) }),
    ),
  ];
};

/** To each home that they could go to now; the visit of this card has its own button for that. */
export const goSteps = ({ seen, words, newId }: Drawing): readonly Action[] =>
  (seen.round?.stops ?? [])
    .filter(({ id, next, here }) => next && !here && id !== seen.id)
    .map(({ id, initials, start }) =>
      execute({
        verb: 'depart',
        title: words.rounds.next(initials, schoolTime(start)),
        data: { visit: id, command: newId() },
      }),
    );

/** Which visits go with it, every one chosen at first, and when they are back from all of them. */
export const planRoundStep = (drawing: Drawing): readonly Action[] => {
  const { seen, words } = drawing;
  const { couldJoin = [] } = seen;
  const { rounds } = words;
  const leave = button(drawing, 'leave-round', { title: rounds.leave, alone: true });
  if (!can(drawing, 'plan-round')) return leave;
  const choices: Element = {
    type: 'Input.ChoiceSet',
    id: 'visits',
    label: rounds.planAsk,
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    choices: couldJoin.map(({ id, reference, initials, start }) => ({
      title: rounds.stop(reference, initials, schoolTime(start)),
      value: id,
    })),
    value: couldJoin.map(({ id }) => id).join(','),
  };
  const save = execute({
    verb: 'plan-round',
    title: rounds.planDo,
    style: 'positive',
    data: dataFor(drawing),
  });
  const due = timeInput('roundDueBack', rounds.dueBack, {});
  return [
    showCard(seen.round === undefined ? rounds.plan : rounds.change, [choices, due], [save]),
    ...leave,
  ];
};

/** The one card of a round, from the visit where they are; or of a visit that could begin one. */
export const roundCard = (drawing: Drawing): Card => {
  const { seen, words } = drawing;
  const here = seen.round?.stops.some(({ id, next }) => id === seen.id && next) ?? false;
  const own = here
    ? [
        execute({
          verb: 'depart',
          title: words.rounds.next(seen.initials, schoolTime(seen.start)),
          data: dataFor(drawing),
        }),
      ]
    : [];
  const show = execute({
    verb: 'open-visit',
    title: words.list.show,
    data: { visit: seen.id },
    alone: true,
  });
  const back = button(drawing, 'return', { title: words.visitor.return });
  return card(
    [
      title(words.visit.title(seen.reference, seen.initials)),
      ...roundElements(drawing),
      ...(own.length + back.length > 0 ? whoInput(drawing) : []),
    ],
    [
      ...own,
      ...goSteps(drawing).slice(0, 1),
      ...back,
      ...planRoundStep(drawing).slice(0, 1),
      show,
      openInTab(drawing),
    ],
  );
};
