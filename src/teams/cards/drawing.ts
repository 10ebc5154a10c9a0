/** What every card of a visit is drawn from. */
import type { SeenVisit } from '../../journeys/seen.ts';
import type { VisitVerb } from '../../people/access.ts';
import {
  type Instant,
  minutesBetween,
  type PersonId,
  schoolDate,
  schoolTime,
} from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import {
  type Action,
  type Choice,
  complaint,
  type Element,
  execute,
  openUrl,
  text,
} from './parts.ts';
import { type Refused, refusalBox } from './refusal.ts';

export type Drawing = {
  readonly seen: SeenVisit;
  readonly viewer: PersonId;
  readonly now: Instant;
  readonly words: Words['cards'];
  /** Ids for the commands that the buttons carry. */
  readonly newId: () => string;
  readonly link: (page: string) => string;
  /** A sentence about what was just done. */
  readonly note?: string;
  readonly refused?: Refused;
  /** Set where the details were asked for. */
  readonly details?: boolean;
};

/** What goes back with a button: which visit, its own command, and the content that was shown. */
export const dataFor = ({ seen, newId }: Drawing, more: Element = {}): Element => ({
  visit: seen.id,
  command: newId(),
  content: seen.content,
  ...more,
});

export const can = ({ seen }: Drawing, verb: VisitVerb): boolean => seen.verbs.includes(verb);

type Button = {
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  readonly alone?: boolean;
};

/** A button for a verb, if this person can do it now. */
export const button = (
  drawing: Drawing,
  verb: VisitVerb,
  given: Button & { readonly data?: Element },
): readonly Action[] => {
  const { data, ...rest } = given;
  return can(drawing, verb) ? [execute({ ...rest, verb, data: dataFor(drawing, data) })] : [];
};

export const openInTab = ({ seen, link, words }: Drawing): Action =>
  openUrl(words.open, link(`visits/${seen.reference}`));

/** What stands above everything: what was just done, or why it was not. */
export const notices = (drawing: Drawing): readonly Element[] => {
  const { note, refused, words, seen } = drawing;
  return [
    ...(note === undefined || note === '' ? [] : [text(note, { color: 'Good' })]),
    ...(refused ? [refusalBox(refused, dataFor(drawing), words)] : []),
    ...(seen.held.length > 0 ? [text(words.held(seen.held), { color: 'Warning' })] : []),
    ...(!seen.filed && seen.held.length === 0 ? [text(words.notFiled, { color: 'Warning' })] : []),
    ...(seen.breaches > 0 ? [complaint(words.visit.breaches(seen.breaches))] : []),
  ];
};

/** The alarms that stand, on the card of a visit: its title has the reference already. */
export const alarmLines = ({ seen, words }: Drawing): readonly Element[] =>
  seen.alarms
    .filter(({ state }) => state !== 'settled')
    .map(({ kind }) => complaint(words.alarm.kinds[kind]));

export const whenText = ({ seen, words }: Drawing): string =>
  words.between(schoolDate(seen.start), schoolTime(seen.start), schoolTime(seen.dueBack));

/** "15:30, in 12 min", as people say it. */
export const dueText = ({ seen, now, words }: Drawing): string => {
  const minutes = Math.round(minutesBetween(now, seen.dueBack));
  const time = schoolTime(seen.dueBack);
  if (minutes > 0) return words.visit.dueIn(time, minutes);
  return minutes === 0 ? words.visit.dueNow(time) : words.visit.late(time, -minutes);
};

export const goersText = ({ seen, words }: Drawing): string =>
  words.and(seen.visitors.map(({ name }) => name));

export const isOut = ({ seen }: Drawing): boolean =>
  (['out', 'at the door', 'inside', 'left', 'holding with a child'] as readonly string[]).includes(
    seen.status,
  );

export const stillOut = ({ seen }: Drawing) =>
  seen.visitors.filter(({ position }) => position !== 'back' && position !== 'moved-on');

/** For whom: both are offered first, then each alone. Nothing to choose where there is one. */
export const whoInput = (drawing: Drawing): readonly Element[] => {
  const { viewer, words } = drawing;
  const there = stillOut(drawing);
  if (there.length < 2) return [];
  const own = there.some(({ id }) => id === viewer);
  const all = there.map(({ id }) => id).join(',');
  const together =
    own && there.length === 2 ? words.visitor.both : words.and(there.map((one) => one.name));
  const each = there.map(
    ({ id, name }): Choice => ({
      title: id === viewer ? words.visitor.justMe : words.visitor.just(name),
      value: id,
    }),
  );
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'who',
      label: words.visitor.who,
      style: 'compact',
      choices: [{ title: together, value: all }, ...each],
      value: all,
    },
  ];
};

/** Six buttons at most: the likely ones, and the rest behind one more. */
export const mostActions = 6;
