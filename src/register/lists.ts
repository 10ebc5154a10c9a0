/** Every list that is needed, by site. Each site keeps an Activity of its own, so that none tells of what its reader may not know. */

import {
  choice,
  indexed,
  type ListDefinition,
  line,
  moment,
  note,
  type Site,
  unique,
} from './list-definition.ts';
import { historyMoreList } from './lists-history.ts';
import { hazardsList, standingList } from './lists-homes.ts';
import { calendarList, devicesList, dutyList, vehiclesList } from './lists-registers.ts';
import {
  allegationsList,
  assessmentsList,
  concernsList,
  homesList,
  incidentsList,
} from './lists-restricted.ts';
import { policiesList, policyReadingsList, staffList, visitsList } from './lists-visits.ts';
import { weeklyLists } from './lists-weekly.ts';

const activityList = (site: Site): ListDefinition => ({
  site,
  list: 'Activity',
  description: 'Attempts that were refused, restricted things that were read, settings changed.',
  key: 'ActivityKey',
  columns: [
    line('Title', 'What was tried or read.'),
    unique(line('ActivityKey', 'The name the app knows it by. Please leave it as it is.')),
    choice('What', 'Refused, opened or changed.', ['refused', 'opened', 'changed']),
    line('Who', 'Who it was.'),
    indexed(moment('At', 'When.')),
    note('Detail', 'More about it. Never what was in it.'),
  ],
});

export const lists: readonly ListDefinition[] = [
  visitsList,
  historyMoreList('HomeVisits'),
  weeklyLists,
  activityList('HomeVisits'),
  staffList,
  vehiclesList,
  devicesList,
  dutyList,
  calendarList,
  policiesList,
  policyReadingsList,
  activityList('HomeVisitsRegisters'),
  assessmentsList,
  historyMoreList('Safeguarding'),
  homesList,
  hazardsList,
  standingList,
  concernsList,
  incidentsList,
  activityList('Safeguarding'),
  allegationsList,
  historyMoreList('Governance'),
  activityList('Governance'),
];
