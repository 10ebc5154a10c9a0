/** The lists of the Home Visits site and of its registers, which the office opens. */
import { officeStatuses, outcomes } from '../visits/status.ts';
import {
  choice,
  history,
  indexed,
  type ListDefinition,
  line,
  moment,
  note,
  number,
  unique,
} from './list-definition.ts';

export const visitsList: ListDefinition = {
  site: 'HomeVisits',
  list: 'Visits',
  description: 'Every home visit: who goes where, when, and where it stands. Kept by Home Visits.',
  key: 'VisitKey',
  columns: [
    line('Title', 'The reference people use, such as HV-2026-0042.'),
    unique(line('VisitKey', 'The name the app knows the visit by. Please leave it as it is.')),
    indexed(choice('Status', 'Where the visit stands.', officeStatuses)),
    choice('Outcome', 'How the visit ended. Empty until it has.', outcomes),
    line('Alarm', 'An open alarm: what, since when, and who has it.'),
    line('Pupil', 'The pupil whose home is visited.'),
    line('YearGroup', 'The pupil’s year group.'),
    line('Address', 'Where the visitors go.'),
    line('Purpose', 'Why they go. “sensitive” where the office need not know.'),
    choice('Risk', 'The level of risk. The answers are kept by the safeguarding team.', [
      'low',
      'medium',
      'high',
    ]),
    note('Visitors', 'The members of staff who go. The first one leads.'),
    line('Round', 'Visits of one outing have the same: the reference of its first visit.'),
    indexed(moment('Start', 'When the visit is to start.')),
    indexed(moment('DueBack', 'When they are due back at school.')),
    moment('LastHeard', 'When the school last heard from them.'),
    line('RequestedBy', 'Who asked for the visit.'),
    moment('RequestedAt', 'When they asked.'),
    line('DecidedBy', 'Who approved or declined it.'),
    moment('DecidedAt', 'When they decided.'),
    line('PolicyVersion', 'The version of the school’s policy it was decided under.'),
    indexed(line('DayKey', 'The day of the visit as year-month-day, for filtering.')),
    indexed(
      line('Watch', '“yes” while anybody is out, an alarm is open or a decision is waited for.'),
    ),
    history,
    number('Delivered', 'How much of the history people have been told of. For the app.'),
  ],
};

export const staffList: ListDefinition = {
  site: 'HomeVisitsRegisters',
  list: 'Staff',
  description: 'Who works at the school, what they do and how they are reached on a visit.',
  key: 'PersonId',
  columns: [
    line('Title', 'The person’s name, as others see it.'),
    unique(line('PersonId', 'The person’s object id in Microsoft Entra.')),
    note('Roles', 'What they do, separated by commas: headteacher, office, visiting-staff …'),
    line('Mobile', 'The number they carry on a visit. Without one nobody can be put on a visit.'),
    choice('Designated', 'Whether they are one of those who go on visits.', ['yes', 'no']),
    note('Training', 'One line each: subject | done | until, with days as year-month-day.'),
    choice('ChecksSeen', 'Whether the background checks were seen. Never what they said.', [
      'yes',
      'no',
    ]),
    note('RolesConfirmed', 'Kept by the app: the roles that were confirmed there.'),
  ],
};

export const policiesList: ListDefinition = {
  site: 'HomeVisitsRegisters',
  list: 'Policies',
  description: 'The school’s home visit policy as the app follows it, each version kept.',
  key: 'PolicyKey',
  columns: [
    line('Title', 'What the school calls the document.'),
    unique(line('PolicyKey', 'The policy and its version. Please leave it as it is.')),
    line('Version', 'The version of the document.'),
    line('Status', 'Proposed, signed, in force from its day on, or withdrawn.'),
    moment('InForceFrom', 'From when visits are decided under it.'),
    note('Settings', 'The rules as the app reads them.'),
    note('SignOffs', 'Who proposed it and who signed, and when.'),
    line('Seal', 'By which the app knows its own writing. A change made here is not followed.'),
  ],
};

export const policyReadingsList: ListDefinition = {
  site: 'HomeVisitsRegisters',
  list: 'PolicyReadings',
  description: 'Who has said that they read which version of the home visit policy.',
  key: 'ReadingKey',
  columns: [
    line('Title', 'The person’s name, as others see it.'),
    unique(line('ReadingKey', 'The policy, its version and the person. Please leave it as it is.')),
    line('Pack', 'The document.'),
    line('Version', 'The version of the document.'),
    line('PersonId', 'The person’s object id in Microsoft Entra.'),
    moment('ReadAt', 'When they said so.'),
  ],
};
