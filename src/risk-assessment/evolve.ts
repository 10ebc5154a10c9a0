import type { Assessment, RestrictedEvent } from './assessment.ts';

/** What the restricted events add up to; undefined before the first. */
export const assessmentAfter = (events: readonly RestrictedEvent[]): Assessment | undefined =>
  events.length === 0 ? undefined : events.reduce(after, nothingAnswered);

const nothingAnswered: Assessment = {
  answers: { answers: {}, actions: {}, level: undefined },
  purpose: undefined,
  purposeNote: undefined,
  adjustments: {},
  sealedWhat: {},
};

const after = (before: Assessment, event: RestrictedEvent): Assessment => {
  switch (event.type) {
    case 'risk-answered':
      return {
        ...withoutNotes(before),
        answers: event.answers,
        purpose: event.purpose,
        purposeNote: event.purposeNote,
        ...(event.notes === undefined ? {} : { notes: event.notes }),
        adjustments: before.adjustments,
        sealedWhat: before.sealedWhat,
        homeSeen: event.homeSeen ?? before.homeSeen,
      };
    case 'health-answered':
      return withHealth(before, event);
    case 'police-recorded':
    case 'child-said':
    case 'handed-over':
    case 'advised': {
      const { command: _command, ...said } = event;
      return { ...before, emergency: [...(before.emergency ?? []), said] };
    }
    default:
      return event satisfies never;
  }
};

const withoutNotes = ({ notes: _notes, ...rest }: Assessment): Assessment => rest;

/** A new answer takes the place of the old one, and of what was written with it. */
const withHealth = (
  before: Assessment,
  event: Extract<RestrictedEvent, { type: 'health-answered' }>,
): Assessment => {
  const others = Object.fromEntries(
    Object.entries(before.sealedWhat).filter(([person]) => person !== event.by),
  );
  return {
    ...before,
    adjustments: { ...before.adjustments, [event.by]: event.adjustment },
    sealedWhat:
      event.sealedWhat === undefined ? others : { ...others, [event.by]: event.sealedWhat },
  };
};
