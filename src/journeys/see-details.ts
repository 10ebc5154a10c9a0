/** What was said of this visit beside what every visit has, for whoever may read it. */
import { may } from '../people/access.ts';
import { nameOf } from '../people/staff.ts';
import type { Assessment } from '../risk-assessment/assessment.ts';
import type { FieldName } from '../visits/form-fields.ts';
import type { Proposal } from '../visits/proposal.ts';
import { openPart, wholeProposal } from '../visits/sensitive.ts';
import type { KnownVisit } from '../visits/visit.ts';
import { schoolDate, schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Eyes } from './see-people.ts';

/** As this person may read it: of a sensitive visit, no word that gives it away. */
export const proposalFor = (
  { proposal }: KnownVisit,
  assessment: Assessment | undefined,
  { person, relations }: Eyes,
): Proposal =>
  may('see-sensitive-purpose', person, relations)
    ? wholeProposal(proposal, assessment)
    : openPart(proposal);

/** Said in somebody's own words. */
const texts = [
  'refusedLeave',
  'confirmedBy',
  'reminder',
  'eveningReason',
  'staffing',
  'visitorRoles',
  'aloneReason',
  'companions',
  'documents',
] as const;

const named = ['backup', 'driver', 'alsoTell'] as const;

export const detailsOf = (proposal: Proposal, { roster, policy }: Eyes) => {
  const { more, attempt, day, yes } = wordsFor(policy.language).form;
  const { carriesPupil, confirmedOn, contactAttempts = [] } = proposal;
  const attempts = contactAttempts.map(({ at, by, to }) =>
    attempt(`${schoolDate(at)} ${schoolTime(at)}`, by, to),
  );
  const said: readonly (readonly [FieldName, string])[] = [
    ['contactAttempts', attempts.join('\n')],
    ['confirmedOn', confirmedOn === undefined ? '' : day(confirmedOn)],
    ...texts.map((name) => [name, proposal[name] ?? ''] as const),
    ['carriesPupil', carriesPupil === true ? yes : ''],
    ...named.map((name) => {
      const id = proposal[name];
      return [name, id === undefined ? '' : nameOf(roster, id)] as const;
    }),
  ];
  return said.flatMap(([name, text]) => (text === '' ? [] : [{ label: more[name], said: text }]));
};

/** The papers that were to be taken are named in the question about them. */
export const checksFor = ({ documents = '' }: Proposal, { policy }: Pick<Eyes, 'policy'>) =>
  policy.departure.checks.map((check) =>
    check.id === 'documents' && documents !== ''
      ? { ...check, ask: `${check.ask} ${documents}` }
      : check,
  );
