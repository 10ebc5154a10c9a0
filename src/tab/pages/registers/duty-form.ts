import type { DutySeen, RegistersSeen } from '../../../people/registers-seen.ts';
import { type Instant, type Role, schoolDay, schoolTime, wallTime } from '../../../vocabulary.ts';
import { wordsFor } from '../../../words/words.ts';
import type { Choice } from '../../acts/fields.ts';
import { momentSaid } from './days.ts';
import { type FormField, type FormOf, formFor, peopleOf } from './form.ts';
import { words } from './words.ts';

const said = words.duty;
const asSomebody: Readonly<Record<Role, string>> = wordsFor('en-GB').status.roles;

/** "stands in for the headteacher". */
export const doesSaid = ({ kind, role }: Pick<DutySeen, 'kind' | 'role'>): string =>
  said.does[kind](role === undefined ? '' : asSomebody[role]);

/** The day once where it is the same. */
export const spanSaid = ({ from, until }: Pick<DutySeen, 'from' | 'until'>): string =>
  said.span(
    momentSaid(from),
    schoolDay(from) === schoolDay(until) ? schoolTime(until) : momentSaid(until),
  );

/** "Mr Bevan stands in for the headteacher, Mon 23 Nov 08:00 to Fri 27 Nov 16:00". */
export const dutySaid = (duty: DutySeen): string =>
  `${said.line(duty.person.name, doesSaid(duty))}, ${spanSaid(duty)}`;

/** Where nobody may stand in, whoever tries is told why by the school's policy. */
const rolesFor = (kind: DutySeen['kind'], { dutyRoles, delegation }: RegistersSeen) => {
  const none: readonly Role[] = delegation === 'off' ? ['headteacher'] : [];
  const offered = kind === 'stands-in' ? [...none, ...dutyRoles] : dutyRoles;
  return [...new Set(offered)].map((role): Choice => [role, words.roles[role]]);
};

const fieldsFor = (kind: DutySeen['kind'], seen: RegistersSeen): readonly FormField[] => {
  const { fields } = said;
  return [
    {
      kind: 'select',
      name: 'person',
      label: fields.person[kind],
      choices: peopleOf(seen),
      none: words.choose,
    },
    ...(kind === 'away'
      ? []
      : [
          {
            kind: 'select' as const,
            name: 'role',
            label: fields.role[kind],
            choices: rolesFor(kind, seen),
            none: words.choose,
          },
        ]),
    { kind: 'date', name: 'fromDay', label: fields.fromDay },
    { kind: 'time', name: 'fromTime', label: fields.fromTime },
    { kind: 'date', name: 'untilDay', label: fields.untilDay },
    { kind: 'time', name: 'untilTime', label: fields.untilTime },
  ];
};

/** A new turn is as long as the office is open today. */
const startOf = (duty: DutySeen | undefined, { hours, now }: RegistersSeen, only: string) => {
  const at = (moment: Instant | undefined, time: string) => [
    schoolDay(moment ?? now),
    moment === undefined ? time : wallTime(moment),
  ];
  const [fromDay = '', fromTime = ''] = at(duty?.from, hours.opens);
  const [untilDay = '', untilTime = ''] = at(duty?.until, hours.closes);
  const person = duty?.person.id ?? '';
  return { person, role: duty?.role ?? only, fromDay, fromTime, untilDay, untilTime };
};

const onlyOne = (choices: readonly Choice[]): string =>
  choices.length === 1 ? (choices[0]?.[0] ?? '') : '';

/** Without an id, one more of the kind. */
export const dutyForm =
  (kind: DutySeen['kind'], id?: string): FormOf =>
  (seen) =>
    formFor(seen.duty, id, (duty) => ({
      verb: 'keep-duty',
      title: duty === undefined ? said.add[kind] : said.changeTitle[kind],
      send: words.save,
      fields: fieldsFor(kind, seen),
      start: startOf(duty, seen, kind === 'away' ? '' : onlyOne(rolesFor(kind, seen))),
      unasked: { kind },
    }));

export const takeBackForm =
  (id: string): FormOf =>
  (seen) => {
    const duty = seen.duty.find((one) => one.id === id);
    return (
      duty && {
        verb: 'revoke-duty',
        title: said.takeBackTitle,
        says: said.takeBackSaid(dutySaid(duty)),
        send: said.takeBack,
        fields: [],
        start: {},
        unasked: { id, revision: duty.revision },
      }
    );
  };
