import type { ListPlan } from '../../src/sharepoint/list-plan.ts';

/** A list with a column of every type, as the books have them. */
export const visitsPlan: ListPlan = {
  site: 'HomeVisits',
  list: 'Visits',
  description: 'Every home visit.',
  columns: [
    { name: 'Title', type: 'text', description: 'The reference of the visit.' },
    { name: 'VisitKey', type: 'text', description: 'Names the visit for ever.', unique: true },
    { name: 'Pupil', type: 'text', description: 'Who is visited.', indexed: true },
    {
      name: 'Status',
      type: 'choice',
      description: 'Where it stands.',
      choices: ['out', 'returned'],
    },
    { name: 'DueBack', type: 'dateTime', description: 'When they should be back.', indexed: true },
    { name: 'Watch', type: 'number', description: '1 while somebody is out.', indexed: true },
    { name: 'Sensitive', type: 'boolean', description: 'Shown as sensitive.', indexed: true },
    { name: 'History', type: 'note', description: 'What happened.' },
  ],
};
