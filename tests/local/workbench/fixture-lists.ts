const choice = { choices: [] };
const columns = [
  { name: 'Status', displayName: 'Status', choice },
  { name: 'Alarm', displayName: 'Alarm', text: {} },
  { name: 'Pupil', displayName: 'Pupil', text: {} },
  { name: 'Visitors', displayName: 'Visitors', text: {} },
  { name: 'Start', displayName: 'Start', dateTime: {} },
  { name: 'DueBack', displayName: 'Due back', dateTime: {} },
  { name: 'Address', displayName: 'Address', text: {} },
  { name: 'Risk', displayName: 'Risk', choice },
  { name: 'Purpose', displayName: 'Purpose', text: {} },
  { name: 'DecidedBy', displayName: 'Decided by', text: {} },
  { name: 'History', displayName: 'History', text: {} },
  { name: 'VisitKey', displayName: 'Visit key', text: {} },
  { name: 'Title', displayName: 'Reference', text: {} },
  { name: 'Modified', displayName: 'Modified', readOnly: true, dateTime: {} },
];

export const columnsOf = (list: string) =>
  list === 'Visits' ? columns : columns.filter(({ name }) => name === 'Title');

const lists: Record<string, readonly string[]> = {
  HomeVisits: ['Visits', 'WeeklyLists', 'Agreements'],
  HomeVisitsRegisters: ['Staff', 'Vehicles', 'Devices'],
  Safeguarding: ['RiskAssessments', 'Homes', 'Concerns'],
  Governance: ['Allegations'],
};
export const listsOf = (site: string) =>
  (lists[site] ?? []).map((name) => ({ id: name, displayName: name }));

const at = (time: string) => `2026-11-23T${time}:00Z`;

export const visitItems = (): { id: string; fields: Record<string, unknown> }[] => [
  {
    id: '1',
    fields: {
      Title: 'HV-2026-0040',
      Status: 'returned',
      Pupil: 'Ana R., Year 2',
      Visitors: 'Mo Khan, Lee Tate',
      Start: at('09:30'),
      DueBack: at('10:15'),
      Address: '3 Heol y Bryn',
      Risk: 'low',
      Purpose: 'Attendance',
      DecidedBy: 'Mrs Okafor',
      History: '[{"type":"submitted"}]',
      VisitKey: 'k1',
    },
  },
  {
    id: '2',
    fields: {
      Title: 'HV-2026-0041',
      Status: 'inside',
      Pupil: 'Dev P., Year 6',
      Visitors: 'Mo Khan',
      Start: at('13:30'),
      DueBack: at('14:45'),
      Address: 'Flat 2, the old chapel house, 118 Stryd Fawr, Llanfair',
      Risk: 'low',
      Purpose: 'Welfare check',
      DecidedBy: 'Mr Bevan',
      History: '[]',
      VisitKey: 'k2',
    },
  },
  {
    id: '3',
    fields: {
      Title: 'HV-2026-0042',
      Status: 'awaiting approval',
      Pupil: 'C. M., Year 5',
      Visitors: 'Sam Pike, Jo Ashby',
      Start: at('14:30'),
      DueBack: at('15:30'),
      Address: '14 Ffordd y Môr',
      Risk: 'medium',
      Purpose: 'Persistent absence',
      History: '[]',
      VisitKey: 'k3',
    },
  },
];
