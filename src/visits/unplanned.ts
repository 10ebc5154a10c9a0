/** An outing nobody asked for: people are out, and that is all that is known. */
import { type Instant, minutesAfter, type PersonId } from '../vocabulary.ts';
import type { VisitEvent } from './event.ts';
import { submitted } from './evolve-request.ts';
import type { Proposal } from './proposal.ts';
import type { KnownVisit } from './visit.ts';

/** How long nobody looks for people who said no time. */
export const unplannedMinutes = 60;

const unplannedProposal = (
  visitors: readonly PersonId[],
  start: Instant,
  dueBack = minutesAfter(start, unplannedMinutes),
): Proposal => ({
  pupil: '',
  yearGroup: '',
  parent: '',
  parentPhone: '',
  address: '',
  class: 'procedural',
  purpose: '',
  purposeNote: '',
  sensitive: false,
  people: '',
  whyNotInSchool: '',
  language: '',
  staffing: '',
  appointment: 'none',
  appointmentNote: '',
  start,
  dueBack,
  visitors,
  transport: '',
});

/** The visit as it stands just before its first event is told. Unknown risk counts as high. */
export const unplannedVisit = (
  event: VisitEvent,
  { reference, who, dueBack }: { reference: string; who: readonly PersonId[]; dueBack?: Instant },
): KnownVisit =>
  submitted({
    at: event.at,
    by: event.by,
    command: event.command,
    via: event.via,
    type: 'submitted',
    reference,
    proposal: unplannedProposal(who, event.at, dueBack),
    risk: { level: 'high', risks: 0, withActions: 0 },
    content: '',
    policyVersion: '',
    firstVisit: true,
  });
