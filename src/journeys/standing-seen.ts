/** The assessments that stand, as one person may see them. */
import { may } from '../people/access.ts';
import { memberOf, type Roster, type StaffMember } from '../people/staff.ts';
import { hasRead, type StandingAssessment, staleSince } from '../risk-assessment/standing.ts';
import type { Instant, PersonId } from '../vocabulary.ts';
import type { SeenStanding, StandingPage } from './homes-seen.ts';
import type { World } from './ports.ts';
import { named } from './see-people.ts';
import { standing } from './standing.ts';

type Eyes = { readonly person: StaffMember; readonly roster: Roster; readonly now: Instant };

export const seenStanding = (
  assessment: StandingAssessment,
  { person, roster, now }: Eyes,
): SeenStanding => {
  const stale = staleSince(assessment, now);
  const whose = assessment.person;
  return {
    key: assessment.key,
    kind: assessment.kind,
    ...(whose === undefined ? {} : { person: named(roster, whose) }),
    version: assessment.version,
    says: assessment.says,
    madeBy: named(roster, assessment.madeBy),
    madeAt: assessment.madeAt,
    reviewBy: assessment.reviewBy,
    ...(stale === undefined ? {} : { stale }),
    read: hasRead(assessment, person.id),
    ...(may('renew-standing', person)
      ? { readers: assessment.readings.map(({ person: id }) => named(roster, id)) }
      : {}),
  };
};

/** All read the general one; a lone-worker assessment is for the person it is about, and those who keep them. */
export const standingFor = async (world: World, by: PersonId): Promise<StandingPage> => {
  const [all, roster] = await Promise.all([standing.all(world), world.roster()]);
  const person = memberOf(roster, by);
  if (person === undefined || !may('read-general', person)) return { lone: [], mayRenew: false };
  const eyes = { person, roster, now: world.now() };
  const keeps = may('see-lone-workers', person);
  const seen = all
    .filter(({ kind, person: whose }) => kind === 'general' || keeps || whose === by)
    .map((assessment) => seenStanding(assessment, eyes));
  const general = seen.find(({ kind }) => kind === 'general');
  return {
    ...(general === undefined ? {} : { general }),
    lone: seen
      .filter(({ kind }) => kind === 'lone-worker')
      .toSorted((one, other) => (one.person?.name ?? '').localeCompare(other.person?.name ?? '')),
    mayRenew: may('renew-standing', person),
  };
};
