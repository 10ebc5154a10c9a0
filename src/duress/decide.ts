import { may, notForYou } from '../people/access.ts';
import { holders, memberOf, namesOf, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal } from '../policy/refusal.ts';
import {
  accept,
  type Decision,
  type Instant,
  minutesAfter,
  type PersonId,
  type Role,
  refuse,
} from '../vocabulary.ts';
import type { Duress, DuressCommand, DuressEvent, KnownDuress } from './duress.ts';

export type DuressCircumstances = {
  readonly now: Instant;
  readonly policy: Policy;
  readonly roster: Roster;
  readonly reference: string;
  /** Those who go on the visit it is about; the speaker alone where there is none. */
  readonly people: readonly PersonId[];
};

const safeguarding: readonly Role[] = ['safeguarding-lead', 'deputy-safeguarding-lead'];

/** Everybody who answers alarms, but for those it is about. */
export const respondersTo = (
  people: readonly PersonId[],
  { policy, roster }: Pick<DuressCircumstances, 'policy' | 'roster'>,
): readonly PersonId[] =>
  holders(roster, [...policy.responders, ...safeguarding])
    .map(({ id }) => id)
    .filter((id) => !people.includes(id));

/** When it is told again; undefined once a responder has heard their voices. */
export const nextTelling = (duress: Duress, { overdue }: Policy): Instant | undefined =>
  duress.status === 'open' ? minutesAfter(duress.toldAt, overdue.repeatMinutes) : undefined;

/** Nothing stands in the way of the code word; nothing the visitors say afterwards ends it. */
export const decideDuress = (
  command: DuressCommand,
  duress: Duress,
  given: DuressCircumstances,
): Decision<DuressEvent> => {
  const { now, policy, reference, people } = given;
  const stamp = { at: now, by: command.by, command: command.id };
  if (command.verb === 'hear-code-word')
    return accept({ ...stamp, type: 'code-word-heard', reference, visit: command.visit, people });
  if (duress.status === 'none') return refuse(notForYou(policy));
  if (duress.status === 'over') return accept();
  switch (command.verb) {
    case 'check-clock': {
      const due = nextTelling(duress, policy);
      return due !== undefined && due <= now
        ? accept({ ...stamp, type: 'duress-climbed', times: duress.climbs + 1 })
        : accept();
    }
    case 'acknowledge-duress':
      if (!answers(command.by, duress, given)) return refuse(notForYou(policy));
      return duress.holder === command.by
        ? accept()
        : accept({ ...stamp, type: 'duress-acknowledged' });
    case 'stand-down-duress':
      return standDown(command.by, command.spokeTo, { duress, given, stamp });
    default:
      return command satisfies never;
  }
};

const answers = (by: PersonId, duress: KnownDuress, given: DuressCircumstances): boolean =>
  may('acknowledge-duress', memberOf(given.roster, by)) &&
  respondersTo(duress.people, given).includes(by);

const standDown = (
  by: PersonId,
  spokeTo: readonly PersonId[],
  {
    duress,
    given,
    stamp,
  }: {
    readonly duress: KnownDuress;
    readonly given: DuressCircumstances;
    readonly stamp: Pick<DuressEvent, 'at' | 'by' | 'command'>;
  },
): Decision<DuressEvent> => {
  if (!answers(by, duress, given)) return refuse(notForYou(given.policy));
  const unheard = duress.people.filter((id) => !spokeTo.includes(id));
  return unheard.length > 0
    ? refuse(
        refusal(given.policy, 'alarm/voice-check', {
          who: namesOf(given.roster, unheard),
          field: 'spokeTo',
        }),
      )
    : accept({ ...stamp, type: 'duress-stood-down', spokeTo });
};
