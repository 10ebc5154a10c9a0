/** Who hears of the week's list: one card to those who sign, however many rows there are. */
import { holders, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { type PersonId, type Role, visitId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Change } from './diary.ts';
import type { World } from './ports.ts';
import { putOutgoing } from './tell.ts';
import { partitionOf } from './weekly-kept.ts';

/** Those who may sign lists, and are here. */
export const listSigners = (roster: Roster, policy: Policy): Roster =>
  holders(roster, policy.approval.listRoles).filter(
    (member) => member.away !== true && !member.roles.includes('pupil'),
  );

/** One card to each who may sign. `content` names what it is about, so that the same is sent once. */
export const cardChanges = (
  world: World,
  week: string,
  content: string,
  to: Roster,
): readonly Change[] =>
  to.map(({ id }) =>
    putOutgoing(world, partitionOf(week), `card ${content}.${id}`, {
      recipient: { person: id },
      message: { kind: 'weekly-list', to: { people: [id] }, week },
      tries: 0,
    }),
  );

type Notice = { readonly name: string; readonly text: string; readonly to: readonly PersonId[] };

export const noticeChanges = (
  world: World,
  week: string,
  { name, text, to }: Notice,
): readonly Change[] =>
  to.map((id) =>
    putOutgoing(world, partitionOf(week), `${name}.${id}`, {
      recipient: { person: id },
      message: { kind: 'notice', to: { people: [id] }, text },
      tries: 0,
    }),
  );

/** What was signed shows on the card of each visit. */
export const refreshVisit = (world: World, visit: string): Change =>
  putOutgoing(world, visitId(visit), 'refresh', {
    recipient: 'every-card',
    message: { kind: 'refresh-cards' },
    tries: 0,
  });

export const idsOf = (roster: Roster, roles: readonly Role[]): readonly PersonId[] =>
  holders(roster, roles)
    .filter((member) => member.away !== true)
    .map(({ id }) => id);

export const weekWords = (policy: Policy) => wordsFor(policy.language).weeklyList;
