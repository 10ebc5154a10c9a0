/** The lists of what is known of homes and of the assessments that stand: in the Safeguarding site, which few may open. */
import { hazardKinds } from '../homes/hazard.ts';
import { standingKinds } from '../risk-assessment/standing.ts';
import {
  choice,
  indexed,
  type ListDefinition,
  line,
  moment,
  note,
  number,
  unique,
} from './list-definition.ts';

export const hazardsList: ListDefinition = {
  site: 'Safeguarding',
  list: 'Hazards',
  description: 'What can hurt people at a home, and when somebody looks at it again. Restricted.',
  key: 'HazardKey',
  columns: [
    line('Title', 'The address.'),
    unique(line('HazardKey', 'The name the app knows it by. Please leave it as it is.')),
    choice('Kind', 'What kind of hazard it is.', hazardKinds),
    note('What', 'What it is, as somebody saw or heard it.'),
    line('NotedBy', 'Who noted it.'),
    moment('NotedAt', 'When they noted it.'),
    line('Visit', 'The visit it was seen on, where there was one.'),
    indexed(line('ReviewBy', 'The day by which somebody looks at it again, like 2027-05-24.')),
    line('ReviewedBy', 'Who last looked at it again.'),
    moment('ReviewedAt', 'When they did.'),
    indexed(choice('Resolved', 'Whether it is over.', ['no', 'yes'])),
    line('ResolvedBy', 'Who said that it is over.'),
    moment('ResolvedAt', 'When they said so.'),
    note('ResolvedWhy', 'Why it is over.'),
  ],
};

export const standingList: ListDefinition = {
  site: 'Safeguarding',
  list: 'StandingAssessments',
  description:
    'The school’s general risk assessment for home visits, and one for each person who may go alone.',
  key: 'StandingKey',
  columns: [
    line('Title', 'What it is about.'),
    unique(line('StandingKey', 'The name the app knows it by. Please leave it as it is.')),
    choice('Kind', 'Whether it is the general one, or one person’s.', standingKinds),
    line('Person', 'Whose it is.'),
    number('Version', 'Which version this is. Earlier ones are in the item’s version history.'),
    note('Says', 'The risks, and what is done about each.'),
    line('MadeBy', 'Who made this version.'),
    moment('MadeAt', 'When they made it.'),
    indexed(line('ReviewBy', 'The last day on which it is up to date, like 2027-11-02.')),
    line('ChangedBy', 'Who said that something has changed since.'),
    moment('ChangedAt', 'When they said so. Empty while it is up to date.'),
    note('ReadBy', 'Who has read this version, and when.'),
  ],
};
