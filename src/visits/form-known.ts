/** What a person has to have read before asking: the school's general assessment, and what is known of the home. */

import type { KnownHome } from '../homes/book-of-homes.ts';
import { nameOf } from '../people/staff.ts';
import { refusal, unless } from '../policy/refusal.ts';
import {
  generalOf,
  hasRead,
  loneOf,
  type StandingAssessment,
  staleSince,
} from '../risk-assessment/standing.ts';
import { type PersonId, type Refusal, schoolDate } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Circumstances } from './circumstances.ts';
import type { VisitForm } from './proposal.ts';

type Given = Pick<Circumstances, 'policy' | 'standing' | 'home' | 'assessment'>;

export const reasonsUnread = (form: VisitForm, by: PersonId, given: Given): readonly Refusal[] => [
  ...reasonsGeneralUnread(form, by, given),
  ...reasonsHomeUnseen(form, given),
];

/** Ticked on the form it counts as read, and goes on record with the request. */
const saysTheyRead = (
  { generalRead }: Pick<VisitForm, 'generalRead'>,
  general: StandingAssessment,
): boolean => generalRead === String(general.version);

const reasonsGeneralUnread = (
  form: VisitForm,
  by: PersonId,
  { policy, standing = [] }: Given,
): readonly Refusal[] => {
  if (policy.risk.general !== 'read-first') return [];
  const general = generalOf(standing);
  if (general === undefined)
    return [refusal(policy, 'risk/general-there', { field: 'generalRead' })];
  return unless(hasRead(general, by) || saysTheyRead(form, general), () =>
    refusal(policy, 'risk/general-read', {
      version: String(general.version),
      day: schoolDate(general.madeAt),
      field: 'generalRead',
    }),
  );
};

const reasonsHomeUnseen = (
  { homeSeen }: VisitForm,
  { policy, home, assessment }: Given,
): readonly Refusal[] => {
  if (home === undefined || !isToBeSeen(home, policy.risk.homeSeen)) return [];
  const seen = homeSeen === home.shown || assessment?.homeSeen?.shown === home.shown;
  const what = wordsFor(policy.language).homes.known(home.hazards.length, home.visited);
  return unless(seen, () => refusal(policy, 'risk/home-seen', { what, field: 'homeSeen' }));
};

export const isToBeSeen = (
  { hazards }: KnownHome,
  rule: Circumstances['policy']['risk']['homeSeen'],
): boolean => {
  switch (rule) {
    case 'off':
      return false;
    case 'hazards':
      return hazards.length > 0;
    case 'always':
      return true;
    default:
      return rule satisfies never;
  }
};

/** What goes on record with the request of what its sender was shown of the home. */
export const seenOfHome = ({ homeSeen }: VisitForm, { home }: Pick<Given, 'home'>) =>
  home === undefined || homeSeen !== home.shown
    ? {}
    : {
        homeSeen: {
          shown: home.shown,
          hazards: home.hazards.map(({ key }) => key),
          visited: home.visited,
        },
      };

/** Whoever would go alone has an assessment for it that knows of everything since. */
export const reasonsNotAssessedAlone = (
  id: PersonId,
  {
    policy,
    standing = [],
    roster,
    now,
  }: Pick<Circumstances, 'policy' | 'standing' | 'roster' | 'now'>,
): readonly Refusal[] => {
  if (policy.staffing.loneAssessment === 'off') return [];
  const field = 'visitors';
  const who = nameOf(roster, id);
  const lone = loneOf(standing, id);
  if (lone === undefined) return [refusal(policy, 'staffing/lone-assessed', { who, field })];
  const stale = staleSince(lone, now);
  const why = stale === undefined ? '' : wordsFor(policy.language).homes.stale[stale];
  return unless(stale === undefined, () =>
    refusal(policy, 'staffing/lone-current', { who, why, field }),
  );
};

/** The same at the gate, where two have become one, or something changed since it was asked for. */
export const isAssessedAlone = (
  id: PersonId,
  { policy, standing = [], now }: Pick<Circumstances, 'policy' | 'standing' | 'now'>,
): boolean => {
  const lone = loneOf(standing, id);
  return (
    policy.staffing.loneAssessment === 'off' ||
    (lone !== undefined && staleSince(lone, now) === undefined)
  );
};
