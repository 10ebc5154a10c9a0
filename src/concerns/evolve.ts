import { type Concern, type ConcernEvent, type KnownConcern, unraised } from './concern.ts';

export const concernAfter = (events: readonly ConcernEvent[]): Concern =>
  events.reduce<Concern>(evolve, unraised);

const evolve = (concern: Concern, event: ConcernEvent): Concern => {
  if (event.type === 'concern-raised')
    return concern.status === 'unraised' ? raised(event) : concern;
  return concern.status === 'unraised' ? concern : changed(concern, event);
};

type Raised = Extract<ConcernEvent, { type: 'concern-raised' }>;

const raised = (event: Raised): KnownConcern => ({
  status: 'waiting',
  reference: event.reference,
  about: event.about,
  person: event.person,
  what: event.what,
  visit: event.visit,
  route: event.route,
  subjects: event.subjects,
  raisedBy: event.by,
  raisedAt: event.at,
  additions: [],
  acknowledgedBy: undefined,
  acknowledgedAt: undefined,
  spokenBy: undefined,
  spokenAt: undefined,
  climbs: 0,
});

const changed = (concern: KnownConcern, event: Exclude<ConcernEvent, Raised>): KnownConcern => {
  switch (event.type) {
    case 'concern-acknowledged':
      return {
        ...concern,
        status: concern.status === 'waiting' ? 'acknowledged' : concern.status,
        acknowledgedBy: concern.acknowledgedBy ?? event.by,
        acknowledgedAt: concern.acknowledgedAt ?? event.at,
      };
    case 'concern-spoken-of':
      return { ...concern, status: 'spoken of', spokenBy: event.by, spokenAt: event.at };
    case 'concern-added-to': {
      const { at, by, what } = event;
      return { ...concern, additions: [...concern.additions, { at, by, what }] };
    }
    case 'concern-climbed':
      return { ...concern, climbs: event.times };
    default:
      return event satisfies never;
  }
};
