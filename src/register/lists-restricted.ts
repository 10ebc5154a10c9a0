/** The lists of the Safeguarding and Governance sites, which few may open. */
import { concernAbouts } from '../concerns/concern.ts';
import {
  type ColumnDefinition,
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

const levels = ['low', 'medium', 'high'];

export const assessmentsList: ListDefinition = {
  site: 'Safeguarding',
  list: 'RiskAssessments',
  description: 'The risk assessment of each visit, and why a sensitive visit is made. Restricted.',
  key: 'VisitKey',
  columns: [
    line('Title', 'The reference of the visit.'),
    unique(line('VisitKey', 'The name the app knows the visit by. Please leave it as it is.')),
    choice('Level', 'The level of risk.', levels),
    line('Risks', 'How many risks were found, and whether each has an action.'),
    note(
      'Violence',
      'Whether there is a history of violence in the home, and what is done about it.',
    ),
    note('Drugs', 'Whether any of the family use illegal drugs, and what is done about it.'),
    note(
      'Animals',
      'Whether there are dogs or other animals that may bite, and what is done about it.',
    ),
    note('Infection', 'Whether there is a risk of infection, and what is done about it.'),
    note('RecordsChecked', 'Whether the safeguarding records have been checked.'),
    line('Purpose', 'Why a sensitive visit is made. Empty where the visit is not sensitive.'),
    note('PurposeNote', 'More on why a sensitive visit is made.'),
    note('AdjustmentNeeded', 'Whether each visitor needs a change to go. Why is theirs alone.'),
    line('AssessedBy', 'Who answered the questions.'),
    moment('AssessedAt', 'When they answered.'),
    history,
  ],
};

export const homesList: ListDefinition = {
  site: 'Safeguarding',
  list: 'Homes',
  description: 'The homes that have been visited, to fill in the next request. Restricted.',
  key: 'HomeKey',
  columns: [
    line('Title', 'The address.'),
    unique(line('HomeKey', 'The name the app knows the home by. Please leave it as it is.')),
    line('Pupil', 'The pupil who lives there.'),
    line('YearGroup', 'The pupil’s year group.'),
    line('Parent', 'The parent or carer.'),
    line('ParentPhone', 'The parent’s number.'),
    line('Language', 'The language spoken at home.'),
    line('LastPurpose', 'Why the last visit was made. Empty where it was sensitive.'),
    note('LastVisitors', 'Who went last time.'),
    moment('LastCompleted', 'When a visit was last completed there. Empty before the first.'),
    line('SameHome', 'The address it really is, where this was another way of writing it.'),
  ],
};

const concernColumns: readonly ColumnDefinition[] = [
  line('Title', 'The reference. It tells nothing of the visit.'),
  unique(line('ConcernKey', 'The name the app knows it by. Please leave it as it is.')),
  indexed(
    choice('Status', 'Whether somebody has it, and has spoken.', [
      'waiting',
      'acknowledged',
      'spoken of',
    ]),
  ),
  choice('About', 'What it is about.', concernAbouts),
  note('Person', 'Whom it is about, as the person who raised it wrote.'),
  note('What', 'What was seen or heard. Never changed, only added to.'),
  note('Additions', 'What was added later, by whom and when.'),
  line('Visit', 'The visit it was seen on, where there was one.'),
  note('Staff', 'Members of staff it is about. They are never told of it.'),
  line('RaisedBy', 'Who raised it.'),
  moment('RaisedAt', 'When they raised it.'),
  line('AcknowledgedBy', 'Who took it on first.'),
  moment('AcknowledgedAt', 'When they took it on.'),
  line('SpokenBy', 'Who has spoken about it with the person who raised it.'),
  moment('SpokenAt', 'When they spoke.'),
  indexed(line('Watch', '“yes” until somebody has spoken.')),
  history,
];

export const incidentsList: ListDefinition = {
  site: 'Safeguarding',
  list: 'Incidents',
  description: 'Silent alarms. Nothing of them shows on the visit, nor to those who are on it.',
  key: 'IncidentKey',
  columns: [
    line('Title', 'The reference. It tells nothing of the visit.'),
    unique(line('IncidentKey', 'The name the app knows it by. Please leave it as it is.')),
    choice('Kind', 'What it was.', ['code word']),
    line('Visit', 'The visit it was on, where there was one.'),
    note('People', 'Those it is about.'),
    moment('Since', 'When the code word was said first.'),
    number('Heard', 'How often it was said.'),
    line('HeldBy', 'Who has it.'),
    line('EndedBy', 'Who stood it down, having heard every voice.'),
    moment('EndedAt', 'When.'),
    indexed(line('Watch', '“yes” until it is stood down.')),
    history,
  ],
};

export const concernsList: ListDefinition = {
  site: 'Safeguarding',
  list: 'Concerns',
  description: 'Worries raised on home visits. Restricted to the safeguarding team.',
  key: 'ConcernKey',
  columns: concernColumns,
};

export const allegationsList: ListDefinition = {
  site: 'Governance',
  list: 'Allegations',
  description: 'Worries about somebody who can open the safeguarding site. Kept from them.',
  key: 'ConcernKey',
  columns: concernColumns,
};
