/** What people do to homes and to the assessments that stand: checked, kept, answered. Twice is once. */
import { homeNamed } from '../homes/book-of-homes.ts';
import { type Hazard, hazardKinds, usualReview } from '../homes/hazard.ts';
import { homeKey } from '../homes/home-key.ts';
import { may, notForYou } from '../people/access.ts';
import { memberOf } from '../people/staff.ts';
import { clauseOf, type Policy } from '../policy/policy.ts';
import { BookClosed } from '../register/book.ts';
import {
  generalKey,
  loneKey,
  renewed,
  withChange,
  withReading,
} from '../risk-assessment/standing.ts';
import { type CommandId, type PersonId, type Refusal, schoolDay } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { knownHomes, mergeHome } from './families.ts';
import { hazards } from './hazards.ts';
import type { HomesPressed } from './homes-seen.ts';
import type { World } from './ports.ts';
import { standing } from './standing.ts';

export const homesVerbs = [
  'add-hazard',
  'review-hazard',
  'resolve-hazard',
  'merge-homes',
  'renew-standing',
  'read-general',
  'say-changed',
] as const;
export type HomesVerb = (typeof homesVerbs)[number];

export type HomesPress = {
  readonly verb: HomesVerb;
  readonly inputs: Readonly<Record<string, string>>;
  readonly command: CommandId;
  readonly by: PersonId;
};

type Given = {
  readonly world: World;
  readonly asked: HomesPress;
  readonly policy: Policy;
  /** Whether this home is theirs to open. */
  readonly theirs: (key: string) => boolean;
};

export const pressHomes = async (
  world: World,
  asked: HomesPress,
  theirs: Given['theirs'],
): Promise<HomesPressed> => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const given = { world, asked, policy, theirs };
  if (!may(asked.verb, memberOf(roster, asked.by))) return notTheirs(given);
  return acts[asked.verb](given);
};

const notTheirs = async ({ world, asked, policy }: Given): Promise<HomesPressed> => {
  await world.note({ what: 'refused', verb: asked.verb, by: asked.by });
  return { kind: 'refused', refusals: [notForYou(policy)] };
};

type Said = { readonly because: string; readonly next: string };

const no = (
  { policy }: Given,
  rule: string,
  { because, next }: Said,
  field: string,
): readonly Refusal[] => [{ rule, clause: clauseOf(policy, rule), because, next, field }];

const refused = (...refusals: readonly Refusal[]): HomesPressed => ({ kind: 'refused', refusals });
const done = (note: string): HomesPressed => ({ kind: 'done', note });

const text = ({ asked }: Given, field: string): string => (asked.inputs[field] ?? '').trim();
const sayings = ({ policy }: Given) => wordsFor(policy.language).homes;

const noteLimit = 2000;
const assessmentLimit = 8000;

const reasonsAgainstDay = (given: Given): readonly Refusal[] => {
  const day = text(given, 'reviewBy');
  const ahead = /^\d{4}-\d{2}-\d{2}$/u.test(day) && day > schoolDay(given.world.now());
  return ahead ? [] : no(given, 'homes/review-ahead', sayings(given).refused.day, 'reviewBy');
};

const reasonsAgainstText = (
  given: Given,
  field: string,
  said: Said,
  limit = noteLimit,
): readonly Refusal[] => {
  const words = text(given, field);
  if (words === '') return no(given, 'homes/said', said, field);
  return words.length > limit ? no(given, 'homes/said', sayings(given).refused.long, field) : [];
};

const addHazard = async (given: Given): Promise<HomesPressed> => {
  const { world, asked, theirs } = given;
  const address = text(given, 'address');
  const homes = await knownHomes(world);
  if (address === '' || !theirs(homeNamed(address, homes))) return notTheirs(given);
  const reasons = reasonsAgainstText(given, 'what', sayings(given).refused.what);
  const day = text(given, 'reviewBy');
  const dayless = day === '' ? [] : reasonsAgainstDay(given);
  if (reasons.length + dayless.length > 0) return refused(...reasons, ...dayless);
  const at = world.now();
  const hazard: Hazard = {
    key: `${asked.by} ${asked.command}`.slice(0, 250),
    address: address.slice(0, 250),
    kind: hazardKinds.find((kind) => kind === text(given, 'kind')) ?? 'other',
    what: text(given, 'what'),
    notedBy: asked.by,
    notedAt: at,
    visit: '',
    reviewBy: day === '' ? usualReview(at) : day,
  };
  await hazards.change(world, hazard.key, (before) => (before === undefined ? hazard : undefined));
  return done(sayings(given).done.hazard);
};

/** Undefined alike where there is no such hazard and where its home is not theirs. */
const hazardNamed = async (given: Given): Promise<Hazard | undefined> => {
  const [all, homes] = await Promise.all([hazards.all(given.world), knownHomes(given.world)]);
  const found = all.find(({ key }) => key === text(given, 'hazard'));
  return found !== undefined && given.theirs(homeNamed(found.address, homes)) ? found : undefined;
};

const reviewHazard = async (given: Given): Promise<HomesPressed> => {
  const { world, asked } = given;
  const hazard = await hazardNamed(given);
  if (hazard === undefined) return notTheirs(given);
  const reasons = reasonsAgainstDay(given);
  if (reasons.length > 0) return refused(...reasons);
  const reviewBy = text(given, 'reviewBy');
  const reviewed = { by: asked.by, at: world.now() };
  await hazards.change(world, hazard.key, (before) =>
    before === undefined || (before.reviewBy === reviewBy && before.reviewed?.by === asked.by)
      ? undefined
      : { ...before, reviewBy, reviewed },
  );
  return done(sayings(given).done.reviewed);
};

const resolveHazard = async (given: Given): Promise<HomesPressed> => {
  const { world, asked } = given;
  const hazard = await hazardNamed(given);
  if (hazard === undefined) return notTheirs(given);
  const reasons = reasonsAgainstText(given, 'why', sayings(given).refused.why);
  if (reasons.length > 0) return refused(...reasons);
  const resolved = { by: asked.by, at: world.now(), why: text(given, 'why') };
  await hazards.change(world, hazard.key, (before) =>
    before === undefined || before.resolved !== undefined ? undefined : { ...before, resolved },
  );
  return done(sayings(given).done.resolved);
};

const merge = async (given: Given): Promise<HomesPressed> => {
  const { world, theirs } = given;
  const homes = await knownHomes(world);
  const [from, to] = [text(given, 'address'), text(given, 'sameHome')];
  const [own, other] = [homeNamed(from, homes), homeNamed(to, homes)];
  const known = from !== '' && to !== '' && theirs(own) && theirs(other) && own !== other;
  if (!known)
    return own === other && from !== ''
      ? done(sayings(given).done.merged)
      : refused(...no(given, 'homes/same-as', sayings(given).refused.same, 'sameHome'));
  try {
    await mergeHome(world, homeKey(from), to);
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
    const { closed } = sayings(given).refused;
    return refused(...no(given, 'homes/list-closed', closed, 'sameHome'));
  }
  return done(sayings(given).done.merged);
};

const renew = async (given: Given): Promise<HomesPressed> => {
  const { world, asked } = given;
  const whose = text(given, 'person');
  const general = text(given, 'kind') === 'general';
  const person = (await world.roster()).find(({ id }) => id === whose)?.id;
  const { says: wordless, person: nobody } = sayings(given).refused;
  const reasons = [
    ...reasonsAgainstText(given, 'says', wordless, assessmentLimit),
    ...reasonsAgainstDay(given),
    ...(general || person !== undefined ? [] : no(given, 'homes/whose', nobody, 'person')),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const [says, reviewBy] = [text(given, 'says'), text(given, 'reviewBy')];
  const envelope = { says, reviewBy, by: asked.by, at: world.now() };
  const key = general || person === undefined ? generalKey : loneKey(person);
  await standing.change(world, key, (before) => {
    const same = before?.says === says && before.reviewBy === reviewBy;
    if (same && before.changed === undefined) return undefined;
    return key === generalKey || person === undefined
      ? renewed(before, { ...envelope, key, kind: 'general' })
      : renewed(before, { ...envelope, key, kind: 'lone-worker', person });
  });
  return done(sayings(given).done.renewed);
};

/** Only the version that was shown is read. */
const read = async (given: Given): Promise<HomesPressed> => {
  const { world, asked } = given;
  const reading = { person: asked.by, at: world.now() };
  const version = text(given, 'version');
  const after = await standing.change(world, generalKey, (before) =>
    before === undefined || String(before.version) !== version
      ? undefined
      : withReading(before, reading),
  );
  return after !== undefined && String(after.version) === version
    ? done(sayings(given).done.read)
    : refused(...no(given, 'homes/version', sayings(given).refused.version, 'version'));
};

/** Each for themselves; those who keep the assessments for anybody. */
const sayChanged = async (given: Given): Promise<HomesPressed> => {
  const { world, asked } = given;
  const key = text(given, 'key') || loneKey(asked.by);
  const keeper = may('renew-standing', memberOf(await world.roster(), asked.by));
  if (key !== loneKey(asked.by) && !keeper) return notTheirs(given);
  const changed = { by: asked.by, at: world.now() };
  await standing.change(world, key, (before) =>
    before === undefined ? undefined : withChange(before, changed),
  );
  return done(sayings(given).done.changed);
};

const acts: Readonly<Record<HomesVerb, (given: Given) => Promise<HomesPressed>>> = {
  'add-hazard': addHazard,
  'review-hazard': reviewHazard,
  'resolve-hazard': resolveHazard,
  'merge-homes': merge,
  'renew-standing': renew,
  'read-general': read,
  'say-changed': sayChanged,
};
