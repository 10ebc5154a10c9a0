/** What runs out, in words, with the visits it touches; and telling whoever looks after it (HC-3.1b). */
import type { RunsOut } from '../people/registers-seen.ts';
import { type Expiry, expiries, whoseIn } from '../people/runs-out.ts';
import { holders, namesOf, type Roster } from '../people/staff.ts';
import { carsNamed } from '../people/vehicles.ts';
import type { Policy } from '../policy/policy.ts';
import { daysAfter, type Instant, schoolDay, wallTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Change, Key } from './diary.ts';
import type { VisitView, World } from './ports.ts';
import { openRegisters } from './registers-kept.ts';
import { putOutgoing } from './tell.ts';

const over: ReadonlySet<string> = new Set(['declined', 'not authorised', 'returned', 'cancelled']);

/** References of the visits ahead that it touches. */
const visitsTouched = (
  { about, until, standing }: Expiry,
  views: readonly VisitView[],
  now: Instant,
): readonly string[] =>
  views
    .filter(({ visit }) => !over.has(visit.status) && visit.proposal.dueBack > now)
    .filter(({ visit }) => standing === 'none' || schoolDay(visit.proposal.dueBack) > until)
    .filter(({ visit: { proposal } }) =>
      'person' in about
        ? proposal.visitors.includes(about.person.id)
        : carsNamed(proposal.transport, [about.car]).length > 0,
    )
    .map(({ visit }) => visit.reference);

export const runsOutSeen = (
  one: Expiry,
  policy: Policy,
  views: readonly VisitView[],
  now: Instant,
): RunsOut => ({
  what: one.what,
  says: saysOf(one, policy),
  until: one.until,
  standing: one.standing,
  visits: visitsTouched(one, views, now),
});

/** "Sam Pike: first aid". */
const saysOf = ({ about, subject, what }: Expiry, { language }: Policy): string =>
  `${whoseIn(about)}: ${subject === '' ? wordsFor(language).registers.what[what] : subject}`;

type Views = () => Promise<readonly VisitView[]>;

const partition = 'registers';

/** Each thing is told once for every step towards its end: a month ahead, a week ahead, run out. */
const stepOf = ({ standing, until }: Expiry, today: string): string =>
  standing === 'soon' && until <= daysAfter(today, 7) ? 'week' : standing;

type News = { readonly id: string; readonly text: string; readonly to: Roster };

/** Tells the business manager, in the hours of a school day, what runs out; and at any time whoever may confirm roles, that some wait. */
export const remindOfRegisters = async (world: World, views: Views): Promise<void> => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const news = [
    ...(await rolesWaiting(world, policy, roster)),
    ...(await runningOut(world, views, { policy, roster })),
  ];
  for (const one of news) await world.diary.commit(telling(world, one));
};

const markKey = ({ school }: World, id: string): Key => ({ school, partition, kind: 'seen', id });

const isTold = async (world: World, id: string): Promise<boolean> =>
  (await world.diary.read(markKey(world, id))) !== undefined;

const telling = (world: World, { id, text, to }: News): readonly Change[] => [
  ...id.split('\n').map((each): Change => ({ put: markKey(world, each), value: {} })),
  ...to.map((member) => {
    const message = { kind: 'notice', to: { people: [member.id] }, text } as const;
    const waiting = { recipient: { person: member.id }, message, tries: 0 };
    return putOutgoing(world, partition, `${world.newId()}.${member.id}`, waiting);
  }),
];

type Sight = { readonly policy: Policy; readonly roster: Roster };

const runningOut = async (
  world: World,
  views: Views,
  { policy, roster }: Sight,
): Promise<News[]> => {
  const now = world.now();
  const today = schoolDay(now);
  if (wallTime(now) < '07:30' || wallTime(now) >= '17:00') return [];
  const to = keepers(roster, ['business-manager', 'headteacher']);
  const fresh: Expiry[] = [];
  for (const one of expiries(roster, await world.registers(), policy, today))
    if (!(await isTold(world, markOf(one, today)))) fresh.push(one);
  if (fresh.length === 0 || to.length === 0) return [];
  const visits = await views();
  const lines = fresh.map((one) => lineOf(runsOutSeen(one, policy, visits, now), policy));
  const id = fresh.map((one) => markOf(one, today)).join('\n');
  return [{ id, text: wordsFor(policy.language).registers.reminder(lines), to }];
};

const markOf = (one: Expiry, today: string): string => `${one.id} ${stepOf(one, today)}`;

const lineOf = ({ says, until, standing, visits }: RunsOut, { language }: Policy): string => {
  const words = wordsFor(language).registers.runsOut;
  const said =
    standing === 'none' || standing === 'good' ? words.none(says) : words[standing](says, until);
  return visits.length === 0 ? said : said + words.visits(visits.join(', '));
};

/** The first of these roles that somebody holds. */
const keepers = (roster: Roster, inOrder: readonly Roster[number]['roles'][number][]): Roster =>
  inOrder.map((role) => holders(roster, [role])).find((found) => found.length > 0) ?? [];

const rolesWaiting = async (world: World, policy: Policy, roster: Roster): Promise<News[]> => {
  const { kept } = await openRegisters(world);
  const news: News[] = [];
  for (const { person, listed, confirmed } of kept?.staff ?? []) {
    const waiting = listed.filter((role) => !confirmed.includes(role));
    const id = `roles ${person} ${waiting.join(' ')}`;
    const to = holders(roster, ['headteacher', 'business-manager']).filter(
      (member) => member.id !== person,
    );
    if (waiting.length === 0 || to.length === 0 || (await isTold(world, id))) continue;
    const text = wordsFor(policy.language).registers.rolesWait(namesOf(roster, [person]));
    news.push({ id, text, to });
  }
  return news;
};
