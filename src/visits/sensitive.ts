/** What of a sensitive visit is not for everybody who may know that there is one: why it is made, and all notes on that. */
import type { Assessment, RestrictedEvent } from '../risk-assessment/assessment.ts';
import type { Proposal } from './proposal.ts';

/** Notes that give away what the visit is about. */
const notes = ['whyNotInSchool', 'refusedLeave', 'documents'] as const;

/** As it stands where the office may read it. */
export const openPart = (proposal: Proposal): Proposal => {
  if (!proposal.sensitive) return proposal;
  const { refusedLeave: _leave, documents: _documents, ...rest } = proposal;
  return { ...rest, purpose: '', purposeNote: '', whyNotInSchool: '' };
};

type RiskAnswered = Extract<RestrictedEvent, { type: 'risk-answered' }>;

/** What goes into the restricted part instead. */
export const withheldPart = (
  proposal: Proposal,
): Pick<RiskAnswered, 'purpose' | 'purposeNote' | 'notes'> => {
  if (!proposal.sensitive) return {};
  const { purpose, purposeNote } = proposal;
  const said = notes.flatMap((name) => {
    const text = proposal[name] ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
  return {
    purpose,
    purposeNote,
    ...(said.length === 0 ? {} : { notes: Object.fromEntries(said) }),
  };
};

/** Both parts together, for whoever may read both. */
export const wholeProposal = (proposal: Proposal, assessment: Assessment | undefined): Proposal =>
  proposal.sensitive
    ? {
        ...proposal,
        purpose: assessment?.purpose ?? '',
        purposeNote: assessment?.purposeNote ?? '',
        ...assessment?.notes,
      }
    : proposal;
